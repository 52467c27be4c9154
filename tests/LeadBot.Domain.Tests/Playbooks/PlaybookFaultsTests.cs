using CsCheck;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Tests.Qualification;
using LeadBot.TestKit;

namespace LeadBot.Domain.Tests.Playbooks;

/// <summary>Each way to spoil the default playbook is found, at its place, and nothing else is.</summary>
public sealed class PlaybookFaultsTests
{
    private static readonly Playbook Good = LoseFast.Playbook;

    public static TheoryData<string, Playbook, string, int?, int?> Spoilt => new()
    {
        { "id", Good with { Id = new PlaybookId("Lose Fast") }, "id", null, null },
        { "version", Good with { Version = 0 }, "version", null, null },
        { "title", Good with { Title = " " }, "title", null, null },
        { "currency", Good with { Currency = new Currency("usd") }, "currency", null, null },
        { "park days", Good with { ParkDays = 731 }, "park-days", null, null },
        { "too high", Good with { PursueAt = 60 }, "pursue-at", null, null },
        { "too low", Good with { WalkBelow = -67 }, "walk-below", null, null },
        { "crossed", Good with { WalkBelow = 20 }, "walk-below", null, null },
        { "too many", Good with { Questions = [.. Enumerable.Range(0, 21).Select(i => Good.Questions[0] with { Id = new QuestionId("q" + i) })], PursueAt = 20, WalkBelow = -12, MayNotFit = [], Worth = null }, "questions", null, null },
        { "price", Worth(w => w with { Price = new QuestionId("cost") }), "worth.price", null, null },
        { "price kind", Worth(w => w with { Price = new QuestionId("who") }), "worth.price", null, null },
        { "chance", Worth(w => w with { Chance = 0 }), "worth.chance", null, null },
        { "chance", Worth(w => w with { Chance = 1.01 }), "worth.chance", null, null },
        { "chance", Worth(w => w with { Chance = double.NaN }), "worth.chance", null, null },
        { "floor", Worth(w => w with { FloorPerHour = -1 }), "worth.floor-per-hour", null, null },
        { "price floor", Worth(w => w with { PriceFloor = -1 }), "worth.price-floor", null, null },
        { "selling", Worth(w => w with { SellingHours = 0 }), "worth.selling-hours", null, null },
        { "selling asked", Worth(w => w with { SellingHoursAsked = new QuestionId("hours") }), "worth.selling-hours", null, null },
        { "delivery", Worth(w => w with { DeliveryHours = -1 }), "worth.delivery-hours", null, null },
        { "no hours", WithNumber(Good with { Worth = Good.Worth! with { DeliveryHoursAsked = new QuestionId("number") } }, null, 5), "hours", 8, 0 },
        { "hours fall", WithNumber(Good with { Worth = Good.Worth! with { DeliveryHoursAsked = new QuestionId("number") } }, 5, 5), "hours", 8, 1 },
        { "same question", Question(1, q => q with { Id = new QuestionId("can-use") }, Good with { Worth = null, MayNotFit = [] }), "id", 1, null },
        { "question id", Question(4, q => q with { Id = new QuestionId("-who") }), "id", 4, null },
        { "ask", Question(4, q => q with { Ask = "" }), "ask", 4, null },
        { "why", Question(4, q => q with { Why = "" }), "why", 4, null },
        { "words", Question(4, q => q with { Words = new string('x', 601) }), "words", 4, null },
        { "seconds", Question(4, q => q with { Seconds = 0 }), "seconds", 4, null },
        { "don't know", Question(4, q => q with { DontKnowExpect = -1 }), "dont-know", 4, null },
        { "one outcome", Question(4, q => q with { Outcomes = [q.Outcomes[0]] }), "outcomes", 4, null },
        { "thirteen", Question(4, q => q with { Outcomes = [.. Enumerable.Range(0, 13).Select(i => new Outcome(new OutcomeId("o" + i), "Text", i - 5))] }), "outcomes", 4, null },
        { "yes and no", Question(4, q => q with { Kind = QuestionKind.YesNo }), "outcomes", 4, null },
        { "nobody lives", Question(4, q => q with { Outcomes = [.. q.Outcomes.Select(o => o with { KnocksOut = "Dead" })] }), "outcomes", 4, null },
        { "changes nothing", Question(4, q => q with { Outcomes = [.. q.Outcomes.Select(o => o with { Points = 8 })] }), "outcomes", 4, null },
        { "never decides", Coarse(7), "outcomes", 1, null },
        { "never expected", Question(4, q => q with { Outcomes = [.. q.Outcomes.Select(o => o with { Expect = 0 })] }), "expect", 4, null },
        { "same outcome", Outcome(4, 1, o => o with { Id = new OutcomeId("talked") }), "id", 4, 1 },
        { "outcome id", Outcome(4, 1, o => o with { Id = new OutcomeId("dont-know") }), "id", 4, 1 },
        { "no text", Outcome(4, 1, o => o with { Text = null }), "text", 4, 1 },
        { "long text", Outcome(4, 1, o => o with { Text = new string('x', 61) }), "text", 4, 1 },
        { "points", Outcome(4, 0, o => o with { Points = 101 }), "points", 4, 0 },
        { "no reason", Outcome(0, 2, o => o with { KnocksOut = "" }), "knocks-out", 0, 2 },
        { "both", Outcome(0, 2, o => o with { Parks = new Parking(5, false) }), "parks", 0, 2 },
        { "park long", Outcome(5, 2, o => o with { Parks = new Parking(731, true) }), "parks", 5, 2 },
        { "before no date", Outcome(5, 3, o => o with { Parks = new Parking(5, true) }), "parks", 5, 3 },
        { "before a choice", Outcome(4, 1, o => o with { Parks = new Parking(5, true) }), "parks", 4, 1 },
        { "expect", Outcome(4, 1, o => o with { Expect = -1 }), "expect", 4, 1 },
        { "stray hours", Outcome(4, 1, o => o with { Hours = 1 }), "hours", 4, 1 },
        { "stray edge", Outcome(4, 1, o => o with { Below = 1 }), "below", 4, 1 },
        { "stray days", Outcome(4, 1, o => o with { WithinDays = 1 }), "within", 4, 1 },
        { "stray no-date", Outcome(4, 1, o => o with { NoDate = true }), "no-date", 4, 1 },
        { "descending", Outcome(1, 2, o => o with { Below = 900 }), "below", 1, 2 },
        { "equal edges", Outcome(1, 2, o => o with { Below = 1000 }), "below", 1, 2 },
        { "zero edge", Outcome(1, 0, o => o with { Below = 0 }), "below", 1, 0 },
        { "gap", Outcome(1, 2, o => o with { Below = null }), "below", 1, 2 },
        { "no last band", Outcome(1, 4, o => o with { Below = 50_000 }), "below", 1, 4 },
        { "days descend", Outcome(5, 1, o => o with { WithinDays = 100 }), "within", 5, 1 },
        { "no last days", Outcome(5, 2, o => o with { WithinDays = 300 }), "within", 5, 2 },
        { "no-date first", Question(5, q => q with { Outcomes = [q.Outcomes[3], .. q.Outcomes.Take(3)] }), "no-date", 5, 0 },
        { "re-opens nothing", Good with { MayNotFit = [new MayNotFit(new QuestionId("gone"), "Well?")] }, "may-not-fit", null, null },
        { "says nothing", Good with { MayNotFit = [new MayNotFit(new QuestionId("who"), "")] }, "may-not-fit", null, null },
        { "no other", Good with { LostReasons = ["They said no"] }, "lost-reasons", null, null },
        { "no reasons", Good with { LostReasons = [] }, "lost-reasons", null, null },
        { "twice", Good with { LostReasons = ["No", "no", "Other"] }, "lost-reasons", null, null },
        { "empty reason", Good with { LostReasons = ["", "Other"] }, "lost-reasons", null, null },
        { "goodbye", Good with { Goodbye = "" }, "goodbye", null, null },
    };

