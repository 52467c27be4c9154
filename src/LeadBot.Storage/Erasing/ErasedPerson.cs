using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Erasing;

/// <summary>
/// A person deleted for good, and every deal that is theirs. Where something that stays has to say that somebody did it, it
/// says <see cref="Somebody"/>: the history of others' deals, the audit log.
/// </summary>
public static class ErasedPerson
{
    /// <summary>Nobody's id.</summary>
    public const string Somebody = "forgotten";

    /// <summary>A shorter id may stand in an address by chance.</summary>
    private const int ShortestId = 6;

    /// <summary>Deletes them; nothing when they are not there.</summary>
    /// <param name="by">Who had them forgotten; null: nobody in chat.</param>
    /// <returns>How many deals went with them; null: they are not there.</returns>
    public static int? Erase(WriteSession session, WorkspaceId id, PersonId person, PersonId? by, DateTimeOffset now)
    {
        if (People.Find(session, id, person) is not { } known)
        {
            return null;
        }

        List<DealId> deals = [.. session.All(
            "SELECT id FROM deals WHERE workspace = $1 AND owner = $2", row => DealId.Read(row.GetString(0))!.Value, id.Value, person.Value)];
        var names = ErasedDeals.NamesOf(session, id, deals);
        TakeRoles(session, id, person, by, now);
        ErasedDeals.EraseRows(session, id, deals, names);
        EraseConversations(session, id, person);
        ErasedMessages.Erase(session, id, new Mentions([person.Value, .. deals.Select(deal => deal.ToString())], [known.Name, .. names]));
        EraseRows(session, id, person);
        EraseId(session, id, person);
        AuditBook.Add(session, id, by, AuditAct.ForgotPerson, now);
        return deals.Count;
    }

    private static void TakeRoles(WriteSession session, WorkspaceId id, PersonId person, PersonId? by, DateTimeOffset now)
    {
        var before = Workspaces.Find(session, id)!;
        List<PersonId> admins = [.. new[] { before.Admin }.OfType<PersonId>().Concat(before.Admins).Where(admin => admin != person).Distinct()];
        var after = before with { Admin = admins.Count > 0 ? admins[0] : null, Admins = [.. admins.Skip(1)], Managers = [.. before.Managers.Where(manager => manager != person)] };
        if (before.IsAdmin(person) || before.IsManager(person))
        {
            Workspaces.Save(session, after);
            AuditBook.AddChanges(session, before, after, by, now);
        }
    }

    /// <summary>Their direct conversation, the threads they started, and whatever is addressed to them.</summary>
    private static void EraseConversations(WriteSession session, WorkspaceId workspace, PersonId person)
    {
        var theirs = session.All(
            """
            SELECT c.id FROM conversations c WHERE c.workspace = $1 AND c.name NOT LIKE $4 || '%' AND (
                c.id = (SELECT direct_conversation FROM people WHERE workspace = $1 AND id = $2) OR c.name = $3 || $2
                OR json_extract(c.document, '$.starter.id') = $2 OR ($5 = 1 AND instr(c.address, $2) > 0))
            """,
            row => row.GetInt64(0),
            workspace.Value,
            person.Value,
            Destinations.DirectPrefix,
            Destinations.ChannelPrefix,
            person.Value.Length >= ShortestId);
        foreach (var conversation in theirs)
        {
            session.Execute("DELETE FROM outbox WHERE workspace = $1 AND conversation = $2", workspace.Value, conversation);
            session.Execute("DELETE FROM deliveries WHERE workspace = $1 AND conversation = $2", workspace.Value, conversation);
            session.Execute("DELETE FROM reports WHERE workspace = $1 AND about = $2", workspace.Value, AdminReports.Gone(conversation));
            session.Execute("DELETE FROM conversations WHERE workspace = $1 AND id = $2", workspace.Value, conversation);
        }
    }

    private static void EraseRows(WriteSession session, WorkspaceId workspace, PersonId person)
    {
        session.Execute("DELETE FROM digests WHERE workspace = $1 AND person = $2", workspace.Value, person.Value);
        session.Execute("DELETE FROM raised WHERE workspace = $1 AND rep = $2", workspace.Value, person.Value);
        session.Execute("DELETE FROM told WHERE workspace = $1 AND (manager = $2 OR substr(about, instr(about, ':') + 1) = $2)", workspace.Value, person.Value);
        session.Execute("DELETE FROM reports WHERE workspace = $1 AND substr(about, instr(about, ':') + 1) = $2", workspace.Value, person.Value);
        session.Execute("DELETE FROM people WHERE workspace = $1 AND id = $2", workspace.Value, person.Value);
    }

    /// <summary>In what stays. A line of the history is not taken back any more by whoever it was.</summary>
    private static void EraseId(WriteSession session, WorkspaceId workspace, PersonId person)
    {
        session.Execute("UPDATE deal_events SET done_by = $3, channel = NULL, event_key = NULL WHERE workspace = $1 AND done_by = $2", workspace.Value, person.Value, Somebody);
        session.Execute("UPDATE verdicts SET given_by = $3 WHERE workspace = $1 AND given_by = $2", workspace.Value, person.Value, Somebody);
        session.Execute("UPDATE installations SET installed_by = $3 WHERE workspace = $1 AND installed_by = $2", workspace.Value, person.Value, Somebody);
        session.Execute("UPDATE audit SET done_by = $3 WHERE workspace = $1 AND done_by = $2", workspace.Value, person.Value, Somebody);

        // As it stands in documents: a text of its own.
        var (written, instead) = ($"\"{person.Value}\"", $"\"{Somebody}\"");
        session.Execute("UPDATE deal_events SET what = replace(what, $2, $3) WHERE workspace = $1 AND instr(what, $2) > 0", workspace.Value, written, instead);
        session.Execute("UPDATE deal_events SET document_before = NULL WHERE workspace = $1 AND instr(document_before, $2) > 0", workspace.Value, written);
        session.Execute("UPDATE deals SET document = replace(document, $2, $3) WHERE workspace = $1 AND instr(document, $2) > 0", workspace.Value, written, instead);
        session.Execute("UPDATE people SET document = replace(document, $2, $3) WHERE workspace = $1 AND instr(document, $2) > 0", workspace.Value, written, instead);
        session.Execute("UPDATE audit SET was = replace(was, $2, $3) WHERE workspace = $1 AND instr(was, $2) > 0", workspace.Value, written, instead);
        session.Execute("UPDATE audit SET became = replace(became, $2, $3) WHERE workspace = $1 AND instr(became, $2) > 0", workspace.Value, written, instead);
    }
}
