using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Tests.Qualification;

/// <summary>
/// The rules as the product describes them, by trying everything: no pieces, no sums kept, no shortcuts. One answer stands
/// for all between two amounts at which anything changes.
/// </summary>
internal sealed class Reference(Playbook playbook, Terms terms)
{
    /// <summary>Every answer to a question that is known.</summary>
    public IReadOnlyList<Answer> Answers(Question question) => question.Kind switch
    {
        QuestionKind.Money => [.. Edges(question).Select(e => new Answer.Amount(e, e, Period.Once))],
        QuestionKind.Number => [.. Edges(question).Select(e => new Answer.Quantity(e, e))],
        QuestionKind.Date =>
        [
            .. question.Outcomes.Where(o => o.NoDate).Select(_ => new Answer.NoDate()),
            .. question.Outcomes.Where(o => o.WithinDays is not null).Select(o => o.WithinDays!.Value).Append(900)
                .Select(d => new Answer.By(terms.StartedOn.AddDays(d), terms.StartedOn.AddDays(d))),
        ],
        _ => [.. question.Outcomes.Select(o => new Answer.Picked(o.Id))],
    };

    /// <summary>The rules that hold, each read with "and none before it".</summary>
    /// <param name="given">By question; null: open or unknown.</param>
    public List<VerdictRule> Rules(Answer?[] given)
    {
        var open = Enumerable.Range(0, given.Length).Where(i => given[i] is null).ToList();
        var (lower, upper) = (0, 0);
        for (var i = 0; i < given.Length; i++)
        {
            var points = Possible(given, i).Where(a => !KnockedOut(With(given, i, a))).Select(a => OutcomeOf(i, a).Points).ToList();
            (lower, upper) = points.Count == 0 ? (lower, upper) : (lower + points.Min(), upper + points.Max());
        }

        var a = KnockedOut(given);
        var b = upper < playbook.WalkBelow;
        var c = given.Where((x, i) => x is not null && OutcomeOf(i, x).Parks is not null).Any();
        var d = upper < playbook.PursueAt;
        var canEnd = open.Any(i => Possible(given, i).Any(x => OutcomeOf(i, x).Parks is not null)) || (open.Count > 0 && CanKnockOut(given));
        var e = lower >= playbook.PursueAt && !canEnd;
        (bool Holds, VerdictRule Rule)[] rules =
        [
            (a, VerdictRule.KnockedOut),
            (!a && b, VerdictRule.OutOfReach),
            (!a && !b && c, VerdictRule.ParkedByAnswer),
            (!a && !b && !c && d && terms.ShortParks == 0, VerdictRule.ShortOfPursue),
            (!a && !b && !c && d && terms.ShortParks > 0, VerdictRule.ShortAgain),
            (!a && !b && !c && !d && e, VerdictRule.Enough),
            (!a && !b && !c && !d && !e, VerdictRule.Undecided),
        ];
        return [.. rules.Where(r => r.Holds).Select(r => r.Rule)];
    }

    /// <summary>The worst outcome that does not knock out; null on a question that can knock out.</summary>
    public Answer? SecondDontKnow(int question)
    {
        var open = new Answer?[playbook.Questions.Count];
        var alone = Answers(playbook.Questions[question]);
        var canKnockOut = alone.Any(a => OutcomeOf(question, a).KnocksOut is not null || KnockedOut(With(open, question, a))) || InJoint(question);
        return canKnockOut ? null : alone.OrderBy(a => OutcomeOf(question, a).Points).ThenBy(a => OutcomeOf(question, a).Parks is null).First();
    }

    private bool InJoint(int question) => playbook.Worth is { } w && (w.SellingHoursAsked ?? w.DeliveryHoursAsked) is not null
        && new[] { w.Price, w.SellingHoursAsked, w.DeliveryHoursAsked }.Contains(playbook.Questions[question].Id);

    private bool CanKnockOut(Answer?[] given) => KnockedOut(given) || Enumerable.Range(0, given.Length).Any(i =>
        given[i] is null && Possible(given, i).Any(a => OutcomeOf(i, a).KnocksOut is not null || (IsWorth(i) && CanKnockOut(With(given, i, a)))));

