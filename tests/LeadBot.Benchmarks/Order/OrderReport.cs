namespace LeadBot.Benchmarks.Order;

/// <summary>The order of the eight questions of <c>lose-fast</c>.</summary>
/// <param name="FirstTableMilliseconds">A new table in a process that has made none yet, compiling included.</param>
/// <param name="NewTableMilliseconds">A new table later on; the median.</param>
/// <param name="CachedMilliseconds">A choice from a table that is there.</param>
/// <param name="BruteForceMilliseconds">Trying every question after every set of answers.</param>
/// <param name="ExpectedSeconds">Expected of a rep until the verdict is settled, in LeadBot's order.</param>
/// <param name="BruteForceSeconds">The same as brute force finds it: the least there is.</param>
/// <param name="AsWrittenSeconds">The same in written order.</param>
internal sealed record OrderReport(
    double FirstTableMilliseconds,
    double NewTableMilliseconds,
    double CachedMilliseconds,
    double BruteForceMilliseconds,
    double ExpectedSeconds,
    double BruteForceSeconds,
    double AsWrittenSeconds);
