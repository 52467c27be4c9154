using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

/// <summary>What is asked in a window of its own, where the channel has them.</summary>
public sealed class FormTests
{
    private readonly Desk _desk = new();
    private readonly Place _slack = Desk.Slack(PlaceKind.Direct);

    [Fact]
    public void Closed_without_a_word_it_leaves_the_conversation_as_it_was()
    {
        _desk.Has("Acme");
        _desk.Type("qualify Globex", place: _slack);
        var before = _desk.ConversationAt(_slack);
        _desk.OpenHome();
        var drop = _desk.Press("Open Acme", place: _slack).Say[0].AllButtons.Single(button => button.Label == "Lose it");
        _desk.Type("qualify Globex", place: _slack);
        _desk.Press("Continue", place: _slack);
        var decision = _desk.Press(drop, place: _slack);

        Assert.NotNull(decision.Form);
        Assert.Empty(decision.Say);
        Assert.Equal(before, _desk.ConversationAt(_slack));
        Assert.Equal("# You told them no is fine. What came back?", CardText.Of(_desk.Type("5k", place: _slack).Say[0]).Split('\n')[2]);
    }

    [Fact]
    public void A_reason_that_needs_words_asks_for_them_in_the_same_window_until_it_has_them()
    {
        _desk.Has("Acme");
        _desk.Type("deal Acme", place: _slack);
        var other = _desk.Press("Lose it", place: _slack).Form!.Buttons.Single(button => button.Label == "Other");

        var asked = _desk.Press(other, place: _slack, filledIn: (ButtonFields.Note, "  ")).Form!;
        Assert.Equal("\"Other\" needs a few words, so that it means something later.", asked.Summary);

        var lost = _desk.Press(Assert.Single(asked.Buttons), place: _slack, filledIn: (ButtonFields.Note, "Their office moved"));
        Assert.Null(lost.Form);
        Assert.Equal("Their office moved", _desk.Deal("Acme").Lost!.Note);
    }

    [Fact]
    public void A_deal_that_changed_meanwhile_is_shown_as_it_stands_and_the_window_closes()
    {
        _desk.Has("Acme");
        _desk.Type("deal Acme", place: _slack);
        var form = _desk.Press("Lose it", place: _slack).Form!;
        _desk.Type("next Acme tomorrow send the quote", place: _slack);
        var decision = _desk.Press(form.Buttons[0], place: _slack);

        Assert.Null(decision.Form);
        Assert.Empty(decision.Changes);
        Assert.StartsWith("That button is from earlier", Assert.Single(decision.Say).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_without_windows_asks_in_the_conversation()
    {
        _desk.Has("Acme");
        _desk.Type("deal Acme");
        var decision = _desk.Press("Lose it");

        Assert.Null(decision.Form);
        Assert.Single(decision.Say);
        Assert.IsType<Waiting.LostReason>(decision.Conversation.Waiting);
    }

    [Fact]
    public void A_budget_of_an_earlier_release_still_finds_its_reason()
    {
        _desk.Type("qualify Acme");
        _desk.Type("0");
        _desk.Press("Keep it anyway");
        _desk.Type("They are friends");
        var five = _desk.Shown.Last().Buttons.Single(button => button.Label == "5 hours");
        _desk.Press(five with { Data = five.Data.Where(field => field.Key != ButtonFields.Note).ToDictionary() });

        Assert.Equal("They are friends", _desk.Deal("Acme").Kept!.Reason);
    }
}
