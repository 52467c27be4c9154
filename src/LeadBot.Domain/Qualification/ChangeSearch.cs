using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>Finds the smallest change of one given answer, else of two, that gives another kind of verdict.</summary>
internal sealed class ChangeSearch
{
    private readonly Sheet sheet;
    private readonly int[] places;
    private readonly int[] given;
    private readonly VerdictRule rule;
    private (int Distance, VerdictKind Gives, (int Question, int Piece)[] Changes)? best;

    public ChangeSearch(Sheet sheet, Standings standings)
    {
        this.sheet = sheet;
        places = [.. standings.Places];
        given = [.. Enumerable.Range(0, places.Length).Where(i => places[i] != Stand.Open)];
        rule = sheet.Rule(places);
    }

    public WhatIf? Smallest()
    {
        if (rule is VerdictRule.ShortOfPursue or VerdictRule.ShortAgain && Search(kind => kind == VerdictKind.Pursue) is { } pursue)
        {
            return pursue;
        }

        return Search(kind => kind != Tally.KindOf(rule));
    }

    private WhatIf? Search(Func<VerdictKind, bool> wanted)
    {
        best = null;
        foreach (var i in given)
        {
            Try(i, 0, [], wanted);
        }

        if (best is null)
        {
            for (var a = 0; a < given.Length; a++)
            {
                TryWithLater(a, wanted);
            }
        }

        return best is { } found ? new WhatIf([.. found.Changes.Select(c => Change(c.Question, c.Piece))], found.Gives) : null;
    }

    private void TryWithLater(int a, Func<VerdictKind, bool> wanted)
    {
        var first = given[a];
        var stood = places[first];
        for (var piece = 0; piece < sheet.Questions[first].Pieces.Length; piece++)
        {
            if (piece == stood)
            {
                continue;
            }

            places[first] = piece;
            for (var b = a + 1; b < given.Length; b++)
            {
                Try(given[b], Distance(first, stood, piece), [(first, piece)], wanted);
            }
        }

        places[first] = stood;
    }

    private void Try(int question, int distance, (int Question, int Piece)[] before, Func<VerdictKind, bool> wanted)
    {
        var stood = places[question];
        for (var piece = 0; piece < sheet.Questions[question].Pieces.Length; piece++)
        {
            places[question] = piece;
            var kind = Tally.KindOf(sheet.Rule(places));
            var far = distance + Distance(question, stood, piece);
            if (piece != stood && wanted(kind) && (best is null || (far, kind).CompareTo((best.Value.Distance, best.Value.Gives)) < 0))
            {
                best = (far, kind, [.. before, (question, piece)]);
            }
        }

        places[question] = stood;
    }

    private int Distance(int question, int from, int to) =>
        from < 0 ? 0 : Math.Abs(Effective(question, from) - Effective(question, to));

    private int Effective(int question, int piece)
    {
        var at = sheet.Questions[question];
        return at.Pieces[piece].KnocksOut ? at.Least - 1 : at.Pieces[piece].Points;
    }

    private AnswerChange Change(int question, int piece)
    {
        var (at, to) = (sheet.Questions[question], sheet.Questions[question].Pieces[piece]);
        var split = at.Pieces.Count(p => p.Outcome == to.Outcome) > 1;
        return new AnswerChange(
            at.Question.Id,
            places[question] >= 0 ? at.Pieces[places[question]].Outcome.Id : null,
            to.Outcome.Id,
            split ? to.AtLeast : null,
            split ? to.Below : null);
    }
}
