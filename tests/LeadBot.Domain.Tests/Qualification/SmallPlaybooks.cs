using CsCheck;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Tests.Qualification;

/// <summary>Random playbooks of every kind of question, with and without a price, hours given and asked for.</summary>
internal static class SmallPlaybooks
{
    private static readonly Gen<int> Points = Gen.Int[-6, 6];
    private static readonly Gen<Parking> Parkings = Gen.Select(Gen.Int[1, 60], Gen.Bool, (days, before) => new Parking(days, before));

    /// <summary>With 2 to <paramref name="most"/> questions.</summary>
    public static Gen<Playbook> UpTo(int most) => OfSize(2, most);

    public static Gen<Playbook> OfSize(int least, int most) =>
        from asksPrice in Gen.Int[0, 3]
        from asksHours in Gen.Int[0, 3]
        from rest in Question.Array[least, most]
        from price in Money
        from hours in Hours.Array[2]
        from pursue in Gen.Int[-2, 10]
        from gap in Gen.Int[1, 10]
        from priceFloor in One(0m, 15m, 50m)
        from delivery in Gen.Int[0, 10]
        select Assemble(rest, asksPrice > 0 ? price : null, asksHours, hours, pursue, pursue - gap, priceFloor, delivery);

    public static Gen<Terms> Terms =>
        from chance in One(0.25, 0.5, 1.0)
        from floor in Gen.Int[0, 12]
        from since in Gen.Int[0, 6]
        from parks in Gen.Int[0, 1]
        select new Terms(Given.Today, chance, 0, floor, since, parks, null);

    private static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<Outcome> Outcome =>
        from points in Points
        from ends in Gen.Int[0, 9]
        from parking in Parkings
        from expect in Gen.Int[1, 10]
        select new Outcome(new OutcomeId("?"), "An outcome", points, ends == 0 ? "It ends" : null, ends == 1 ? parking : null, expect);

    private static Gen<Question> Question => Gen.OneOf(Choice, YesNo, Number, Date);

    private static Gen<Question> Choice => Outcome.Array[2, 4].Select(Gen.Int[5, 60]).Select((o, s) => Of(QuestionKind.Choice, s, o));

    private static Gen<Question> YesNo => Outcome.Array[2].Select(Gen.Int[5, 60]).Select((o, s) => Of(QuestionKind.YesNo, s, o));

    private static Gen<Question> Number => Bands(QuestionKind.Number);

    private static Gen<Question> Money => Bands(QuestionKind.Money);

    private static Gen<Question> Hours => Bands(QuestionKind.Number).Select(q => q with
    {
        Outcomes = [.. q.Outcomes.Select((o, i) => o with { Hours = 2 + 4 * i })],
    });

    private static Gen<Question> Date => Outcome.Array[2, 4].Select(Gen.Int[5, 60]).Select((outcomes, s) => Of(QuestionKind.Date, s,
    [
        .. outcomes.Select((o, i) => i == outcomes.Length - 1 && outcomes.Length > 2
            ? o with { NoDate = true, Parks = o.Parks is null ? null : o.Parks with { BeforeTheDate = false } }
            : o with { WithinDays = i == outcomes.Length - 1 || (i == outcomes.Length - 2 && outcomes.Length > 2) ? null : 30 * (i + 1) }),
    ]));

    private static Gen<Question> Bands(QuestionKind kind) => Outcome.Array[2, 3].Select(Gen.Int[5, 60]).Select((outcomes, s) => Of(kind, s,
    [
        .. outcomes.Select((o, i) => o with { Below = i == outcomes.Length - 1 ? null : 20 * (i + 1) * (i + 1) }),
    ]));

    private static Question Of(QuestionKind kind, int seconds, Outcome[] outcomes) => new(
        new QuestionId("?"), "Ask?", "Why.", "Words.", seconds, kind, [.. outcomes.Select((o, i) => Tidy(kind, o, i))], DontKnowExpect: seconds % 3);

    /// <summary>One outcome always stays, and "before the date" needs a date.</summary>
    private static Outcome Tidy(QuestionKind kind, Outcome outcome, int i) => outcome with
    {
        Id = new OutcomeId(kind == QuestionKind.YesNo ? i == 0 ? "yes" : "no" : "o" + i),
        KnocksOut = i == 0 ? null : outcome.KnocksOut,
        Parks = outcome.Parks is { } parks && kind != QuestionKind.Date ? parks with { BeforeTheDate = false } : outcome.Parks,
    };

    private static Playbook Assemble(Question[] rest, Question? price, int asks, Question[] hours, int pursue, int walk, decimal priceFloor, int delivery)
    {
        var selling = price is not null && (asks & 1) != 0 ? hours[0] : null;
        var after = price is not null && (asks & 2) != 0 ? hours[1] : null;
        Question?[] worthy = [price, selling, after];
        var asked = worthy.OfType<Question>().Concat(rest).Take(Math.Max(rest.Length, worthy.Count(q => q is not null)))
            .Select((q, i) => q with { Id = new QuestionId("q" + i) }).ToList();
        var worth = price is null ? null : new Worth(
            asked[0].Id,
            10,
            priceFloor,
            0.5,
            4,
            selling is null ? null : asked[1].Id,
            delivery,
            after is null ? null : asked[selling is null ? 1 : 2].Id);
        return new Playbook(new PlaybookHash("test"), new PlaybookId("test"), 1, "Test", new Currency("USD"), pursue, walk, 60, worth, asked, [], ["Other"], "Bye.");
    }
}
