using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>The people of a workspace, within a turn.</summary>
public static class People
{
    /// <summary>The person, or null when they were never heard.</summary>
    public static Person? Find(WriteSession session, WorkspaceId workspace, PersonId id) => session.First(
        "SELECT document FROM people WHERE workspace = $1 AND id = $2",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Person),
        workspace.Value,
        id.Value);

    /// <summary>Those of them who were ever heard, in one statement.</summary>
    public static IReadOnlyDictionary<PersonId, Person> Find(WriteSession session, WorkspaceId workspace, IReadOnlyList<PersonId> ids) => ids.Count == 0
        ? new Dictionary<PersonId, Person>()
        : session.All(
            "SELECT document FROM people WHERE workspace = $1 AND id IN (SELECT value FROM json_each($2))",
            row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Person)!,
            workspace.Value,
            JsonSerializer.Serialize(ids, StoredJson.Documents.IReadOnlyListPersonId)).ToDictionary(person => person.Id);

    /// <summary>The person and how to reach them, or null when they were never heard.</summary>
    public static ReachedPerson? FindReached(WriteSession session, WorkspaceId workspace, PersonId id) => AskReached(session, workspace, id).First;

    /// <inheritdoc cref="FindReached"/>
    public static Asked<ReachedPerson> AskReached(WriteSession session, WorkspaceId workspace, PersonId id) => session.Ask(
        "SELECT document, direct_conversation, heard_through, heard_at FROM people WHERE workspace = $1 AND id = $2",
        row => new ReachedPerson(
            JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Person)!,
            new Reach(row.IsDBNull(1) ? null : row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3))),
        workspace.Value,
        id.Value);

    /// <summary>The people whose names bear that trace (<see cref="Names.Traces"/>).</summary>
    public static IReadOnlyList<(PersonId Id, string Name)> Traced(WriteSession session, WorkspaceId workspace, string trace) => session.All(
        """
        SELECT id, COALESCE(plain_name, json_extract(document, '$.name')) FROM people
        WHERE workspace = $1 AND (plain_name IS NULL OR instr(' ' || plain_name, $2) > 0) ORDER BY id
        """,
        row => (new PersonId(row.GetString(0)), row.GetString(1)),
        workspace.Value,
        trace);

    /// <summary>The people whom that colleague covers: away now, on their own day.</summary>
    public static IReadOnlyList<Person> CoveredBy(WriteSession session, WorkspaceId workspace, PersonId colleague, DateTimeOffset now) =>
        [.. Covered(session, workspace, now)[colleague]];

    /// <summary>The people who are away now, on their own day, by the colleague who covers them.</summary>
    public static ILookup<PersonId, Person> Covered(WriteSession session, WorkspaceId workspace, DateTimeOffset now) =>
        Covered(CoveredRows(session, workspace, now), now);

    /// <summary>The rows that <see cref="Covered(WriteSession, WorkspaceId, DateTimeOffset)"/> is made of, to see later whether they are still so.</summary>
    public static IReadOnlyList<string> CoveredRows(WriteSession session, WorkspaceId workspace, DateTimeOffset now) => session.All(
        "SELECT document FROM people WHERE workspace = $1 AND covered_until >= $2",
        row => row.GetString(0),
        workspace.Value,
        // Somewhere it is still yesterday.
        DateOnly.FromDateTime(now.UtcDateTime).DayNumber - 1);

    /// <summary>The same of rows that were read.</summary>
    public static ILookup<PersonId, Person> Covered(IReadOnlyList<string> rows, DateTimeOffset now) =>
        rows.Select(row => JsonSerializer.Deserialize(row, StoredJson.Documents.Person)!)
            .SelectMany(away => Covering(away, away.Today(now)).Select(by => (By: by, Away: away)))
            .ToLookup(covered => covered.By, covered => covered.Away);

    private static IEnumerable<PersonId> Covering(Person away, DateOnly today) =>
        away.Absences.Where(a => a.From <= today && today <= a.Until).Select(a => a.Cover).OfType<PersonId>().Distinct();

    /// <summary>Writes them as they are from now on.</summary>
    public static void Save(WriteSession session, Person person) => session.Execute(
        """
        INSERT INTO people (workspace, id, document, plain_name, team, covered_until, rules_followed_at, digests_unpressed) VALUES ($1, $2, $3, $4, $5, $6, 0, 0)
        ON CONFLICT (workspace, id) DO UPDATE SET document = $3, plain_name = $4, team = $5, covered_until = $6
        """,
        person.Workspace.Value,
        person.Id.Value,
        JsonSerializer.Serialize(person, StoredJson.Documents.Person),
        Names.Plain(person.Name),
        person.Team,
        person.Absences.Where(a => a.Cover is not null).Select(a => (int?)a.Until.DayNumber).Max());

    /// <summary>Writes how to reach them from now on.</summary>
    public static void Save(WriteSession session, Person person, Reach reach) => session.Execute(
        "UPDATE people SET direct_conversation = $3, heard_through = $4, heard_at = $5 WHERE workspace = $1 AND id = $2",
        person.Workspace.Value,
        person.Id.Value,
        reach.Direct,
        reach.Through,
        reach.At);
}

/// <summary>A person and how to reach them.</summary>
public sealed record ReachedPerson(Person Person, Reach Reach);

/// <summary>How to reach a person.</summary>
/// <param name="Direct">Their direct conversation's row; null: none is known.</param>
/// <param name="Through">The channel of <paramref name="At"/>.</param>
/// <param name="At">The address of a message of theirs, from which a direct conversation can be opened.</param>
public sealed record Reach(long? Direct, string? Through, string? At)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Reach Unknown = new(null, null, null);
}