    [Fact]
    public void The_default_playbook_has_none() => Assert.Empty(PlaybookFaults.Of(Good));

    [Theory]
    [MemberData(nameof(Spoilt), DisableDiscoveryEnumeration = true)]
    public void A_spoilt_playbook_is_refused_where_it_is_wrong(string _, Playbook playbook, string field, int? question, int? outcome)
    {
        var fault = Assert.Single(PlaybookFaults.Of(playbook));
        Assert.Equal((field, question, outcome), (fault.Field, fault.Question, fault.Outcome));
        Assert.Matches(@"^\S.{20,}[.]$", fault.Says);
    }

    [Fact]
    public void A_question_whose_points_may_decide_is_no_fault() => Assert.Empty(PlaybookFaults.Of(Coarse(8)));

    [Fact]
    public void A_question_said_to_change_nothing_decides_no_verdict() => Gen.Select(SmallPlaybooks.UpTo(3), SmallPlaybooks.Terms).Sample(
        (playbook, terms) =>
        {
            var sheet = Sheet.For(playbook, terms);
            var idle = PlaybookFaults.Of(playbook).Where(f => f.Says.Contains("changes nothing", StringComparison.Ordinal)).Select(f => f.Question!.Value).ToHashSet();
            for (var question = 0; question < sheet.Questions.Length; question++)
            {
                Assert.True(!idle.Contains(question) || !MayDecide(sheet, question, new int[sheet.Questions.Length], 0));
            }
        },
        iter: 200);

