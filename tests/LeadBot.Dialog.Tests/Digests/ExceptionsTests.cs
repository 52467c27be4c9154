using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;
using static LeadBot.Dialog.Tests.Digests.Mornings;

namespace LeadBot.Dialog.Tests.Digests;

public sealed class ExceptionsTests
{
    private readonly Mornings _mornings = new();
    private readonly Person _boss;

    public ExceptionsTests()
    {
        _boss = _mornings.Dana with { Id = new PersonId("boss"), Name = "Robin" };
        _mornings.Workspace = _mornings.Workspace with { Managers = [_boss.Id] };
    }

    [Fact]
    public void A_manager_sees_what_needs_one_in_one_card()
    {
        var acme = _mornings.Make("Acme", Monday, putOffs: 4, with: deal => deal with { Value = 5000, Course = deal.Course with { HoursSunk = 9 } });
        var borealis = _mornings.Make("Borealis", Monday, with: deal => deal with
        {
            Kept = new Keeping(VerdictKind.WalkAway, "a hunch", 5, deal.CreatedAt, 2),
            Course = deal.Course with { HoursSunk = 9, NotNow = new NotNow(Monday, 2) },
        });
        Raise(Need.OverBudget, borealis);
        Raise(Need.NotNowUsedUp, borealis);
        Raise(Need.StrungAlongInVain, acme, new Listed(Monday, 3, acme.Course.ChangedAt));
        RaiseUnpressed(5, [acme, borealis], 11);
        var decision = Morning(Monday);
        Assert.Equal(
            """
            # 3 things need you
            Dana pressed nothing in the last 5 digests, so they come once a week now. Waiting: Acme, Borealis and 11 more.
            [Open Acme] [Open Borealis]
            Acme (Dana): strung along, put off four times; listed three times and nothing happened. It has cost about 9 hours.
            [Show the deal] [Drop it] [Give it to somebody]
            Borealis (Dana): kept against Walk away for 5 hours, and about 7 hours went into it since; "not now" was said twice. It has cost about 9 hours.
            [Show the deal] [Drop it] [Give it to somebody]
            """,
            CardText.Of(decision.Exceptions!),
            ignoreLineEndingDifferences: true);
        Assert.Equal("3 things need you: Dana, Acme (Dana), Borealis (Dana)", decision.Exceptions!.Summary);
        Assert.Equal(4, decision.Told.Count);
        Assert.Null(decision.Digest);
        Assert.All(decision.Exceptions.AllButtons, button => Assert.Equal("2027-03-01", button.Data["exceptions"]));
    }

    [Fact]
    public void What_goes_on_is_said_again_on_mondays_after_its_gap()
    {
        Raise(Need.StrungAlongInVain, _mornings.Make("Acme", Monday, putOffs: 4));
        int[] days = [0, 7, 14, 28];
        Assert.Equal(days.Select(Monday.AddDays), MorningsOf(30));
    }

