using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;
using LeadBot.Storage.Retention;

namespace LeadBot.Storage.Erasing;

/// <summary>
/// Deals deleted for good, with all that hangs on them. What playbooks learnt from their answers stays: counts without a name
/// or a deal. The digests that listed them keep their ids, which are random and lead nowhere.
/// </summary>
public static class ErasedDeals
{
    /// <summary>Finished deals deleted at a time.</summary>
    private const int MostFinished = 100;

    /// <summary>Deletes them, and every message that mentions one.</summary>
    public static void Erase(WriteSession session, WorkspaceId workspace, IReadOnlyCollection<DealId> deals)
    {
        List<string> ids = [.. deals.Select(deal => deal.ToString())];
        var names = NamesOf(session, workspace, deals);
        EraseRows(session, workspace, deals, names);
        ErasedMessages.Erase(session, workspace, new Mentions(ids, names));
    }

    /// <summary>
    /// Deletes a batch of a workspace's deals that were won or lost before then; returns how many went, <see cref="Forgetting.Batch"/>
    /// while there may be more. Messages about them have a time of their own.
    /// </summary>
    public static int EraseFinished(WriteSession session, DateTimeOffset before)
    {
        foreach (var workspace in session.In(Scope.Sweep, () => session.All("SELECT id FROM workspaces ORDER BY id", row => new WorkspaceId(row.GetString(0)))))
        {
            session.Enter(Scope.Of(workspace));
            var deals = session.All(
                "SELECT id FROM deals WHERE workspace = $1 AND closed_at < $2 AND closed_at IS NOT NULL ORDER BY closed_at LIMIT $3 + 0",
                row => DealId.Read(row.GetString(0))!.Value,
                workspace.Value,
                before.UtcTicks,
                MostFinished);
            if (deals.Count > 0)
            {
                EraseRows(session, workspace, deals, NamesOf(session, workspace, deals));
                return Forgetting.Batch;
            }
        }

        return 0;
    }

    /// <summary>What they are called, and were.</summary>
    internal static IReadOnlyList<string> NamesOf(WriteSession session, WorkspaceId workspace, IReadOnlyCollection<DealId> deals)
    {
        var ids = Json(deals);
        var names = session.All("SELECT name FROM deals WHERE workspace = $1 AND id IN (SELECT value FROM json_each($2))", row => row.GetString(0), workspace.Value, ids);
        var events = session.All(
            "SELECT what FROM deal_events WHERE deal IN (SELECT value FROM json_each($2)) AND workspace = $1 AND instr(what, $3) > 0",
            row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.IReadOnlyListHappening)!,
            workspace.Value,
            ids,
            "\"renamed\"");
        return [.. names.Concat(events.SelectMany(what => what).OfType<Happening.Renamed>().Select(renamed => renamed.From)).Distinct()];
    }

    /// <summary>All but messages about them, which take looking at everything that was said lately.</summary>
    internal static void EraseRows(WriteSession session, WorkspaceId workspace, IReadOnlyCollection<DealId> deals, IReadOnlyList<string> names)
    {
        var ids = Json(deals);
        session.Execute("DELETE FROM deal_events WHERE deal IN (SELECT value FROM json_each($2)) AND workspace = $1", workspace.Value, ids);
        session.Execute("DELETE FROM verdicts WHERE deal IN (SELECT value FROM json_each($2)) AND workspace = $1", workspace.Value, ids);
        session.Execute("DELETE FROM raised WHERE deal IN (SELECT value FROM json_each($2)) AND workspace = $1", workspace.Value, ids);
        session.Execute("DELETE FROM told WHERE workspace = $1 AND substr(about, instr(about, ':') + 1) IN (SELECT value FROM json_each($2))", workspace.Value, ids);
        EraseFromConversations(session, workspace, deals, names);
        session.Execute("DELETE FROM deals WHERE id IN (SELECT value FROM json_each($2)) AND workspace = $1", workspace.Value, ids);
    }

    /// <summary>A conversation about one of them is about nothing any more, and one that asked which of several was meant asks no more.</summary>
    private static void EraseFromConversations(WriteSession session, WorkspaceId workspace, IReadOnlyCollection<DealId> deals, IReadOnlyList<string> names)
    {
        var about = session.All(
            """
            SELECT id, document FROM conversations WHERE workspace = $1 AND (json_extract(document, '$.deal') IN (SELECT value FROM json_each($2))
                OR json_extract(document, '$.waiting.deal') IN (SELECT value FROM json_each($2)) OR json_extract(document, '$.waiting.for') = 'which-deal')
            """,
            row => (Id: row.GetInt64(0), Conversation: JsonSerializer.Deserialize(row.GetString(1), StoredJson.Documents.Conversation)!),
            workspace.Value,
            Json(deals));
        foreach (var (id, conversation) in about)
        {
            var isAbout = conversation.Deal is { } deal && deals.Contains(deal);
            if (isAbout || conversation.Waiting is not Waiting.WhichDeal which || names.Any(name => IsMeant(which, name)))
            {
                session.Execute(
                    "UPDATE conversations SET document = $3 WHERE workspace = $1 AND id = $2",
                    workspace.Value,
                    id,
                    JsonSerializer.Serialize(conversation with { Deal = isAbout ? null : conversation.Deal, Waiting = new Waiting.Nothing() }, StoredJson.Documents.Conversation));
            }
        }
    }

    private static bool IsMeant(Waiting.WhichDeal which, string name) =>
        Dialog.Understanding.Names.Match(which.Said, [name]).Count > 0 || Dialog.Understanding.Names.MatchFirst(which.Said, [name]).Count > 0;

    private static string Json(IReadOnlyCollection<DealId> deals) => JsonSerializer.Serialize([.. deals], StoredJson.Documents.IReadOnlyListDealId);
}
