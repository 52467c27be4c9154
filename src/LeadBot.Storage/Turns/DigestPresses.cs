using LeadBot.Domain;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Turns;

/// <summary>Digests that were of use.</summary>
public static class DigestPresses
{
    /// <summary>A button of the digest of that day was pressed: whoever presses is not ignoring them. True: they seemed to be.</summary>
    public static bool Add(WriteSession session, WorkspaceId workspace, PersonId person, DateOnly day, DateTimeOffset now)
    {
        session.Execute(
            "UPDATE digests SET pressed_at = $4 WHERE workspace = $1 AND person = $2 AND day = $3 AND pressed_at IS NULL",
            workspace.Value,
            person.Value,
            day.DayNumber,
            now.UtcTicks);
        return 1 == session.Execute("UPDATE people SET digests_unpressed = 0 WHERE workspace = $1 AND id = $2 AND digests_unpressed <> 0", workspace.Value, person.Value);
    }
}
