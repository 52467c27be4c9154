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

    [Theory]
    [InlineData("send the quote on tuesday", "send the quote")]
    [InlineData("none", null)]
    [InlineData("send the quote", null)]
    public void Words_alone_are_a_next_step_when_they_say_its_day(string words, string? planned)
    {
        _desk.Has("Acme");
        _desk.Type("deal Acme", place: _slack);
        var day = _desk.Press("Plan next step", place: _slack).Form!.Buttons[0];
        var decision = _desk.Press(day with { Data = Without(day.Data, ButtonFields.Day) }, place: _slack, filledIn: (ButtonFields.Note, words));

        Assert.Equal(planned, _desk.Deal("Acme").Course.Next?.What);
        Assert.Equal(words == "send the quote" ? "When: send the quote?" : null, decision.Form?.Summary);
    }

    [Fact]
    public void What_moved_in_a_digest_has_a_next_step_whatever_is_typed_into_its_window()
    {
        _desk.Has("Acme");
        _desk.Type("hello", place: _slack);
        _desk.Now += TimeSpan.FromDays(30);
        var day = _desk.Press(_desk.Morning().Digest!.AllButtons.First(button => button.Action == ButtonActions.Moved), place: _slack).Form!.Buttons[0];
        var asked = _desk.Press(day with { Data = Without(day.Data, ButtonFields.Day) }, place: _slack, filledIn: (ButtonFields.Note, "none"));

        Assert.StartsWith("If Acme moved there is a next step.", asked.Form!.Summary, StringComparison.Ordinal);
        Assert.Null(_desk.Deal("Acme").Course.Next);
    }

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> data, string field) => data.Where(pair => pair.Key != field).ToDictionary();

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
