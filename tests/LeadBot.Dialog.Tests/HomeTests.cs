using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

/// <summary>A person's own page.</summary>
public sealed class HomeTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void A_manager_sees_what_needs_them_as_often_as_they_look()
    {
        RaiseCut(told: new Listed(DateOnly.FromDateTime(_desk.Now.UtcDateTime), 1, _desk.Now.AddDays(-9)));
        RaiseNotNow(told: new Listed(DateOnly.FromDateTime(_desk.Now.UtcDateTime), 2, _desk.Now));
        _desk.Workspace = _desk.Workspace with { Managers = [new PersonId("max")] };

        var page = CardText.Of(Assert.Single(_desk.OpenHome("max").Say));

        Assert.Contains("# 2 things need you", page, StringComparison.Ordinal);
        Assert.Contains("Acme (Dana): the price went from $5,000 to $4,000; given for it: nothing.\n[Show the deal] [Drop it] [Give it to somebody]", page, StringComparison.Ordinal);
        Assert.Contains("Borealis (Dana): \"not now\" was said twice.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_happened_once_and_was_told_is_on_it_no_more()
    {
        RaiseCut(told: new Listed(DateOnly.FromDateTime(_desk.Now.UtcDateTime), 1, _desk.Now));
        _desk.Workspace = _desk.Workspace with { Managers = [new PersonId("max")] };

        Assert.DoesNotContain("need", CardText.Of(Assert.Single(_desk.OpenHome("max").Say)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_they_are_in_the_middle_of_stands_out_and_nothing_else()
    {
        Assert.Equal(["Qualify a deal"], StandingOut());
        _desk.Type("qualify Acme");
        Assert.Equal(["Continue the questions"], StandingOut());

        IEnumerable<string> StandingOut() => Assert.Single(_desk.OpenHome().Say).AllButtons.Where(button => button.Style == ButtonStyle.Primary).Select(button => button.Label);
    }

    [Fact]
    public void A_rep_sees_nothing_of_others()
    {
        RaiseNotNow(told: null);
        _desk.Workspace = _desk.Workspace with { Managers = [new PersonId("max")], Admin = new PersonId("boss") };

        Assert.Equal(
            """
            # Your deals
            You have no open deals. "Qualify a deal" starts one; it runs in a direct message.
            [Qualify a deal] [All my deals] [Settings] [Help]
            """,
            CardText.Of(Assert.Single(_desk.OpenHome("kim").Say)),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Ten_deals_have_buttons_and_the_others_a_line()
    {
        foreach (var number in Enumerable.Range(1, 60))
        {
            _desk.Has($"Deal {number}");
        }

        var page = Assert.Single(_desk.OpenHome().Say);

        Assert.Equal(10, page.Parts.OfType<CardPart.Row>().Count());
        Assert.Contains("… and 10 more", CardText.Of(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qualify Acme")]
    [InlineData("help")]
    public void Nothing_else_is_said_there(string text)
    {
        var decision = _desk.Type(text, place: Desk.Slack(PlaceKind.Home));

        Assert.Empty(decision.Say);
        Assert.Empty(decision.Changes);
        Assert.Empty(_desk.Arrive(place: Desk.Slack(PlaceKind.Home)).Say);
    }

    [Fact]
    public void What_was_left_open_is_one_press_away()
    {
        _desk.Has("Acme");
        _desk.Type("lose Acme");

        Assert.StartsWith("We were talking about Acme, and something was left open.\n[Open Acme]", CardText.Of(Assert.Single(_desk.OpenHome().Say)), StringComparison.Ordinal);
    }

    private void RaiseCut(Listed told) =>
        Raise(new Raised(Need.PriceCut, new PersonId("dana"), _desk.Has("Acme").Id, _desk.Now, new Happening.PriceCut(5000, 4000, "nothing")), told);

    private void RaiseNotNow(Listed? told)
    {
        var deal = _desk.Has("Borealis", change: deal => deal with { Course = deal.Course with { NotNow = new NotNow(DateOnly.FromDateTime(_desk.Now.UtcDateTime), 2) } });
        Raise(new Raised(Need.NotNowUsedUp, deal.Owner, deal.Id, _desk.Now), told);
    }

    private void Raise(Raised raised, Listed? told)
    {
        _desk.Person("dana", person => person);
        _desk.Exceptions = [.. _desk.Exceptions, new RaisedNow(raised, _desk.Person("dana"), 0, new DueDeal(_desk.Deals[raised.Deal!.Value], null), told, [], 0)];
    }
}
