using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests.Digests;

public sealed class PressingTests
{
    private static readonly DateOnly s_today = new(2027, 3, 1);
    private readonly Desk _desk = new() { Now = new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero) };

    public PressingTests()
    {
        _desk.Arrive();
        Has("Acme");
        Has("Borealis");
        _desk.Morning();
        _desk.Now = _desk.Now.AddMinutes(5);
    }

    [Fact]
    public void Dropping_it_asks_why_and_the_digest_is_drawn_again()
    {
        var pressed = _desk.Press("Drop it", canRedraw: true, deal: "Acme");
        Assert.Equal(s_today, pressed.DigestPressed);
        Assert.Equal("Why is Acme lost?", Assert.Single(pressed.Say).Summary);
        Assert.Equal("# 2 deals to look at", CardText.Of(pressed.Redrawn!).Split('\n')[0]);
        _desk.Press("They said no");
        Assert.Equal(DealState.Lost, _desk.Deal("Acme").State);

        var again = _desk.Press("Park it", canRedraw: true, deal: "Borealis");
        Assert.Equal(
            """
            # One deal to look at
            ~ Acme: lost.
            Borealis: strung along, put off three times since it last moved. No hours are logged on it. About 4 hours at stake.
            [Drop it] [It moved] [Park it] [Not now]
            """,
            CardText.Of(again.Redrawn!),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void An_old_button_shows_the_digest_as_it_stands_and_does_nothing()
    {
        var digest = _desk.Shown.Last();
        _desk.Type("lost Acme: they said no");
        var old = digest.AllButtons.First(button => button.Label == "It moved" && button.Data["deal"] == _desk.Deal("Acme").Id.ToString());
        var redrawn = _desk.Press(old, canRedraw: true);
        Assert.Empty(redrawn.Say);
        Assert.Empty(redrawn.Changes);
        Assert.Equal(s_today, redrawn.DigestPressed);
        Assert.StartsWith("That button is from earlier; this is how it stands now.\n# One deal to look at\n~ Acme: lost.\nBorealis: strung along", CardText.Of(redrawn.Redrawn!), StringComparison.Ordinal);

        var said = _desk.Press(old);
        Assert.Null(said.Redrawn);
        Assert.StartsWith("That button is from earlier", CardText.Of(Assert.Single(said.Say)), StringComparison.Ordinal);
        Assert.Equal(DealState.Lost, _desk.Deal("Acme").State);
    }

    [Fact]
    public void When_nothing_is_left_it_says_so()
    {
        var digest = _desk.Shown.Last();
        _desk.Type("lost Acme: they said no");
        _desk.Type("park Borealis until 1 may 2027");
        Assert.Equal(
            "That button is from earlier; this is how it stands now.\n# All done here\n~ Acme: lost.\n~ Borealis: parked until Sat 1 May 2027.",
            CardText.Of(_desk.Press(digest.AllButtons.First(), canRedraw: true).Redrawn!));
    }

    [Fact]
    public void It_moved_takes_a_next_step()
    {
        var asked = _desk.Press("It moved", deal: "Acme");
        Assert.DoesNotContain(asked.Say.SelectMany(card => card.AllButtons), button => button.Label == "No next step");
        Assert.Contains("If Acme moved there is a next step.", CardText.Of(Assert.Single(_desk.Type("none").Say)), StringComparison.Ordinal);
        _desk.Type("friday send the quote");
        var course = _desk.Deal("Acme").Course;
        Assert.Equal((0, "send the quote", new DateOnly(2027, 3, 5)), (course.PutOffs, course.Next!.What, course.Next.Due));
        Assert.Contains("~ Acme: next is \"send the quote\", Fri 5 March 2027.", CardText.Of(_desk.Press("Drop it", canRedraw: true, deal: "Borealis").Redrawn!), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_now_needs_a_day()
    {
        var asked = _desk.Press("Not now", deal: "Acme");
        Assert.Equal(["Tomorrow", "Next week", "In two weeks"], asked.Say.Single().Buttons.Select(button => button.Label));
        Assert.Contains("I didn't get that day.", _desk.Type("purple").Say.Single().Summary, StringComparison.Ordinal);
        Assert.Contains("not in the future", _desk.Type("yesterday").Say.Single().Summary, StringComparison.Ordinal);
        Assert.Contains("more than 30 days off", _desk.Type("in 3 months").Say.Single().Summary, StringComparison.Ordinal);
        Assert.Equal("Acme comes back on Thu 4 March 2027.", _desk.Type("thursday").Say.Single().Summary);
        Assert.Equal(new NotNow(new DateOnly(2027, 3, 4), 1), _desk.Deal("Acme").Course.NotNow);
        Assert.Contains("~ Acme: not now, again on Thu 4 March 2027.", CardText.Of(_desk.Press("Drop it", canRedraw: true, deal: "Borealis").Redrawn!), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_now_is_taken_twice_and_then_refused_with_why()
    {
        foreach (var label in (string[])["Tomorrow", "Next week"])
        {
            _desk.Press("Not now", deal: "Acme");
            _desk.Press(label, deal: "Acme");
            _desk.Now = _desk.Now.AddDays(7);
            _desk.Morning();
        }

        Assert.DoesNotContain(_desk.Shown.Last().AllButtons, button => button.Label == "Not now" && button.Data["deal"] == _desk.Deal("Acme").Id.ToString());
        var drawn = _desk.Shown.Last().AllButtons.First(button => button.Label == "Drop it" && button.Data["deal"] == _desk.Deal("Acme").Id.ToString());
        var refused = _desk.Press(drawn with { Action = ButtonActions.NotNow });
        Assert.Empty(refused.Changes);
        Assert.Equal("\"Not now\" was said twice about Acme; it takes a decision now. Drop it, move it, or park it.", refused.Say.Single().Summary);
        Assert.Equal(2, _desk.Deal("Acme").Course.NotNow!.Times);
    }

    [Fact]
    public void A_friday_offers_monday_instead_of_tomorrow()
    {
        _desk.Now = new DateTimeOffset(2027, 3, 5, 9, 0, 0, TimeSpan.Zero);
        var asked = _desk.Press("Not now", deal: "Acme");
        Assert.Equal(["Next week", "In two weeks"], asked.Say.Single().Buttons.Select(button => button.Label));
        Assert.Equal("2027-03-08", asked.Say.Single().Buttons[0].Data["day"]);
    }

    [Fact]
    public void A_deal_given_away_is_somebody_elses_on_the_old_digest()
    {
        _desk.Arrive("lee");
        _desk.Type("give Acme to Lee");
        Assert.Contains("~ Acme: somebody else's now.", CardText.Of(_desk.Press("Drop it", canRedraw: true, deal: "Borealis").Redrawn!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_manager_asked_to_give_it_to_somebody_is_asked_to_whom()
    {
        _desk.Workspace = _desk.Workspace with { Managers = [new PersonId("robin")] };
        _desk.Arrive("robin");
        var fields = new Dictionary<string, string> { ["deal"] = _desk.Deal("Acme").Id.ToString(), ["rev"] = "1", ["exceptions"] = "2027-03-01" };
        var asked = _desk.Press(new Button(ButtonActions.GiveTo, "Give it to somebody", fields), "robin", canRedraw: true);
        Assert.Equal(s_today, asked.DigestPressed);
        Assert.Null(asked.Redrawn);
        Assert.StartsWith("Who shall have Acme?", asked.Say.Single().Summary, StringComparison.Ordinal);
        _desk.Press("Robin", "robin");
        Assert.Equal(new PersonId("robin"), _desk.Deal("Acme").Owner);
    }

    private void Has(string name) => _desk.Has(name, change: deal => deal with { Course = deal.Course with { PutOffs = 3 } });
}
