using LeadBot.Domain.Playbooks;

namespace LeadBot.Host.Playbooks;

/// <summary>
/// One pass over a file: the faults it finds, and what it puts where something cannot be read. A faulty file is passed
/// over twice, with low and with high fillings: what makes no sense in the same words both times has nothing to do with them.
/// </summary>
internal sealed class Pass(bool high)
{
    private int _filled;

    public List<LineFault> Faults { get; } = [];

    /// <summary>Like no other, and another in the other pass.</summary>
    public string Id() => $"{(high ? "high" : "low")}-{++_filled}";

    /// <summary>Never twice the same, so that no two fillings look like one answer.</summary>
    public int Points() => high ? PlaybookLimits.Points - (++_filled % PlaybookLimits.Points) : (++_filled % PlaybookLimits.Points) - PlaybookLimits.Points;

    /// <summary>Beyond the edges of everything there is.</summary>
    public int Beyond() => high ? 1_000_000 : -1_000_000;

    /// <summary>What is missing in one of the passes only.</summary>
    public T? OnlyHigh<T>(T value) where T : class => high ? value : null;

    /// <summary>The one when low, the other when high.</summary>
    public T Either<T>(T low, T ifHigh) => high ? ifHigh : low;
}
