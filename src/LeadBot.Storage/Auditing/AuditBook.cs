using System.Text.Json.Nodes;
using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Auditing;

/// <summary>The audit log, written in the transaction of what it tells of.</summary>
public static class AuditBook
{
    /// <summary>Adds a line.</summary>
    /// <param name="by">Null: nobody in chat.</param>
    public static void Add(WriteSession session, WorkspaceId workspace, PersonId? by, AuditAct act, DateTimeOffset now, string? about = null, string? was = null, string? became = null) => session.Execute(
        "INSERT INTO audit (workspace, at, done_by, act, about, was, became) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        workspace.Value,
        now.UtcTicks,
        by?.Value,
        act.ToString(),
        about,
        was,
        became);

    /// <summary>Adds a line for each setting that differs.</summary>
    /// <param name="before">Null: the workspace is new.</param>
    public static void AddChanges(WriteSession session, Workspace? before, Workspace after, PersonId? by, DateTimeOffset now)
    {
        foreach (var (about, was, became) in WorkspaceChanges.Of(before, after))
        {
            Add(session, after.Id, by, AuditAct.Set, now, about, was, became);
        }
    }

    /// <summary>Whom a line names: who did it, and who had or has a role.</summary>
    public static IEnumerable<PersonId> PeopleOf(AuditLine line)
    {
        IEnumerable<string> roles = line is { Act: AuditAct.Set, About: "admin" or "admins" or "managers" }
            ? new[] { line.Was, line.Became }.OfType<string>().SelectMany(json => JsonNode.Parse(json) switch
            {
                JsonArray several => several.Select(one => one!.GetValue<string>()),
                { } one => [one.GetValue<string>()],
                null => [],
            })
            : [];
        return roles.Select(id => new PersonId(id)).Concat(new[] { line.By }.OfType<PersonId>());
    }

    /// <summary>Lines, newest first.</summary>
    /// <param name="before">Only lines older than that one; null: from the newest on.</param>
    public static IReadOnlyList<AuditLine> Page(WriteSession session, WorkspaceId workspace, long? before, int most) => session.All(
        "SELECT id, at, done_by, act, about, was, became FROM audit WHERE workspace = $1 AND id < $2 ORDER BY id DESC LIMIT $3 + 0",
        row => new AuditLine(
            row.GetInt64(0),
            new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero),
            row.IsDBNull(2) ? null : new PersonId(row.GetString(2)),
            Enum.TryParse<AuditAct>(row.GetString(3), out var act) ? act : AuditAct.Unknown,
            row.IsDBNull(4) ? null : row.GetString(4),
            row.IsDBNull(5) ? null : row.GetString(5),
            row.IsDBNull(6) ? null : row.GetString(6)),
        workspace.Value,
        before ?? long.MaxValue,
        most);
}
