using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;
using LeadBot.TestKit;
using static LeadBot.Dialog.Tests.Digests.Mornings;

namespace LeadBot.Dialog.Tests.Digests;

public sealed class ComposingTests
{
    private readonly Mornings _mornings = new();

    [Fact]
    public void Nothing_to_say_is_no_digest_and_the_next_day_is_looked_at()
    {
        _mornings.Make("Acme", Monday.AddDays(-3));
        var decision = _mornings.Compose(Monday);
        Assert.Null(decision.Digest);
        Assert.Equal(_mornings.At(Monday.AddDays(1)), decision.NextAt);
    }

    [Fact]
    public void Of_equal_stakes_the_names_decide_and_among_namesakes_who_was_first()
    {
        var borealis = _mornings.Make("Borealis", Monday, putOffs: 3);
        var (acme, namesake) = (_mornings.Make("Acme", Monday, putOffs: 3), _mornings.Make("Acme", Monday, putOffs: 3));

        Assert.Equal([acme.Id, namesake.Id, borealis.Id], _mornings.Compose(Monday).Listings.Select(listing => listing.Deal));
    }

    [Fact]
    public void Cooling_is_never_listed()
    {
        var cooling = _mornings.Make("Acme", Monday.AddDays(-14));
        Assert.Equal(Health.Cooling, Silence.Of(cooling, Monday, _mornings.Calendar, SilenceRules.Usual).Health);
        Assert.Equal("", _mornings.Card(Monday));
    }

    [Fact]
    public void Outside_their_hours_and_a_second_time_that_day_nothing_comes()
    {
        _mornings.Make("Acme", Monday, putOffs: 3);
        Assert.Null(_mornings.Compose(Monday, 8, 29).Digest);
        Assert.Null(_mornings.Compose(Monday, 18, 0).Digest);
        Assert.NotNull(_mornings.Compose(Monday, 17, 59).Digest);
        _mornings.Make("Borealis", Monday, putOffs: 3);
        Assert.Null(_mornings.Compose(Monday, 17, 59).Digest);
        Assert.NotNull(_mornings.Compose(Monday.AddDays(1)).Digest);
    }

    [Fact]
    public void What_did_not_change_comes_back_on_mondays_after_3_6_and_12_days()
    {
        _mornings.Make("Acme", Monday, putOffs: 3);
        int[] days = [0, 7, 14, 28, 42];
        Assert.Equal(days.Select(Monday.AddDays), _mornings.Days(Monday, 50));
    }

    [Fact]
    public void A_put_off_makes_a_strung_along_deal_news_at_once()
    {
        var acme = _mornings.Make("Acme", Monday, putOffs: 3);
        _mornings.Card(Monday);
        _mornings.Do(acme, deal => Living.Log(deal, new Touch(TouchKind.PutOff, 1, null), _mornings.At(Monday, 14), Monday, _mornings.Calendar));
        Assert.Contains("put off four times", _mornings.Card(Monday.AddDays(1)), StringComparison.Ordinal);
        Assert.Equal(1, _mornings.Of(acme).Listed!.Times);
    }

    [Fact]
    public void A_stale_deal_is_left_alone_for_three_days_after_a_contact()
    {
        var acme = _mornings.Make("Acme", Monday.AddDays(-28));
        _mornings.Card(Monday);
        _mornings.Do(acme, deal => Living.Log(deal, new Touch(TouchKind.NoContact, 0.5m, null), _mornings.At(Monday, 14), Monday, _mornings.Calendar));
        Assert.Equal(Monday.AddDays(3), _mornings.Days(Monday.AddDays(1), 7)[0]);
    }

