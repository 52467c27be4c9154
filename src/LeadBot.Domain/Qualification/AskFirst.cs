using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>Names the questions that decide an undecided deal.</summary>
internal static class AskFirst
{
    private const int Most = 2;

    /// <summary>
    /// Open or unknown questions, the best chance to settle it alone first (by the playbook's own expectation), then the
    /// quickest, then as written. One that can settle nothing is named only when no single one can.
    /// </summary>
    public static IReadOnlyList<QuestionId> Of(Sheet sheet, Standings standings)
    {
        int[] places = [.. standings.Places];
        var unknown = Enumerable.Range(0, places.Length)
            .Where(i => places[i] < 0)
            .Select(i => (Index: i, Chance: Chance(sheet, places, i)))
            .OrderByDescending(q => q.Chance)
            .ThenBy(q => sheet.Questions[q.Index].Question.Seconds)
            .ToList();
        var anySettles = unknown.Exists(q => q.Chance > 0);
        return [.. unknown.Where(q => q.Chance > 0 || !anySettles).Take(Most).Select(q => sheet.Questions[q.Index].Question.Id)];
    }

    private static double Chance(Sheet sheet, int[] places, int i)
    {
        var stood = places[i];
        var (settling, all) = (0.0, 0.0);
        for (var p = 0; p < sheet.Questions[i].Pieces.Length; p++)
        {
            places[i] = p;
            var piece = sheet.Questions[i].Pieces[p];
            var weight = piece.Outcome.Expect * piece.Share;
            all += weight;
            settling += sheet.Rule(places) == VerdictRule.Undecided ? 0 : weight;
        }

        places[i] = stood;
        return all > 0 ? Math.Round(settling / all, 9) : 0;
    }
}
