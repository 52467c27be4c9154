namespace LeadBot.Domain.Qualification;

/// <summary>Which answers decided a verdict: as few as suffice, the weightiest first.</summary>
internal static class Decisive
{
    public static IEnumerable<int> Of(Sheet sheet, Standings standings, VerdictRule rule, List<int> knocking)
    {
        var known = Enumerable.Range(0, sheet.Questions.Length).Where(i => standings.At(i) is { KnocksOut: false }).ToList();
        return rule switch
        {
            VerdictRule.KnockedOut => knocking,
            VerdictRule.ParkedByAnswer => known.Where(i => standings.ParksUntil(i) is not null).OrderBy(i => ComesBack(standings, i)),
            VerdictRule.OutOfReach => Until(known, i => Lost(sheet, standings, i), sheet.Questions.Sum(q => q.Most) - sheet.Thresholds.WalkBelow + 1),
            VerdictRule.ShortOfPursue or VerdictRule.ShortAgain =>
                Until(known, i => Lost(sheet, standings, i), sheet.Questions.Sum(q => q.Most) - sheet.Thresholds.PursueAt + 1),
            VerdictRule.Enough => Until(known, i => Won(sheet, standings, i), sheet.Thresholds.PursueAt - sheet.Questions.Sum(q => q.Least)),
            _ => [],
        };
    }

    private static int Lost(Sheet sheet, Standings standings, int i) => sheet.Questions[i].Most - standings.At(i)!.Points;

    private static int Won(Sheet sheet, Standings standings, int i) => standings.At(i)!.Points - sheet.Questions[i].Least;

    /// <summary>Days to come first, the earliest of them first.</summary>
    private static DateOnly ComesBack(Standings standings, int i) =>
        standings.ParksUntil(i) is { } day && day > standings.Today ? day : DateOnly.MaxValue;

    private static IEnumerable<int> Until(List<int> known, Func<int, int> weight, int needed)
    {
        foreach (var i in known.Where(i => weight(i) > 0).OrderByDescending(weight))
        {
            if (needed <= 0)
            {
                yield break;
            }

            needed -= weight(i);
            yield return i;
        }
    }
}
