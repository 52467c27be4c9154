using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>All that the order of a sheet's questions depends on; equal keys share one table.</summary>
internal sealed class OrderKey : IEquatable<OrderKey>
{
    private readonly PlaybookHash playbook;
    private readonly bool parkedBefore;
    private readonly (decimal, decimal, decimal) worth;
    private readonly int[] counts;
    private readonly int hash;

    public OrderKey(Sheet sheet, AnswerCounts answered)
    {
        playbook = sheet.Playbook.Hash;
        parkedBefore = sheet.Thresholds.ParkedBefore;

        // With fixed hours only the clearing price matters, so deals with few hours behind them share a table.
        worth = sheet.Clearing is not { } clearing ? default
            : sheet.Joint is null ? (clearing.Price(null, null), 0, 0)
            : ((decimal)sheet.Terms.Chance, sheet.Terms.FloorPerHour, sheet.Terms.HoursSinceProgress);
        counts = [.. sheet.Playbook.Questions.SelectMany(q => CountsOf(q, answered))];
        var mixed = default(HashCode);
        mixed.Add(playbook);
        mixed.Add(parkedBefore);
        mixed.Add(worth);
        foreach (var count in counts)
        {
            mixed.Add(count);
        }

        hash = mixed.ToHashCode();
    }

    public bool Equals(OrderKey? other) => other is not null && hash == other.hash && playbook == other.playbook
        && parkedBefore == other.parkedBefore && worth == other.worth && counts.AsSpan().SequenceEqual(other.counts);

    public override bool Equals(object? obj) => Equals(obj as OrderKey);

    public override int GetHashCode() => hash;

    private static IEnumerable<int> CountsOf(Question question, AnswerCounts answered) =>
        question.Outcomes.Select(o => answered.Of(question.Id, o.Id)).Append(answered.Of(question.Id, AnswerCounts.DontKnow));
}