    /// <summary>An outcome that knocks out, or no combination of price and hours left that is worth it.</summary>
    private bool KnockedOut(Answer?[] given)
    {
        if (Enumerable.Range(0, given.Length).Any(i => Possible(given, i).All(a => OutcomeOf(i, a).KnocksOut is not null)))
        {
            return true;
        }

        if (playbook.Worth is not { } worth)
        {
            return false;
        }

        var price = Place(worth.Price)!.Value;
        return !Possible(given, price).Where(p => OutcomeOf(price, p).KnocksOut is null).Any(p =>
            Hours(given, worth.SellingHoursAsked, worth.SellingHours).Any(s =>
                Hours(given, worth.DeliveryHoursAsked, worth.DeliveryHours).Any(d => Worthwhile(((Answer.Amount)p).From, s, d))));
    }

    private bool Worthwhile(decimal price, decimal selling, decimal delivery)
    {
        var chance = (decimal)terms.Chance;
        var hours = Math.Max(selling, terms.HoursSinceProgress) + chance * delivery;
        return price >= playbook.Worth!.PriceFloor && chance * price >= terms.FloorPerHour * hours;
    }

    private IEnumerable<decimal> Hours(Answer?[] given, QuestionId? asked, decimal otherwise) => asked is not { } id
        ? [otherwise]
        : Possible(given, Place(id)!.Value).Select(a => OutcomeOf(Place(id)!.Value, a)).Where(o => o.KnocksOut is null).Select(o => o.Hours!.Value);

    private bool IsWorth(int i) => playbook.Worth is { } w
        && (i == Place(w.Price) || i == Place(w.SellingHoursAsked) || i == Place(w.DeliveryHoursAsked));

    private int? Place(QuestionId? id) => playbook.Questions.Select((q, i) => (q.Id, i)).Where(q => q.Id == id).Select(q => (int?)q.i).FirstOrDefault();

    private IReadOnlyList<Answer> Possible(Answer?[] given, int i) => given[i] is { } known ? [known] : Answers(playbook.Questions[i]);

    private static Answer?[] With(Answer?[] given, int i, Answer answer)
    {
        Answer?[] changed = [.. given];
        changed[i] = answer;
        return changed;
    }

    private Outcome OutcomeOf(int i, Answer answer)
    {
        var outcomes = playbook.Questions[i].Outcomes;
        return answer switch
        {
            Answer.Picked p => outcomes.Single(o => o.Id == p.Outcome),
            Answer.Amount a => outcomes.First(o => o.Below is null || a.From < o.Below),
            Answer.Quantity q => outcomes.First(o => o.Below is null || q.From < o.Below),
            Answer.By by => outcomes.First(o => !o.NoDate && (o.WithinDays is null || by.To <= terms.StartedOn.AddDays(o.WithinDays.Value))),
            _ => outcomes.Single(o => o.NoDate),
        };
    }

    private IEnumerable<decimal> Edges(Question question)
    {
        var edges = question.Outcomes.Where(o => o.Below is not null).Select(o => o.Below!.Value).Append(0);
        if (playbook.Worth is { } worth && worth.Price == question.Id)
        {
            var none = new Answer?[playbook.Questions.Count];
            var chance = (decimal)terms.Chance;
            var clearing =
                from s in AllHours(worth.SellingHoursAsked, worth.SellingHours)
                from d in AllHours(worth.DeliveryHoursAsked, worth.DeliveryHours)
                select terms.FloorPerHour * (Math.Max(s, terms.HoursSinceProgress) + chance * d) / chance;
            edges = edges.Concat(clearing).Append(worth.PriceFloor);
        }

        return edges.Distinct().Order();
    }

    private IEnumerable<decimal> AllHours(QuestionId? asked, decimal otherwise) =>
        asked is { } id ? playbook.Find(id)!.Outcomes.Select(o => o.Hours!.Value) : [otherwise];
}
