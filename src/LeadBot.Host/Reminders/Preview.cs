using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Reminders;

/// <summary>What would be sent if nobody did anything, worked out on a copy in memory.</summary>
public sealed class Preview(StoredPlaybooks playbooks, TeamRecords teams, HolidayShelf holidays)
{
    /// <summary>In the order of sending, all workspaces together.</summary>
    /// <exception cref="StorageRefusedException">The database cannot be read.</exception>
    public IReadOnlyList<ReminderLine> Of(DatabasePlace place, DateTimeOffset now, int days)
    {
        var until = now.AddDays(days);
        var foresights = Glance.At(place, Scope.Sweep, session => Foresights.Workspaces(session)
            .Select(workspace =>
            {
                session.Enter(Scope.Of(workspace.Id));
                return Foresights.Of(session, workspace, null, playbooks, holidays, teams.Of(session, workspace.Id, now), now, until);
            })
            .ToList());
        return [.. foresights.SelectMany(foresight => foresight.Lines(until)).OrderBy(line => line.At)];
    }
}