    [Fact]
    public void At_most_as_many_as_they_want_the_most_at_stake_first()
    {
        _mornings.Dana = _mornings.Dana with { Digest = _mornings.Dana.Digest with { MostDeals = 2 } };
        foreach (var (name, value) in ((string, decimal)[])[("Acme", 1000), ("Borealis", 9000), ("Cobalt", 5000), ("Delta", 0)])
        {
            _mornings.Make(name, Monday, putOffs: 3, with: deal => deal with { Value = value });
        }

        Assert.Equal(
            """
            # 2 deals to look at
            Borealis: strung along, put off three times since it last moved. No hours are logged on it. It comes first: about 4 hours and $9,000 at stake.
            [Drop it] [It moved] [Park it] [Not now]
            Cobalt: strung along, put off three times since it last moved. No hours are logged on it. About 4 hours and $5,000 at stake.
            [Drop it] [It moved] [Park it] [Not now]
            ~ 2 more wait. "deals" shows them.
            [All my deals]
            """,
            _mornings.Card(Monday),
            ignoreLineEndingDifferences: true);
        Assert.Contains("Acme:", _mornings.Card(Monday.AddDays(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Those_that_were_not_loaded_are_counted_with_those_that_wait()
    {
        for (var i = 0; i < Reminder.MostLookedAt(_mornings.Dana); i++)
        {
            _mornings.Make($"Deal {i}", Monday, putOffs: 3);
        }

        var digest = Digest.Compose(_mornings.Input(_mornings.At(Monday)) with { NotLoaded = 90 }).Digest;

        Assert.Contains("~ 95 more wait. \"deals\" shows them.", CardText.Of(digest!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deal_with_an_ask_day_is_looked_at_before_all_others()
    {
        var dear = _mornings.Make("Acme", Monday, putOffs: 3, with: deal => deal with { Value = 1_000_000_000 });
        var asking = _mornings.Make("Borealis", Monday, with: deal => deal with { Course = deal.Course with { AskOn = Monday } });
        Assert.True(Urgency(asking) > Urgency(dear));

        double Urgency(Deal deal) => Attention.Urgency(deal, _mornings.Workspace, _mornings.Playbooks, _mornings.Team);
    }

    [Fact]
    public void A_stale_deal_says_how_long_what_it_cost_and_what_is_at_stake()
    {
        _mornings.Make("Acme", Monday.AddDays(-28), with: deal => deal with { Value = 5000, Course = deal.Course with { HoursSunk = 1.5m, PutOffs = 1 } });
        Assert.Equal(
            """
            # One deal to look at
            Acme: stale, silent for 20 working days (the limit is 15). It has cost about 1 h 30 min and 1 put-off. About 3 hours and $5,000 at stake.
            [Drop it] [It moved] [Park it] [Not now]
            """,
            _mornings.Card(Monday),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_learnt_limit_explains_itself()
    {
        _mornings.Workspace = _mornings.Workspace with { Silence = SilencePolicy.Usual with { Approved = new LearntLimit(18, Monday, 60, 0.05, 15, 19, 20, 20) } };
        _mornings.Make("Acme", Monday.AddDays(-28));
        Assert.Contains("Acme: stale, silent for 20 working days; your won deals never were for more than 19.", _mornings.Card(Monday), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lapsed_step_is_told_with_what_it_was_and_kept_with_the_digest()
    {
        var acme = _mornings.Make("Acme", Monday.AddDays(-7), with: deal => deal with { Course = deal.Course with { Next = new NextStep("send the quote", Monday.AddDays(-5), Monday.AddDays(-7)) } });
        var decision = _mornings.Compose(Monday);
        Assert.Contains("Acme: \"send the quote\" was due on Wed 24 February 2027 and nothing came of it; that counts as a put-off. It has cost 1 put-off.", CardText.Of(decision.Digest!), StringComparison.Ordinal);
        Assert.IsType<Happening.NextLapsed>(Assert.Single(Assert.Single(decision.Changes).What));
        Assert.Equal(1, _mornings.Of(acme).Deal.Course.PutOffs);
        Assert.Equal("", _mornings.Card(Monday.AddDays(1)));
    }

    [Fact]
    public void What_is_not_listed_today_is_not_settled_so_that_it_is_told_tomorrow()
    {
        _mornings.Dana = _mornings.Dana with { Digest = _mornings.Dana.Digest with { MostDeals = 1 } };
        _mornings.Make("Acme", Monday, putOffs: 3, with: deal => deal with { Value = 90_000 });
        _mornings.Make("Borealis", Monday.AddDays(-7), with: deal => deal with { State = DealState.Parked, ParkedUntil = Monday });
        Assert.Single(_mornings.Compose(Monday).Listings);
        Assert.Contains("Borealis: back from parking since Mon 1 March 2027.", _mornings.Card(Monday.AddDays(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Back_from_parking_is_told_once()
    {
        _mornings.Make("Acme", Monday.AddDays(-70), with: deal => deal with { State = DealState.Parked, ParkedUntil = Monday });
        Assert.Contains("Acme: back from parking today.", _mornings.Card(Monday), StringComparison.Ordinal);
        Assert.Equal([], _mornings.Days(Monday.AddDays(1), 14));
    }

    [Fact]
    public void On_the_ask_day_the_words_are_there()
    {
        var acme = _mornings.Put(Asking("Acme") is var deal ? deal with { Course = deal.Course with { AskOn = Monday } } : null!);
        Assert.Equal(
            """
            # One deal to look at
            Acme: today is the day to ask them. No hours are logged on it. About 4 hours at stake.
            > Ask them: What does it cost them to do nothing?
            >   Suppose you leave everything as it is until next year. What happens?
            > Ask them: Have you talked to the person who can say yes?
            >   Besides you, who could stop this? Can the three of us talk for ten minutes before I write anything?
            [Answer: What does it cost them to do nothing?] [Answer: Have you talked to the person who can say yes?] [Drop it] [It moved] [Park it] [Not now]
            """,
            _mornings.Card(Monday),
            ignoreLineEndingDifferences: true);
        Assert.Equal("", _mornings.Card(Monday.AddDays(1)));
        Assert.Contains("Acme: you wanted to ask them on Mon 1 March 2027 and nothing came of it; that counts as a put-off.", _mornings.Card(Monday.AddDays(2)), StringComparison.Ordinal);
        Assert.Null(_mornings.Of(acme).Deal.Course.AskOn);
    }

    [Fact]
    public void An_ask_day_comes_before_everything_else_since_tomorrow_it_would_be_a_put_off()
    {
        _mornings.Make("Borealis", Monday, putOffs: 3, with: deal => deal with { Value = 90_000 });
        _mornings.Put(Asking("Acme") is var deal ? deal with { Course = deal.Course with { AskOn = Monday } } : null!);
        Assert.Equal(2, _mornings.Compose(Monday).Listings.Count);
        Assert.Equal("Acme", _mornings.All.Single(due => due.Deal.Id == deal.Id).Deal.Name);
        Assert.StartsWith("2 deals to look at: Acme, Borealis", Digest.Compose(_mornings.Input(_mornings.At(Monday)) with { Own = [.. _mornings.All.Select(due => due with { Listed = null })], Last = null }).Digest!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_that_changed_because_a_date_passed_is_told_once()
    {
        var acme = _mornings.Put(Qualified("Acme", VerdictKind.Pursue, when: new Answer.By(Monday.AddDays(-3), Monday.AddDays(-1)), who: new Answer.DontKnow()));
        var decision = _mornings.Compose(Monday);
        var card = CardText.Of(decision.Digest!);
        Assert.Contains("Acme: it was Pursue; a date you were told has passed, so now it is Ask first.", card, StringComparison.Ordinal);
        Assert.Contains("[Show the verdict]", card, StringComparison.Ordinal);
        Assert.Equal(new Happening.Judged(VerdictKind.AskFirst), Assert.Single(Assert.Single(decision.Changes).What));
        Assert.Equal(VerdictKind.AskFirst, _mornings.Of(acme).Deal.Qualification!.Verdict);
        Assert.Equal([], _mornings.Days(Monday.AddDays(1), 9));
    }

    [Fact]
    public void A_qualified_deal_is_looked_at_on_the_day_after_a_date_they_were_told()
    {
        var acme = _mornings.Put(Qualified("Acme", VerdictKind.Pursue, when: new Answer.By(Monday, Monday.AddDays(1)), who: new Answer.DontKnow()));
        var picked = _mornings.Put(Qualified("Borealis", VerdictKind.Pursue, when: new Answer.Picked(new OutcomeId("soon")), who: new Answer.DontKnow()));
        Assert.Equal(_mornings.At(Monday.AddDays(2), 0, 0), At(acme));
        Assert.True(At(picked) <= _mornings.At(Monday.AddDays(-5 + 120 + 1), 0, 0));
        Assert.Equal([Monday.AddDays(2)], _mornings.Days(Monday, 5));

        DateTimeOffset? At(Deal deal) => Attention.At(deal, null, _mornings.Dana, _mornings.Workspace, _mornings.Calendar, _mornings.Playbooks, _mornings.At(Monday));
    }

    [Fact]
    public void A_kept_deal_is_listed_once_its_hours_are_used_up()
    {
        var acme = _mornings.Make("Acme", Monday.AddDays(-4), with: deal => deal with
        {
            Kept = new Keeping(VerdictKind.WalkAway, "a hunch", 3, deal.CreatedAt, SunkBefore: 4),
            Course = deal.Course with { HoursSunk = 6.9m },
        });
        Assert.Equal("", _mornings.Card(Monday));
        _mornings.Do(acme, deal => Living.Log(deal, new Touch(TouchKind.NoContact, 0.1m, null), _mornings.At(Monday, 14), Monday, _mornings.Calendar));
        Assert.Contains("Acme: the 3 hours you gave it are used up. It has cost about 7 hours.", _mornings.Card(Monday.AddDays(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_now_is_kept_until_its_day_and_offered_twice_at_most()
    {
        var acme = _mornings.Make("Acme", Monday, putOffs: 3);
        _mornings.Card(Monday);
        _mornings.Do(acme, deal => Living.SetAside(deal, Monday.AddDays(3), _mornings.At(Monday, 14)));
        Assert.Equal([Monday.AddDays(3)], _mornings.Days(Monday.AddDays(1), 3));
        _mornings.Do(acme, deal => Living.SetAside(deal, Monday.AddDays(8), _mornings.At(Monday.AddDays(3), 12)));
        Assert.Equal([], _mornings.Days(Monday.AddDays(4), 4));
        var card = _mornings.Card(Monday.AddDays(8));
        Assert.Contains("Acme: you wanted to come back to it now. Strung along, put off three times since it last moved.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Not now", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_park_is_announced_five_days_before_and_happens_as_announced()
    {
        _mornings.Workspace = _mornings.Workspace with { AutoParkAfter = 10 };
        var acme = _mornings.Make("Acme", Monday.AddDays(-21)); // 15 working days: stale from Tuesday on, parked 10 working days later
        Assert.Equal([Monday.AddDays(1)], _mornings.Days(Monday, 7));
        Assert.DoesNotContain("park it on", _mornings.Card(Monday.AddDays(7)), StringComparison.Ordinal);
        Assert.Contains("I'll park it on Tue 16 March 2027 unless something happens before.", _mornings.Card(Monday.AddDays(8)), StringComparison.Ordinal);
        Assert.Equal([Monday.AddDays(15)], _mornings.Days(Monday.AddDays(9), 7));
        Assert.Equal((DealState.Parked, Monday.AddDays(75)), (_mornings.Of(acme).Deal.State, _mornings.Of(acme).Deal.ParkedUntil));
    }

    [Fact]
    public void Auto_park_turned_on_late_still_gives_five_days()
    {
        var acme = _mornings.Make("Acme", Monday.AddDays(-200));
        _mornings.Card(Monday);
        _mornings.Workspace = _mornings.Workspace with { AutoParkAfter = 5 };
        Assert.Contains("I'll park it on Tue 9 March 2027", _mornings.Card(Monday.AddDays(1)), StringComparison.Ordinal);
        Assert.Equal([Monday.AddDays(7), Monday.AddDays(8)], _mornings.Days(Monday.AddDays(2), 7));
        Assert.Equal(DealState.Parked, _mornings.Of(acme).Deal.State);
    }

    [Fact]
    public void A_contact_takes_an_announced_parking_back()
    {
        _mornings.Workspace = _mornings.Workspace with { AutoParkAfter = 5 };
        var acme = _mornings.Make("Acme", Monday.AddDays(-200));
        Assert.Contains("I'll park it on Mon 8 March 2027", _mornings.Card(Monday), StringComparison.Ordinal);
        _mornings.Do(acme, deal => Living.Log(deal, new Touch(TouchKind.Progress, 1, null), _mornings.At(Monday, 14), Monday, _mornings.Calendar));
        Assert.Equal([], _mornings.Days(Monday.AddDays(1), 14));
        Assert.Equal(DealState.Open, _mornings.Of(acme).Deal.State);
    }

    [Fact]
    public void The_parking_itself_can_be_undone_from_the_card()
    {
        _mornings.Workspace = _mornings.Workspace with { AutoParkAfter = 5 };
        _mornings.Make("Acme", Monday.AddDays(-200));
        _mornings.Days(Monday, 7);
        Assert.Equal(
            """
            # One deal to look at
            Acme: parked until Fri 7 May 2027, as announced. No hours are logged on it. About 4 hours at stake.
            [Drop it] [Reopen it]
            """,
            _mornings.Card(Monday.AddDays(7)),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Deals_of_an_absent_colleague_are_listed_for_the_one_who_covers()
    {
        var lee = _mornings.Dana with { Id = new PersonId("lee"), Name = "Lee", Absences = [new Absence(Monday, Monday.AddDays(4), _mornings.Dana.Id)] };
        var hers = _mornings.Make("Acme", Monday, putOffs: 3) with { Owner = lee.Id };
        _mornings.Covered.Add(new CoveredDeals(lee, [new DueDeal(hers, null)]));
        _mornings.Put(hers);
        Assert.StartsWith("# One deal to look at\nAcme, for Lee, who is away until Fri 5 March 2027: strung along", _mornings.Card(Monday), StringComparison.Ordinal);
    }

    [Fact]
    public void After_five_unpressed_it_says_why_it_comes_weekly_and_the_manager_hears_of_it()
    {
        _mornings.Unpressed = 5;
        _mornings.Make("Acme", Monday, putOffs: 3);
        var decision = _mornings.Compose(Monday);
        Assert.EndsWith("~ Nothing was pressed in the last few digests, so they come once a week now. Press any button and they come daily again.", CardText.Of(decision.Digest!), StringComparison.Ordinal);
        Assert.Equal(Need.DigestsUnpressed, Assert.Single(decision.Raised).Need);
        Assert.Equal(_mornings.At(Monday.AddDays(7)), decision.NextAt);
    }

    [Fact]
    public void Listed_three_times_in_vain_a_strung_along_deal_comes_before_its_manager()
    {
        var acme = _mornings.Make("Acme", Monday, putOffs: 3);
        Assert.Empty(_mornings.Compose(Monday).Raised);
        Assert.Empty(_mornings.Compose(Monday.AddDays(7)).Raised);
        Assert.Equal(new Raised(Need.StrungAlongInVain, _mornings.Dana.Id, acme.Id, _mornings.At(Monday.AddDays(14))), Assert.Single(_mornings.Compose(Monday.AddDays(14)).Raised));
    }

    [Fact]
    public void Put_off_twice_as_often_as_may_be_it_comes_before_its_manager_at_once()
    {
        _mornings.Make("Acme", Monday, putOffs: 6);
        Assert.Equal(Need.StrungAlongInVain, Assert.Single(_mornings.Compose(Monday).Raised).Need);
    }

    [Fact]
    public void A_deal_with_an_address_in_the_crm_links_there()
    {
        _mornings.Make("Acme", Monday, putOffs: 3, with: deal => deal with { Crm = new CrmLink("42", "https://crm.example/42") });
        Assert.Contains("(Open it in the CRM: https://crm.example/42)", _mornings.Card(Monday), StringComparison.Ordinal);
    }

    /// <summary>Everything answered well but two things nobody knows, one of which decides.</summary>
    private Deal Asking(string name) => Qualified(name, VerdictKind.AskFirst, new Answer.By(Monday.AddDays(20), Monday.AddDays(20)), new Answer.DontKnow(), new Answer.DontKnow());

    private Deal Qualified(string name, VerdictKind verdict, Answer when, Answer who, Answer? nothing = null)
    {
        var on = Monday.AddDays(-5);
        var terms = new Terms(on, 0.3, 0, 50, 0, 0, null);
        GivenAnswer[] answers =
        [
            Given("can-use", new Answer.Picked(new OutcomeId("fits"))),
            Given("pay", new Answer.Picked(new OutcomeId("large"))),
            Given("price-talk", new Answer.Picked(new OutcomeId("calm"))),
            Given("if-nothing", nothing ?? new Answer.Picked(new OutcomeId("annoying"))),
            Given("who", who),
            Given("when", when),
            Given("did", new Answer.Picked(new OutcomeId("polite"))),
            Given("no-is-fine", new Answer.Picked(new OutcomeId("wants"))),
        ];
        return _mornings.Make(name, on, with: deal => deal with { Qualification = new DealQualification(LoseFast.Playbook.Hash, LoseFast.Playbook.Id, terms, _mornings.At(on), answers, verdict) });

        GivenAnswer Given(string question, Answer answer) => new(new QuestionId(question), answer, on, answer is Answer.DontKnow ? 1 : 0);
    }
}
