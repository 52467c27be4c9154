using System.Collections.Concurrent;
using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>
/// Counts answers, and freezes the counts once a day: the first turn of a workspace's day takes the snapshot, and a
/// qualification goes on with the one of the day it started. A snapshot never changes, so it is remembered.
/// </summary>
public sealed class AnswerCountBook
{
    /// <summary>Snapshots remembered at most; a forgotten one is read again.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(WorkspaceId, DateOnly), IReadOnlyDictionary<PlaybookId, AnswerCounts>> _snapshots = [];

    /// <summary>The counts as of those days. A day before <paramref name="today"/> without a snapshot had no turn, and counts nothing.</summary>
    public CountsShelf Of(WriteSession session, WorkspaceId workspace, DateOnly today, IEnumerable<DateOnly> days) => new(
        days.Append(today).Distinct().ToDictionary(day => day, day => Of(session, workspace, day, take: day == today)));

    /// <summary>Counts these answers from the next snapshot on.</summary>
    public static void Add(WriteSession session, WorkspaceId workspace, IEnumerable<CountedAnswer> answers) => Count(session, workspace, answers, 1);

    /// <summary>Takes back that they were counted.</summary>
    public static void Remove(WriteSession session, WorkspaceId workspace, IEnumerable<CountedAnswer> answers) => Count(session, workspace, answers, -1);

    private static void Count(WriteSession session, WorkspaceId workspace, IEnumerable<CountedAnswer> answers, int times)
    {
        foreach (var answer in answers)
        {
            session.Later(
                """
                INSERT INTO answer_counts (workspace, playbook, question, outcome, part, times) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (workspace, playbook, question, outcome, part) DO UPDATE SET times = answer_counts.times + excluded.times
                """,
                workspace.Value,
                answer.Playbook.Value,
                answer.Question.Value,
                answer.Outcome.Value,
                session.Part,
                times);
        }
    }

    private IReadOnlyDictionary<PlaybookId, AnswerCounts> Of(WriteSession session, WorkspaceId workspace, DateOnly day, bool take)
    {
        if (_snapshots.TryGetValue((workspace, day), out var known))
        {
            return known;
        }

        var document = session.First(
            "SELECT document FROM answer_count_snapshots WHERE workspace = $1 AND day = $2",
            row => row.GetString(0),
            workspace.Value,
            $"{day:O}");
        document ??= take ? Take(session, workspace, day) : "{}";
        var snapshot = Read(document);
        session.AfterCommit(() => Remember((workspace, day), snapshot));
        return snapshot;
    }

    private static string Take(WriteSession session, WorkspaceId workspace, DateOnly day)
    {
        var counts = session.All(
            "SELECT playbook, question, outcome, CAST(SUM(times) AS BIGINT) FROM answer_counts WHERE workspace = $1 GROUP BY playbook, question, outcome HAVING SUM(times) > 0",
            row => (Playbook: row.GetString(0), Question: row.GetString(1), Outcome: row.GetString(2), Times: row.GetInt32(3)),
            workspace.Value);
        var document = JsonSerializer.Serialize(
            counts.GroupBy(c => c.Playbook).ToDictionary(
                playbook => playbook.Key,
                playbook => playbook.GroupBy(c => c.Question).ToDictionary(
                    question => question.Key,
                    question => question.ToDictionary(c => c.Outcome, c => c.Times))),
            StoredJson.Documents.Counts);
        session.Execute(
            "INSERT INTO answer_count_snapshots (workspace, day, document) VALUES ($1, $2, $3)",
            workspace.Value,
            $"{day:O}",
            document);
        return document;
    }

    private static Dictionary<PlaybookId, AnswerCounts> Read(string document) =>
        JsonSerializer.Deserialize(document, StoredJson.Documents.Counts)!.ToDictionary(
            playbook => new PlaybookId(playbook.Key),
            playbook => new AnswerCounts(playbook.Value.ToDictionary(
                question => new QuestionId(question.Key),
                IReadOnlyDictionary<OutcomeId, int> (question) => question.Value.ToDictionary(o => new OutcomeId(o.Key), o => o.Value))));

    private void Remember((WorkspaceId, DateOnly) key, IReadOnlyDictionary<PlaybookId, AnswerCounts> snapshot)
    {
        if (_snapshots.Count >= Most)
        {
            _snapshots.Clear();
        }

        _snapshots[key] = snapshot;
    }
}
