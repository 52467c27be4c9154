using System.Data.Common;
using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>What importing and exporting deals looks up.</summary>
public static class CrmDeals
{
    /// <summary>The deal with that id in the CRM; null: none.</summary>
    public static Deal? OfCrm(WriteSession session, WorkspaceId workspace, string crmId) => session.First(
        "SELECT document FROM deals WHERE workspace = $1 AND crm_id = $2",
        Read,
        workspace.Value,
        crmId);

    /// <summary>Whether there is a deal of that id, in whichever workspace.</summary>
    public static bool IsAnywhere(WriteSession session, DealId id) =>
        session.In(Scope.Sweep, () => session.All("SELECT id FROM deals WHERE id = $1", row => row.GetString(0), id.ToString())).Count > 0;

    /// <summary>The owner's oldest deal of that very name, capitals and accents aside; null: none.</summary>
    public static Deal? OfName(WriteSession session, WorkspaceId workspace, PersonId owner, string name) => session.First(
        "SELECT document FROM deals WHERE workspace = $1 AND owner = $2 AND plain_name = $3 ORDER BY id LIMIT 1",
        Read,
        workspace.Value,
        owner.Value,
        Names.Plain(name));

    /// <summary>The deals after that id, in the order of their ids, for going through all of them piece by piece.</summary>
    /// <param name="after">Null: from the first.</param>
    public static IReadOnlyList<Deal> After(WriteSession session, WorkspaceId workspace, DealId? after, int most) => session.All(
        "SELECT document FROM deals WHERE workspace = $1 AND id > $2 ORDER BY id LIMIT $3 + 0",
        row => Read(row)!,
        workspace.Value,
        after?.ToString() ?? "",
        most);

    /// <summary>Everybody in the workspace.</summary>
    public static IReadOnlyList<Person> Everybody(WriteSession session, WorkspaceId workspace) => session.All(
        "SELECT document FROM people WHERE workspace = $1 ORDER BY id",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Person)!,
        workspace.Value);

    private static Deal? Read(DbDataReader row) => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Deal);
}
