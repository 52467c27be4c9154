namespace LeadBot.Domain.Qualification;

/// <summary>Makes the verdict on where a sheet's questions stand.</summary>
internal static class Judgement
{
    public static Verdict Of(Sheet sheet, Standings standings)
    {
        var tally = sheet.Tally(standings.Places);
        var rule = tally.Rule(sheet.Thresholds);
        var kind = Tally.KindOf(rule);
        var knocking = rule == VerdictRule.KnockedOut ? KnockingOut(sheet, standings) : [];
        return new Verdict(
            kind,
            rule,
            tally.Settles(rule, sheet.Thresholds),
            Enumerable.Range(0, sheet.Questions.Length).Sum(i => standings.At(i) is { KnocksOut: false } piece ? piece.Points : 0),
            tally.Lower,
            tally.Upper,
            kind == VerdictKind.Park ? ParkUntil(sheet, standings, rule) : null,
            knocking.Count > 0 ? standings.At(knocking[0])?.Reason : null,
            [.. sheet.Questions.Select((q, i) => ScoreOf(q, i, standings))],
            [.. Decisive.Of(sheet, standings, rule, knocking).Select(i => sheet.Questions[i].Question.Id)],
            kind == VerdictKind.AskFirst ? AskFirst.Of(sheet, standings) : [],
            WorthOf(sheet, standings));
    }

    /// <summary>The questions that knock out, in written order; by the hours that were asked for: price and hours.</summary>
    private static List<int> KnockingOut(Sheet sheet, Standings standings)
    {
        var known = Enumerable.Range(0, sheet.Questions.Length).Where(i => standings.At(i) is not null).ToList();
        var alone = known.Where(i => standings.At(i)!.KnocksOut).ToList();
        return alone.Count > 0 ? alone : [.. known.Where(i => sheet.Questions[i].Slot >= 0).OrderBy(i => sheet.Questions[i].Slot)];
    }

    /// <summary>
    /// Parked by answers: until the earliest day to come that one of them names, since looking too early costs minutes and
    /// too late costs the deal. At the earliest tomorrow.
    /// </summary>
    private static DateOnly ParkUntil(Sheet sheet, Standings standings, VerdictRule rule)
    {
        if (rule == VerdictRule.ShortOfPursue)
        {
            return standings.Today.AddDays(sheet.Playbook.ParkDays);
        }

        var days = Enumerable.Range(0, sheet.Questions.Length).Select(standings.ParksUntil).Where(d => d > standings.Today).ToList();
        return days.Count > 0 ? days.Min()!.Value : standings.Today.AddDays(1);
    }

    private static QuestionScore ScoreOf(SheetQuestion question, int i, Standings standings)
    {
        var id = question.Question.Id;
        if (standings.At(i) is not { } piece)
        {
            return new QuestionScore(id, standings.Places[i] == Stand.Open ? Standing.Open : Standing.Unknown, null, 0, null, null);
        }

        var until = standings.ParksUntil(i) is { } day ? Later(day, standings.Today.AddDays(1)) : (DateOnly?)null;
        return new QuestionScore(id, Standing.Known, piece.Outcome.Id, piece.KnocksOut ? 0 : piece.Points, piece.Reason, until);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    /// <summary>Hours asked for and not known count as the playbook's own.</summary>
    private static WorthPerHour? WorthOf(Sheet sheet, Standings standings)
    {
        if (sheet.Clearing is not { } clearing)
        {
            return null;
        }

        var place = Array.FindIndex(sheet.Questions, q => q.Question.Id == clearing.Worth.Price);
        return standings.Price(place) is { } price
            ? clearing.Of(price, HoursOf(sheet, standings, 1), HoursOf(sheet, standings, 2))
            : null;
    }

    private static decimal? HoursOf(Sheet sheet, Standings standings, int slot) =>
        sheet.Joint is { } joint && joint.Slots[slot] >= 0 ? standings.At(joint.Slots[slot])?.Outcome.Hours : null;
}
