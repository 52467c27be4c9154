using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

/// <summary>What is typed and pressed about living deals.</summary>
public sealed class DealingTests
{
    [Fact]
    public void A_day_that_has_come_for_its_owner_is_none_to_park_a_deal_until()
    {
        var desk = new Desk { Now = new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero) };
        desk.Person("dana", p => p with { TimeZone = "Pacific/Auckland", TimeZoneIsTheirs = true });
        desk.Person("mo", p => p with { TimeZone = "America/Los_Angeles", TimeZoneIsTheirs = true });
        desk.Workspace = desk.Workspace with { Managers = [new PersonId("mo")] };
        desk.Has("Acme");

        desk.Type("park Acme until tomorrow", "mo");
        Assert.Equal(DealState.Open, desk.Deal("Acme").State);

        desk.Type("in 2 days", "mo");
        Assert.Equal(new DateOnly(2026, 11, 25), desk.Deal("Acme").ParkedUntil);
    }

    [Fact]
    public void A_put_off_is_never_recorded_without_a_press()
    {
        var desk = Acme();
        Assert.Empty(desk.Type("log Acme 1h call me in January").Changes);
        desk.Press("Yes, they put me off");
        Assert.Equal((1, 1m), (desk.Deal("Acme").Course.PutOffs, desk.Deal("Acme").Course.HoursSunk));
        Assert.Equal(new Happening.Touched(TouchKind.PutOff, 1, "call me in January"), desk.History(desk.Deal("Acme").Id)[^1].What[0]);
    }

    [Fact]
    public void It_moved_asks_for_a_next_step_and_keeps_both_at_once()
    {
        var desk = Acme();
        desk.Type("log Acme 1h they want a demo");
        desk.Press("It moved");
        Assert.Equal(1, desk.Deal("Acme").Revision);
        desk.Type("friday demo with the boss");
        var course = desk.Deal("Acme").Course;
        Assert.Equal(("demo with the boss", new DateOnly(2026, 11, 27)), (course.Next!.What, course.Next.Due));
        Assert.Equal((2, 1m, 0m), (desk.Deal("Acme").Revision, course.HoursSunk, course.HoursSinceProgress));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("no next step")]
    public void The_next_step_can_be_left_out(string none)
    {
        var desk = Acme();
        desk.Type("log Acme it moved");
        desk.Type(none);
        Assert.Equal(2, desk.Deal("Acme").Revision);
        Assert.Null(desk.Deal("Acme").Course.Next);
    }

    [Fact]
    public void A_press_without_hours_is_recorded_at_once_and_hours_can_be_added()
    {
        var desk = Acme();
        desk.Type("deal Acme");
        desk.Press("They put me off");
        Assert.Equal(1, desk.Deal("Acme").Course.PutOffs);
        desk.Press("30 min");
        Assert.Equal((1, 0.5m), (desk.Deal("Acme").Course.PutOffs, desk.Deal("Acme").Course.HoursSunk));
    }

    [Fact]
    public void A_step_in_the_past_is_asked_again_in_a_clear_sentence()
    {
        var desk = Acme();
        var said = desk.Type("next Acme yesterday send the quote");
        Assert.Empty(said.Changes);
        Assert.Contains("has passed", said.Say[0].Summary, StringComparison.Ordinal);
        desk.Type("friday");
        Assert.Equal("send the quote", desk.Deal("Acme").Course.Next!.What);
    }

    [Fact]
    public void A_day_in_the_past_is_said_so_before_the_step_is_asked_for()
    {
        var desk = Acme();
        var said = desk.Type("next Acme yesterday");
        Assert.Empty(said.Changes);
        Assert.Contains("has passed", said.Say[0].Summary, StringComparison.Ordinal);
        desk.Type("friday");
        desk.Type("send the quote");
        Assert.Equal("send the quote", desk.Deal("Acme").Course.Next!.What);
    }

    [Fact]
    public void A_step_further_off_than_the_limit_is_kept_and_parking_is_offered()
    {
        var desk = Acme();
        var said = desk.Type("next Acme in 3 months call again");
        Assert.NotNull(desk.Deal("Acme").Course.Next);
        Assert.Contains(said.Say[0].Buttons, b => b.Action == ButtonActions.ParkUntil);
        desk.Press(said.Say[0].Buttons.First(b => b.Action == ButtonActions.ParkUntil));
        Assert.Equal(DealState.Parked, desk.Deal("Acme").State);
    }

    [Fact]
    public void A_step_that_takes_the_place_of_another_is_asked_about()
    {
        var desk = Acme();
        desk.Type("next Acme tuesday send the quote");
        Assert.Empty(desk.Type("next Acme friday call").Changes);
        desk.Press("Not done: move it");
        Assert.Equal(1, desk.Deal("Acme").Course.PutOffs);
        desk.Type("next Acme monday call again");
        desk.Type("done and it moved");
        Assert.Equal(0, desk.Deal("Acme").Course.PutOffs);
    }

    [Theory]
    [InlineData("lost Acme they said no", "They said no", null)]
    [InlineData("lose acme because they said no", "They said no", null)]
    [InlineData("lost Acme the budget went to a trade fair", "Other", "the budget went to a trade fair")]
    public void A_reason_needs_no_separator(string typed, string reason, string? note)
    {
        var desk = Acme();
        desk.Type(typed);
        Assert.Equal((reason, note), (desk.Deal("Acme").Lost!.Reason, desk.Deal("Acme").Lost!.Note));
    }

    [Fact]
    public void Hours_freed_are_what_deals_lost_late_usually_cost_the_team()
    {
        var desk = Acme();
        desk.Team = new TeamRecord(5, 20, 10, 14);
        desk.Type("log Acme 2h nobody picked up");
        desk.Type("lost Acme they said no");
        Assert.Equal(12, desk.Deal("Acme").Lost!.HoursFreed);
    }

    [Fact]
    public void Two_deals_that_could_be_meant_are_asked_about_and_the_whole_command_is_done()
    {
        var desk = new Desk();
        desk.Has("Acme West");
        desk.Has("Acme East");
        Assert.Equal(["Acme West", "Acme East"], desk.Type("log Acme 1h left a voicemail").Say[0].Buttons.Select(b => b.Label));
        desk.Type("acme east");
        Assert.Equal((0m, 1m), (desk.Deal("Acme West").Course.HoursSunk, desk.Deal("Acme East").Course.HoursSunk));
        desk.Type("lost acme they said no");
        desk.Press("Acme West");
        Assert.Equal("They said no", desk.Deal("Acme West").Lost!.Reason);
    }

    [Fact]
    public void A_name_nobody_knows_is_never_taken_for_words_about_another_deal()
    {
        var desk = Acme();
        desk.Type("deal Acme");
        var said = desk.Type("lost Globex they went with somebody else");
        Assert.Empty(said.Changes);
        Assert.Contains("Did you mean Acme?", said.Say[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_about_the_deal_talked_about_whatever_other_deals_are_called()
    {
        var desk = Acme();
        desk.Has("Callisto");
        desk.Type("deal Acme");
        desk.Type("log 1h call went unanswered, no answer");
        Assert.Equal((1m, 0m), (desk.Deal("Acme").Course.HoursSunk, desk.Deal("Callisto").Course.HoursSunk));
    }

    [Fact]
    public void A_deal_never_qualified_can_be_won_parked_reopened_and_lost()
    {
        var desk = Acme();
        desk.Type("park Acme until 1 march");
        Assert.Equal(new DateOnly(2027, 3, 1), desk.Deal("Acme").ParkedUntil);
        desk.Type("reopen it");
        desk.Type("won it");
        Assert.Equal(DealState.Won, desk.Deal("Acme").State);
        desk.Type("reopen Acme");
        desk.Type("lose it");
        desk.Press("They want it free");
        Assert.Equal("They want it free", desk.Deal("Acme").Lost!.Reason);
    }

    [Fact]
    public void A_lower_price_after_a_verdict_asks_what_they_gave_for_it()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("900");
        desk.Type("edit");
        var said = desk.Type("500");
        Assert.Contains("What did they give for it?", said.Say[^1].Summary, StringComparison.Ordinal);
        desk.Type("Value of a reference");
        Assert.Equal(new Happening.PriceCut(900, 500, "Value of a reference"), desk.History(desk.Deal("Acme").Id)[^1].What[^1]);
        Assert.NotNull(desk.Deal("Acme").Qualification!.Verdict);
    }

    [Fact]
    public void A_lower_value_asks_too_and_a_higher_does_not()
    {
        var desk = Acme();
        desk.Type("value Acme 5k");
        Assert.Equal(5000, desk.Deal("Acme").Value);
        Assert.DoesNotContain("give for it", desk.Type("value Acme 6k").Say[0].Summary, StringComparison.Ordinal);
        Assert.Contains("give for it", desk.Type("value Acme 4k").Say[0].Summary, StringComparison.Ordinal);
        desk.Press("Nothing");
        Assert.Equal(new Happening.PriceCut(6000, 4000, "Nothing"), desk.History(desk.Deal("Acme").Id)[^1].What[^1]);
    }

    [Fact]
    public void Somebody_elses_deal_says_who_could_change_it()
    {
        var desk = Acme();
        desk.Type("hello");
        var button = desk.Type("deal Acme").Say[0].Buttons[0];
        Assert.Equal("Only Dana or a manager can change Acme.", desk.Press(button, "lee").OnlyForYou);
        desk.Workspace = desk.Workspace with { Managers = [new PersonId("mo")] };
        desk.Type("hello", "mo");
        Assert.Equal("Only Dana or Mo can change Acme.", desk.Press(button, "lee").OnlyForYou);
        Assert.Null(desk.Press(button, "mo").OnlyForYou);
    }

    [Fact]
    public void A_colleague_who_covers_may_log()
    {
        var desk = Acme();
        desk.Person("dana", p => p with { Absences = [new Absence(new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 27), new PersonId("kim"))] });
        desk.Type("log Acme 1h left a voicemail", "kim");
        Assert.Equal(1, desk.Deal("Acme").Course.HoursSunk);
        desk.Now += TimeSpan.FromDays(7);
        Assert.Empty(desk.Type("log Acme 1h left a voicemail", "kim").Changes);
    }

    [Fact]
    public void The_day_a_verdict_parks_until_is_one_it_can_be_parked_until()
    {
        var desk = new Desk();
        foreach (var said in (string[])["qualify Acme", "5k", "1", "1", "1", "in 10 years"])
        {
            desk.Type(said);
        }

        desk.Press(desk.Type("park it").Say[0].Buttons[^1]);
        Assert.Equal(new DateOnly(2028, 11, 22), desk.Deal("Acme").ParkedUntil);
    }

    [Fact]
    public void What_it_is_renamed_to_and_who_gets_it_are_asked_for()
    {
        var desk = new Desk();
        desk.Type("hello", "Kim");
        desk.Has("Acme");
        Assert.Equal("What shall it be called? For example \"rename Acme to Acme West\".", desk.Type("rename Acme").Say[0].Summary);
        Assert.Equal("Who shall have Acme?", desk.Type("give Acme").Say[0].Summary);
        desk.Type("Kim");
        Assert.Equal("Kim", desk.Deal("Acme").Owner.Value);
        Assert.StartsWith("I didn't get that", desk.Type("give me a break").Say[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deal_given_away_is_not_talked_about_any_more()
    {
        var desk = Acme();
        desk.Type("hello", "kim");
        desk.Type("give Acme to Kim");
        Assert.Empty(desk.Type("won it").Changes);
        desk.Press("Open Acme", "kim");
        desk.Type("won it", "kim");
        Assert.Equal(DealState.Won, desk.Deal("Acme").State);
    }

    [Fact]
    public void The_clock_settles_a_deal_that_is_shown_and_keeps_it_with_the_next_change()
    {
        var desk = Acme();
        desk.Type("next Acme tuesday send the quote");
        desk.Now += TimeSpan.FromDays(7);
        var shown = desk.Type("deal Acme");
        Assert.Empty(shown.Changes);
        Assert.Contains(shown.Say[0].Parts.OfType<CardPart.Paragraph>(), p => p.Text.Contains("Put off once", StringComparison.Ordinal));
        desk.Press("No contact");
        Assert.Equal(1, desk.Deal("Acme").Course.PutOffs);
        Assert.IsType<Happening.NextLapsed>(desk.History(desk.Deal("Acme").Id)[^1].What[0]);
    }

    [Fact]
    public void An_old_button_shows_the_deal_as_it_is()
    {
        var desk = Acme();
        var old = desk.Type("deal Acme").Say[0].Buttons.Single(b => b.Label == "They put me off");
        desk.Press(old);
        var again = desk.Press(old, canRedraw: true);
        Assert.Equal(1, desk.Deal("Acme").Course.PutOffs);
        Assert.StartsWith("That button is from earlier", again.Redrawn!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_learnt_limit_explains_itself()
    {
        var desk = new Desk();
        desk.Workspace = desk.Workspace with { Silence = SilencePolicy.Usual with { Approved = new LearntLimit(20, new DateOnly(2026, 11, 1), 60, 0.05, 18, 24, 20, 30) } };
        desk.Has("Acme", change: d => d with { Course = Course.StartingOn(new DateOnly(2026, 9, 25), desk.Now) });
        Assert.Contains(
            desk.Type("deal Acme").Say[0].Parts.OfType<CardPart.Paragraph>(),
            p => p.Text == "Your won deals were never silent for more than 24 days; this one is at 41.");
    }

    [Fact]
    public void A_verdict_is_shared_in_the_teams_channel()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        Assert.Contains("post here", desk.Press("Share").Say[0].Summary, StringComparison.Ordinal);
        var channels = new Dictionary<string, LinkedChannel> { ["sales"] = new("Sales", "test", "{}"), ["north"] = new("North", "test", "{}") };
        desk.Workspace = desk.Workspace with { Channels = channels };
        Assert.Equal(["North", "Sales"], desk.Press("Share").Say[0].Buttons.Select(b => b.Label));
        desk.Press("Sales");
        Assert.Equal("sales", desk.Posted.Single().TeamChannel);
        desk.Person("dana", p => p with { Team = "north" });
        desk.Type("share");
        Assert.Equal("north", desk.Posted[^1].TeamChannel);
        Assert.Empty(desk.Posted[^1].Card.AllButtons);
    }

    [Fact]
    public void A_moved_ask_day_is_a_put_off_and_says_so()
    {
        var desk = Acme();
        desk.Press(new Button(ButtonActions.AskDay, "?", Of(desk)));
        desk.Type("thursday");
        Assert.Equal(new DateOnly(2026, 11, 26), desk.Deal("Acme").Course.AskOn);
        desk.Press(new Button(ButtonActions.AskDay, "?", Of(desk)));
        Assert.Contains("counts as a put-off", desk.Type("next monday").Say[0].Summary, StringComparison.Ordinal);
        Assert.Equal(1, desk.Deal("Acme").Course.PutOffs);
    }

    [Fact]
    public void The_chance_is_the_teams_and_frozen_at_the_start()
    {
        var desk = new Desk { Team = new TeamRecord(10, 30, 0, null) };
        desk.Has("Acme", change: d => d with { Course = d.Course with { HoursSinceProgress = 9 } });
        desk.Type("qualify Acme");
        var terms = desk.Deal("Acme").Qualification!.Terms;
        Assert.Equal((0.325, 30, 9m), (terms.Chance, terms.ChanceSample, terms.HoursSinceProgress));
    }

    [Theory]
    [InlineData("it moved", ButtonActions.Moved)]
    [InlineData("They put me off", ButtonActions.PutOff)]
    [InlineData("Plan next step", ButtonActions.Next)]
    [InlineData("reopen it", ButtonActions.Reopen)]
    public void What_stands_on_a_button_can_be_typed(string label, string action)
    {
        var desk = Acme();
        desk.Type(action == ButtonActions.Reopen ? "won Acme" : "deal Acme");
        var typed = desk.Type(label);
        Assert.True(typed.Changes.Count > 0 || typed.Conversation.Waiting is Waiting.StepAndDay);
    }

    [Fact]
    public void Help_says_what_can_be_done_with_the_deals_there_are()
    {
        var desk = new Desk();
        Assert.DoesNotContain("log NAME", desk.Type("help").Say[0].Summary, StringComparison.Ordinal);
        desk.Has("Acme");
        var help = desk.Type("help").Say[0].Summary;
        Assert.Contains("log NAME", help, StringComparison.Ordinal);
        Assert.DoesNotContain("undo", help, StringComparison.Ordinal);
        desk.Type("won Acme");
        Assert.Contains("undo", desk.Type("help").Say[0].Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Value was not clear to them")]
    [InlineData("Won by a competitor")]
    [InlineData("Next year's budget is gone")]
    public void A_reason_that_begins_like_a_command_is_a_reason(string note)
    {
        var desk = Acme();
        desk.Type("lose Acme");
        desk.Press("Other");
        desk.Type(note);
        Assert.Equal(note, desk.Deal("Acme").Lost?.Note);
    }

    private static Desk Acme()
    {
        var desk = new Desk();
        desk.Has("Acme");
        return desk;
    }

    private static Dictionary<string, string> Of(Desk desk) => new() { ["deal"] = desk.Deal("Acme").Id.ToString(), ["rev"] = $"{desk.Deal("Acme").Revision}" };
}
