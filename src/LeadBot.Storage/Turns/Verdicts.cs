using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>The verdict history, within a turn.</summary>
public static class Verdicts
{
    /// <summary>Adds a line.</summary>
    public static void Add(WriteSession session, WorkspaceId workspace, VerdictGiven given) => session.Later(
        """
        INSERT INTO verdicts (workspace, deal, kind, rule, given_at, given_by, edited, answers)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        workspace.Value,
        given.Deal.ToString(),
        given.Kind.ToString(),
        given.Rule.ToString(),
        given.At.UtcTicks,
        given.By.Value,
        given.Edited,
        JsonSerializer.Serialize(given.Answers, StoredJson.Documents.IReadOnlyListGivenAnswer));
}
