using static System.FormattableString;

namespace LeadBot.Domain.Playbooks;

/// <summary>Faults of the edges between outcomes: bands must follow each other without a gap, to no end.</summary>
internal static class BandFaults
{
    public static IEnumerable<PlaybookFault> Of(Question question)
    {
        var dated = question.Kind == QuestionKind.Date;
        var banded = question.Kind is QuestionKind.Money or QuestionKind.Number;
        var bands = question.Outcomes.Count(o => !(dated && o.NoDate));
        var edge = 0m;
        var place = 0;
        for (var i = 0; i < question.Outcomes.Count; i++)
        {
            var outcome = question.Outcomes[i];
            foreach (var fault in Misplaced(outcome, banded, dated, i == question.Outcomes.Count - 1 && i > 0))
            {
                yield return fault with { Outcome = i };
            }

            if ((!banded && !dated) || (dated && outcome.NoDate))
            {
                continue;
            }

            place++;
            var (field, own) = dated ? ("within", (decimal?)outcome.WithinDays) : ("below", outcome.Below);
            if (Edge(field, own, edge, place == bands) is { } says)
            {
                yield return new PlaybookFault(field, says, Outcome: i);
            }

            edge = own ?? edge;
        }
    }

    private static string? Edge(string field, decimal? own, decimal before, bool last) => (own, last) switch
    {
        ({ }, true) => Invariant($"The last band ends at {own:0.##}, and what is above belongs nowhere. Leave out its '{field}' or add a band."),
        (null, false) => $"This band has no '{field}', so the ones after it are never reached. Write where it ends.",
        ({ } edge, false) when edge <= before => Invariant($"'{field}: {edge:0.##}' is not above {before:0.##}, where the band before it ends. Put the bands in ascending order."),
        ({ } days, false) when field == "within" && days > 10 * PlaybookLimits.Days => Invariant($"'{field}: {days:0.##}' is too many days."),
        _ => null,
    };

    private static IEnumerable<PlaybookFault> Misplaced(Outcome outcome, bool banded, bool dated, bool last) =>
    [
        .. Faults.When(outcome.Below is not null && !banded, "below", "Only bands of money or numbers have 'below'."),
        .. Faults.When(outcome.WithinDays is not null && !dated, "within", "Only bands of dates have 'within'."),
        .. Faults.When(outcome.NoDate && (!dated || !last), "no-date", "\"No date\" must be the last outcome of a date question, after at least one band."),
        .. Faults.When(outcome.NoDate && outcome.WithinDays is not null, "within", "\"No date\" has no days. Leave out 'within'."),
    ];
}