    /// <summary>With some answers to all others, known or not, two answers to this one give two kinds of verdict.</summary>
    private static bool MayDecide(Sheet sheet, int question, int[] places, int next)
    {
        if (next == places.Length)
        {
            var kinds = new HashSet<VerdictKind>();
            for (places[question] = 0; places[question] < sheet.Questions[question].Pieces.Length; places[question]++)
            {
                kinds.Add(Tally.KindOf(sheet.Rule(places)));
            }

            return kinds.Count > 1;
        }

        if (next == question)
        {
            return MayDecide(sheet, question, places, next + 1);
        }

        for (places[next] = Stand.Unknown; places[next] < sheet.Questions[next].Pieces.Length; places[next]++)
        {
            if (places[next] != Stand.Open && MayDecide(sheet, question, places, next + 1))
            {
                return true;
            }
        }

        return false;
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var spoilt = Outcome(4, 1, o => o with { Points = 999, Text = "" }, Good with { Currency = new Currency(""), Goodbye = "" });
        Assert.Equal(["currency", "text", "points", "goodbye"], PlaybookFaults.Of(spoilt).Select(f => f.Field));
    }

    [Fact]
    public void An_empty_playbook_is_refused_and_does_not_crash() =>
        Assert.Contains(PlaybookFaults.Of(Good with { Questions = [], MayNotFit = [], Worth = null }), f => f.Field == "questions");

    /// <summary>Without the second question it has 40, -20 or 0 points; that one has 0 or <paramref name="points"/>.</summary>
    private static Playbook Coarse(int points) => Good with
    {
        PursueAt = 20,
        WalkBelow = -12,
        Worth = null,
        MayNotFit = [],
        Questions =
        [
            Of("other", 40, -20, 0),
            Of("fine", points, 0),
        ],
    };

    private static Question Of(string id, params int[] points) => new(
        new QuestionId(id), "Ask?", "Why.", "Words.", 5, QuestionKind.Choice, [.. points.Select((p, i) => new Outcome(new OutcomeId("o" + i), "Text", p))], 0);

    private static Playbook Worth(Func<Worth, Worth> change) => Good with { Worth = change(Good.Worth!) };

    private static Playbook Question(int place, Func<Question, Question> change, Playbook? playbook = null) =>
        (playbook ?? Good) with { Questions = [.. Good.Questions.Select((q, i) => i == place ? change(q) : q)] };

    private static Playbook Outcome(int question, int place, Func<Outcome, Outcome> change, Playbook? playbook = null) =>
        Question(question, q => q with { Outcomes = [.. q.Outcomes.Select((o, i) => i == place ? change(o) : o)] }, playbook);

    private static Playbook WithNumber(Playbook playbook, decimal? few, decimal? many) => playbook with
    {
        Questions =
        [
            .. playbook.Questions,
            new Question(new QuestionId("number"), "How many?", "Why.", "Words.", 5, QuestionKind.Number,
                [new Outcome(new OutcomeId("few"), null, 0, Below: 9, Hours: few), new Outcome(new OutcomeId("many"), null, 0, Hours: many)], 0),
        ],
    };
}
