using LeadBot.Domain.Deals;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

/// <summary>What reps type without thinking of commands.</summary>
public sealed class SaidInPassingTests
{
    [Theory]
    [InlineData("deals")]
    [InlineData("next Acme friday send the quote")]
    [InlineData("log Globex 30 min no answer")]
    public void A_contact_that_is_not_counted_yet_is_asked_about_once_more(string between)
    {
        var desk = Two();
        desk.Type("log Acme 1h they said come back next week");
        var said = desk.Type(between).Say;
        Assert.Equal("Not counted yet: 1 hour with Acme, \"they said come back next week\". What did it come to?", said[0].Summary);
        Assert.True(said.Count > 1);
        desk.Press("Yes, they put me off");
        Assert.Equal((1m, 1), (desk.Deal("Acme").Course.HoursSunk, desk.Deal("Acme").Course.PutOffs));
    }

    [Fact]
    public void What_moved_is_not_lost_when_something_is_said_before_its_next_step()
    {
        var desk = Two();
        desk.Type("log Acme 1h it moved");
        Assert.Equal("Not noted yet: Acme moved, 1 hour. What is the next step, and when?", desk.Type("deals").Say[0].Summary);
        desk.Press("No next step");
        Assert.Equal(1m, desk.Deal("Acme").Course.HoursSunk);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("lost Acme they said no")]
    [InlineData("log Acme 2h no answer")]
    public void It_is_not_asked_again_when_it_was_dropped_or_the_deal_has_gone(string between)
    {
        var desk = Two();
        desk.Type("log Acme 1h they said come back next week");
        Assert.DoesNotContain(desk.Type(between).Say, card => card.Summary.StartsWith("Not counted", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Acme ghosted me", TouchKind.NoContact)]
    [InlineData("acme put me off", TouchKind.PutOff)]
    [InlineData("acme: no answer", TouchKind.NoContact)]
    [InlineData("logged an hour w/ acme, no answer", TouchKind.NoContact)]
    public void A_contact_is_heard_without_its_command(string said, TouchKind kind)
    {
        var desk = Two();
        desk.Type(said);
        Assert.Equal(kind, desk.History(desk.Deal("Acme").Id).SelectMany(line => line.What).OfType<Happening.Touched>().Single().Kind);
    }

    [Theory]
    [InlineData("acme moved")]
    [InlineData("moved acme")]
    [InlineData("Acme has moved!")]
    public void Who_moved_is_heard_in_either_order(string said) =>
        Assert.Equal("Good. What is the next step with Acme, and when?", Two().Type(said).Say[0].Summary);

    [Fact]
    public void A_deals_name_alone_shows_it()
    {
        var desk = Two();
        Assert.Equal("Acme: fresh.", desk.Type("acme").Say[0].Summary);
        Assert.StartsWith("I didn't get that.", desk.Type("acme is a nice town").Say[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_came_to_is_heard_with_the_deals_name()
    {
        var desk = Two();
        desk.Type("log Acme 1h they said come back next week");
        desk.Type("acme put me off");
        Assert.Equal((1m, 1), (desk.Deal("Acme").Course.HoursSunk, desk.Deal("Acme").Course.PutOffs));
        desk.Type("log Acme 1h we talked");
        desk.Type("they ghosted me");
        Assert.Equal((2m, 1), (desk.Deal("Acme").Course.HoursSunk, desk.Deal("Acme").Course.PutOffs));
    }

    [Theory]
    [InlineData("deals stale?")]
    [InlineData("what's stale?")]
    [InlineData("which deals are stale")]
    public void Asking_for_stale_deals_shows_the_deals(string said) =>
        Assert.StartsWith("Your deals", Two().Type(said).Say[0].Summary, StringComparison.Ordinal);

    [Theory]
    [InlineData("log Acme 200h")]
    [InlineData("log Acme -3h")]
    public void Hours_that_nobody_can_have_spent_are_refused_in_words(string said)
    {
        var desk = Two();
        Assert.StartsWith("Nothing is logged: one contact takes at most 24 hours.", desk.Type(said).Say[0].Summary, StringComparison.Ordinal);
        Assert.Equal(1, desk.Deal("Acme").Revision);
    }

    [Fact]
    public void Hours_said_before_what_it_came_to_count()
    {
        var desk = Two();
        desk.Type("log Acme");
        desk.Type("3 hours");
        desk.Type("no contact");
        Assert.Equal(3m, desk.Deal("Acme").Course.HoursSunk);
    }

    [Theory]
    [InlineData("value Acme -5")]
    [InlineData("value Acme -$5k")]
    [InlineData("value Acme minus 5")]
    public void A_deal_brings_no_less_than_nothing(string said)
    {
        var desk = Two();
        desk.Type(said);
        Assert.Null(desk.Deal("Acme").Value);
    }

    private static Desk Two()
    {
        var desk = new Desk();
        desk.Has("Globex");
        desk.Has("Acme");
        return desk;
    }
}
