using System.Numerics;

namespace LeadBot.Domain.Playbooks;

/// <summary>Every sum the points of several questions can come to, as the bits of a number.</summary>
internal readonly record struct PointSums(BigInteger Bits, int Least)
{
    /// <summary>Of no question.</summary>
    public static readonly PointSums Nothing = new(BigInteger.One, 0);

    /// <summary>With one more question; outcomes that knock out leave the points alone.</summary>
    public PointSums With(Question question)
    {
        var points = Of(question);
        var (bits, least) = (BigInteger.Zero, points.Min());
        foreach (var point in points.Distinct())
        {
            bits |= Bits << (point - least);
        }

        return new PointSums(bits, Least + least);
    }

    /// <summary>Whether some sum is one with which <paramref name="question"/> decides on which side of the threshold the deal is.</summary>
    public bool Decides(Question question, int threshold)
    {
        var points = Of(question);
        // sum + least < threshold <= sum + most
        var (from, to) = (threshold - points.Max() - Least, threshold - points.Min() - Least);
        return to > 0 && ((Bits >> Math.Max(from, 0)) & ((BigInteger.One << (to - Math.Max(from, 0))) - 1)) != 0;
    }

    private static List<int> Of(Question question) =>
        [.. question.Outcomes.Where(o => o.KnocksOut is null).Select(o => Math.Clamp(o.Points, -PlaybookLimits.Points, PlaybookLimits.Points)).DefaultIfEmpty(0)];
}