    [Fact]
    public void What_happened_once_is_said_once_and_again_when_it_happens_again()
    {
        var acme = _mornings.Make("Acme", Monday);
        Raise(Need.PriceCut, acme, what: new Happening.PriceCut(5000, 4000, "two years instead of one."));
        Assert.Contains("Acme (Dana): the price went from $5,000 to $4,000; given for it: two years instead of one.", CardText.Of(Morning(Monday).Exceptions!), StringComparison.Ordinal);
        Assert.Equal([], MorningsOf(30, from: 1));
        var told = Assert.Single(_mornings.Exceptions).Told;
        _mornings.Exceptions.Clear();
        Raise(Need.PriceCut, acme, at: Monday.AddDays(30), what: new Happening.PriceCut(4000, 3000, "nothing"), told: told);
        Assert.Contains("given for it: nothing", CardText.Of(Morning(Monday.AddDays(31)).Exceptions!), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_after_the_verdict_says_what_was_changed_to_what()
    {
        var terms = new Terms(Monday, 0.3, 0, 50, 0, 0, null);
        var acme = _mornings.Make("Acme", Monday, with: deal => deal with { Qualification = new DealQualification(LoseFast.Playbook.Hash, LoseFast.Playbook.Id, terms, deal.CreatedAt, [], VerdictKind.Pursue) });
        Raise(Need.EditedAfterVerdict, acme, what: new Happening.Answered(new QuestionId("pay"), new Answer.Amount(8000, 8000, Period.Once), Edited: true));
        Assert.Contains("Acme (Dana): after the verdict \"What do they expect to pay?\" was changed to \"$8,000\".", CardText.Of(Morning(Monday).Exceptions!), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_settled_meanwhile_is_not_said()
    {
        var lost = _mornings.Make("Acme", Monday, putOffs: 4, with: deal => deal with { State = DealState.Lost });
        Raise(Need.StrungAlongInVain, lost);
        Raise(Need.PriceCut, lost, what: new Happening.PriceCut(2, 1, "nothing"));
        Raise(Need.StrungAlongInVain, _mornings.Make("Borealis", Monday, putOffs: 1));
        Raise(Need.OverBudget, _mornings.Make("Cobalt", Monday));
        Raise(Need.NotNowUsedUp, _mornings.Make("Delta", Monday));
        RaiseUnpressed(0, [], 0);
        Assert.Null(Morning(Monday).Exceptions);
    }

    [Fact]
    public void Deals_left_strung_along_are_one_line_of_their_rep_once_a_week()
    {
        List<Deal> left = [.. Enumerable.Range(0, 3).Select(number => _mornings.Make($"Deal {number}", Monday, putOffs: 3))];
        _mornings.Exceptions.Add(new RaisedNow(new Raised(Need.LeftStrungAlong, _mornings.Dana.Id, null, _mornings.At(Monday)), _mornings.Dana, 0, null, null, left, 9));
        Assert.Equal(
            """
            # One thing needs you
            Dana has had 12 deals strung along for weeks: Deal 0, Deal 1, Deal 2 and 9 more.
            [Open Deal 0] [Open Deal 1] [Open Deal 2]
            """,
            CardText.Of(Morning(Monday).Exceptions!),
            ignoreLineEndingDifferences: true);
        Assert.Equal([Monday.AddDays(7), Monday.AddDays(14)], MorningsOf(18, from: 1));
    }

    [Fact]
    public void More_reps_than_one_morning_holds_take_turns()
    {
        LeaveStrungAlong(12);

        Assert.Equal([5, 5, 2, 0, 0], Enumerable.Range(0, 5).Select(day => Morning(Monday.AddDays(day)).Told.Count));
    }

    [Fact]
    public void When_hundreds_are_let_go_their_manager_hears_of_all_of_them_the_same_day()
    {
        LeaveStrungAlong(150);
        foreach (var number in Enumerable.Range(0, 150))
        {
            var rep = _mornings.Dana with { Id = new PersonId($"gone {number}"), Name = $"Gone {number}" };
            _mornings.Exceptions.Add(new RaisedNow(new Raised(Need.Gone, rep.Id, null, _mornings.At(Monday)), rep, 0, null, null, [_mornings.Make("Acme", Monday)], 2));
        }

        var morning = Morning(Monday);

        Assert.Equal(300, morning.Told.Select(told => told.About).Distinct().Count());
        var lines = CardText.Of(morning.Exceptions!).Split('\n');
        Assert.Contains(lines, line => line.StartsWith("50 more can't be reached any more while their deals stand still: Gone 102 (3), Gone 103 (3)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("50 more have had deals strung along for weeks: Rep 0 (1), Rep 1 (1)", StringComparison.Ordinal));
        Assert.Empty(Morning(Monday.AddDays(1)).Told);
    }

    private void LeaveStrungAlong(int reps)
    {
        foreach (var number in Enumerable.Range(0, reps))
        {
            var rep = _mornings.Dana with { Id = new PersonId($"rep {number}"), Name = $"Rep {number}" };
            _mornings.Exceptions.Add(new RaisedNow(new Raised(Need.LeftStrungAlong, rep.Id, null, _mornings.At(Monday)), rep, 0, null, null, [_mornings.Make("Acme", Monday, putOffs: 3)], 0));
        }
    }

    [Fact]
    public void While_nobody_is_a_manager_an_admin_is_told_and_how_to_make_one()
    {
        _mornings.Workspace = _mornings.Workspace with { Managers = [] };
        Raise(Need.StrungAlongInVain, _mornings.Make("Acme", Monday, putOffs: 4));
        var card = Morning(Monday).Exceptions!;
        Assert.Contains("settings managers add @name", CardText.Of(card), StringComparison.Ordinal);
        Assert.Empty(card.AllButtons);
    }

    [Theory]
    [InlineData("boss", "", "", true)] // no manager at all
    [InlineData("boss", "kim", "", false)] // one of everybody
    [InlineData("boss", "kim", "sales", false)] // one of their team
    [InlineData("boss", "kim", "service", true)] // only another team has one
    [InlineData("kim", "kim", "service", false)]
    [InlineData("kim", "kim", "sales", true)]
    [InlineData("kim", "kim", "", true)]
    [InlineData("lee", "kim", "service", false)]
    [InlineData("boss", "boss", "service", true)] // admin and manager of another team
    public void A_rep_whose_team_has_no_manager_is_looked_after_by_managers_without_a_team_or_else_by_admins(string by, string manager, string team, bool hears)
    {
        var workspace = _mornings.Workspace with { Managers = manager.Length == 0 ? [] : [new PersonId(manager)] };
        List<Person> people = [.. ((string[])["boss", "kim", "lee"]).Select(id => _mornings.Dana with { Id = new PersonId(id), Team = id == manager && team.Length > 0 ? team : null })];

        Assert.Equal(hears, Oversight.Of(people.Single(person => person.Id.Value == by), workspace, people)?.Includes(_mornings.Dana) == true);
    }

    [Fact]
    public void A_rep_who_is_gone_is_told_of_once_a_week_until_their_deals_are_given_away()
    {
        List<Deal> deals = [.. Enumerable.Range(0, 5).Select(number => _mornings.Make($"Deal {number}", Monday.AddDays(-7 * number), putOffs: 3))];
        deals[4] = deals[4] with { State = DealState.Parked };
        _mornings.Exceptions.Add(GoneRep.Of(_mornings.Dana, deals, _mornings.Workspace, _mornings.Calendar, null, _mornings.At(Monday))!);
        // What else would be said of them goes without saying.
        _mornings.Exceptions.Add(LeftStrungAlong.Of(_mornings.Dana, 0, deals, null, _mornings.At(Monday))!);
        RaiseUnpressed(5, [deals[0]], 0);
        Assert.Equal(
            """
            # One thing needs you
            Dana can't be reached any more, and 5 deals of theirs stand still, one of them silent for 15 working days. Give them to somebody: Deal 3, Deal 2, Deal 1 and 2 more.
            [Give Deal 3 away] [Give Deal 2 away] [Give Deal 1 away]
            """,
            CardText.Of(Morning(Monday).Exceptions!),
            ignoreLineEndingDifferences: true);
        Assert.Equal([Monday.AddDays(7), Monday.AddDays(14)], MorningsOf(18, from: 1));
        Assert.Null(GoneRep.Of(_mornings.Dana, [], _mornings.Workspace, _mornings.Calendar, null, _mornings.At(Monday)));
    }

    [Fact]
    public void An_admin_and_manager_gets_buttons_for_their_own_team_alone()
    {
        _mornings.Workspace = _mornings.Workspace with { Admin = _boss.Id };
        Raise(Need.StrungAlongInVain, _mornings.Make("Acme", Monday, putOffs: 4));
        _mornings.Dana = _mornings.Dana with { Team = "another" };
        Raise(Need.StrungAlongInVain, _mornings.Make("Borealis", Monday, putOffs: 4));
        var card = Morning(Monday).Exceptions!;

        Assert.Equal(3, card.AllButtons.Count());
        Assert.Contains("What has no buttons comes to you because nobody manages those reps' team.", CardText.Of(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 27, 27, false)] // they still have time
    [InlineData(3, 28, 28, true)]
    [InlineData(2, 60, 60, false)] // not strung along
    [InlineData(3, 1, 55, false)] // put off yesterday
    [InlineData(3, 1, 56, true)] // … for eight weeks
    public void A_deal_is_left_strung_along_after_four_weeks_untouched_or_eight_without_progress(int putOffs, int untouched, int withoutProgress, bool left)
    {
        var now = _mornings.At(Monday, 12);
        var deal = _mornings.Make("Acme", Monday.AddDays(-withoutProgress), putOffs, deal => deal with { Course = deal.Course with { ChangedAt = now.AddDays(-untouched) } });
        Assert.Equal(left, LeftStrungAlong.Is(deal, _mornings.Dana, _mornings.Workspace, _mornings.Calendar, now));
    }

    [Fact]
    public void A_step_nobody_settled_is_the_put_off_that_strings_a_deal_along()
    {
        var planned = _mornings.Make("Acme", Monday.AddDays(-45), putOffs: 2, deal => deal with
        {
            Course = deal.Course with { Next = new NextStep("send the quote", Monday.AddDays(-40), Monday.AddDays(-45)) },
        });
        Assert.True(LeftStrungAlong.Is(planned, _mornings.Dana, _mornings.Workspace, _mornings.Calendar, _mornings.At(Monday)));
        Assert.False(LeftStrungAlong.Is(planned, _mornings.Dana, _mornings.Workspace, _mornings.Calendar, _mornings.At(Monday.AddDays(-20))));
    }

    [Fact]
    public void A_managers_own_deals_are_no_exceptions_of_theirs()
    {
        Raise(Need.StrungAlongInVain, _mornings.Make("Acme", Monday, putOffs: 4));
        Assert.Null(Digest.Compose(_mornings.Input(_mornings.At(Monday)) with { Own = [] }).Exceptions);
    }

    [Fact]
    public void A_manager_hears_of_edited_hours_and_prices_price_cuts_broken_budgets_and_the_second_not_now()
    {
        var terms = new Terms(Monday, 0.3, 0, 50, 0, 0, null);
        var acme = _mornings.Make("Acme", Monday, with: deal => deal with
        {
            Qualification = new DealQualification(LoseFast.Playbook.Hash, LoseFast.Playbook.Id, terms, deal.CreatedAt, [], VerdictKind.Pursue),
            Kept = new Keeping(VerdictKind.Park, "a hunch", 1, deal.CreatedAt),
            Course = deal.Course with { HoursSunk = 2, NotNow = new NotNow(Monday, 2) },
        });
        var price = new Happening.Answered(new QuestionId("pay"), new Answer.Amount(8000, 8000, Period.Once), Edited: true);
        var raised = Raises.Of(
            new DealChange(acme, [price, new Happening.PriceCut(9000, 8000, "nothing"), new Happening.Touched(TouchKind.NoContact, 1, null), new Happening.SetAside(Monday)]), _mornings.Playbooks, _mornings.At(Monday));
        Assert.Equal([Need.EditedAfterVerdict, Need.PriceCut, Need.OverBudget, Need.NotNowUsedUp], raised.Select(r => r.Need));
        Assert.Equal(price, raised[0].What);

        Assert.Empty(Raises.Of(new DealChange(acme, [price with { Edited = false }, price with { Question = new QuestionId("who") }]), _mornings.Playbooks, _mornings.At(Monday)));
        Assert.Empty(Raises.Of(new DealChange(acme with { State = DealState.Lost }, [price]), _mornings.Playbooks, _mornings.At(Monday)));
        Assert.Empty(Raises.Of(
            new DealChange(acme with { Kept = null, Course = acme.Course with { NotNow = new NotNow(Monday, 1) } }, [new Happening.Touched(TouchKind.NoContact, 1, null), new Happening.SetAside(Monday)]), _mornings.Playbooks, _mornings.At(Monday)));
    }

    private void Raise(Need need, Deal deal, Listed? listed = null, DateOnly? at = null, Happening? what = null, Listed? told = null) =>
        _mornings.Exceptions.Add(new RaisedNow(new Raised(need, _mornings.Dana.Id, deal.Id, _mornings.At(at ?? Monday.AddDays(-1)), what), _mornings.Dana, 0, new DueDeal(deal, listed), told, [], 0));

    private void RaiseUnpressed(int unpressed, IReadOnlyList<Deal> waiting, int more) =>
        _mornings.Exceptions.Add(new RaisedNow(new Raised(Need.DigestsUnpressed, _mornings.Dana.Id, null, _mornings.At(Monday.AddDays(-1))), _mornings.Dana, unpressed, null, null, waiting, more));

    private List<DateOnly> MorningsOf(int days, int from = 0) => [.. Enumerable.Range(from, days).Select(Monday.AddDays).Where(day => Morning(day).Exceptions is not null)];

    private DigestDecision Morning(DateOnly day)
    {
        var decision = Digest.Compose(_mornings.Input(_mornings.At(day)) with { Person = _boss, Own = [] });
        var told = decision.Told.ToDictionary(t => t.About, t => t.Listed);
        for (var i = 0; i < _mornings.Exceptions.Count; i++)
        {
            var need = _mornings.Exceptions[i];
            _mornings.Exceptions[i] = need with { Told = told.GetValueOrDefault(need.Raised.About, need.Told!) };
        }

        return decision;
    }
}
