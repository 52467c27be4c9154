using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>What a person's own page shows besides their deals.</summary>
public static class HomePages
{
    /// <summary>Loads it.</summary>
    /// <param name="direct">The row of their direct conversation; null: there is none.</param>
    /// <param name="needs">What needs them, if they are a manager.</param>
    public static HomeInput Of(WriteSession session, Workspace workspace, Person person, long? direct, IReadOnlyList<RaisedNow> needs, DateTimeOffset now)
    {
        var (lost, freed) = session.All(
            """
            SELECT COUNT(*), COALESCE(SUM(CAST(json_extract(document, '$.lost.hoursFreed') AS DOUBLE PRECISION)), 0) FROM deals
            WHERE workspace = $1 AND owner = $2 AND state = $3 AND closed_at > $4
            """,
            row => (row.GetInt32(0), (decimal)row.GetDouble(1)),
            workspace.Id.Value,
            person.Id.Value,
            nameof(DealState.Lost),
            now.AddDays(-HomeInput.FreedDays).UtcTicks)[0];
        return new HomeInput(
            direct is { } id ? Conversation(session, workspace.Id, id) : null,
            lost,
            freed,
            needs);
    }

    private static Conversation? Conversation(WriteSession session, WorkspaceId workspace, long id) => session.First(
        "SELECT document FROM conversations WHERE workspace = $1 AND id = $2",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Conversation),
        workspace.Value,
        id);
}
