using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.Slack.Tests.Blocks;

public sealed class PressesTests
{
    [Fact]
    public void Every_button_the_dialog_makes_comes_back_as_it_was_made()
    {
        Assert.All(DialogCards.All, card =>
        {
            var read = SlackHand.Presses(SlackMessages.Of(card)["blocks"]!.AsArray()).Where(p => p.Element["type"]!.GetValue<string>() != "datepicker")
                .Select(p => Presses.ReadAction(p.Payload, canRedraw: true)!).ToList();
            Assert.Equal(card.AllButtons.Select(Written).Order(), read.Select(Written).Order());
            Assert.All(read, pressed => Assert.True(pressed.CanRedraw));
        });
        Assert.Empty(ButtonActions.All.Except(DialogCards.All.SelectMany(card => card.AllButtons).Select(button => button.Action)).Except([ButtonActions.TakeBack, ButtonActions.History, ButtonActions.Audit]));
    }

    [Fact]
    public void Every_choice_of_a_form_comes_back_as_its_button()
    {
        Assert.All(DialogCards.All.Where(card => card.AllButtons.Any()), card =>
        {
            var modal = Modals.Of(card, "there")!;
            var buttons = card.AllButtons.ToList();
            var read = buttons.Select((_, i) => Presses.ReadSubmission(SlackHand.Submit(modal, i))!.Value).ToList();
            Assert.Equal(buttons.Select(Written), read.Select(r => Written((Said.Pressed)r.Said!)));
            Assert.All(read, r => Assert.Equal("there", r.At));
        });
    }

    [Fact]
    public void A_day_of_the_calendar_is_pressed_like_a_suggested_one()
    {
        var card = Days();
        var (_, payload) = SlackHand.Presses(SlackMessages.Of(card)["blocks"]!.AsArray(), "2027-02-03").Single(p => p.Element["type"]!.GetValue<string>() == "datepicker");
        Assert.Equal("ask-on day=2027-02-03 deal=1 rev=2", Written(Presses.ReadAction(payload, canRedraw: false)!));

        var modal = Modals.Of(card, "there")!;
        Assert.Equal("ask-on day=2027-02-03 deal=1 rev=2", Written(Presses.ReadSubmission(SlackHand.Submit(modal, 0, "2027-02-03"))!.Value.Said!));
        Assert.Null(Presses.ReadSubmission(SlackHand.Submit(modal))!.Value.Said);
    }

    [Fact]
    public void What_was_filled_in_comes_with_the_press()
    {
        var card = new Card("Why?", [new CardPart.Paragraph("Why?"), new CardPart.TextField("note", "In a few words")], [Button("keep-because", "Save")]);
        var (_, payload) = SlackHand.Presses(SlackMessages.Of(card)["blocks"]!.AsArray(), typed: ("note", " they <promised> ")).Single();
        Assert.Equal("keep-because deal=1 note=they <promised> rev=2", Written(Presses.ReadAction(payload, canRedraw: false)!));

        var modal = Modals.Of(card, "there")!;
        Assert.Equal("keep-because deal=1 note=they rev=2", Written(Presses.ReadSubmission(SlackHand.Submit(modal, typed: ("note", "they")))!.Value.Said!));
        Assert.Equal("keep-because deal=1 note= rev=2", Written(Presses.ReadSubmission(SlackHand.Submit(modal, typed: ("note", null)))!.Value.Said!));
        Assert.Equal(("Save", false), (modal["submit"]!["text"]!.GetValue<string>(), modal["blocks"]!.AsArray().Single(b => b!["type"]!.GetValue<string>() == "input")!["optional"]!.GetValue<bool>()));
    }

    [Fact]
    public void A_form_of_days_that_is_sent_with_words_alone_says_what_they_are_for()
    {
        var card = Days() with { Parts = [new CardPart.Paragraph("What is next?"), new CardPart.TextField("note", "The step")] };
        var modal = Modals.Of(card, "there")!;
        Assert.Equal("ask-on deal=1 note=call them friday rev=2", Written(Presses.ReadSubmission(SlackHand.Submit(modal, typed: ("note", "call them friday")))!.Value.Said!));
        Assert.Equal("ask-on day=2026-11-24 deal=1 note=call rev=2", Written(Presses.ReadSubmission(SlackHand.Submit(modal, 0, typed: ("note", "call")))!.Value.Said!));
        Assert.Null(Presses.ReadSubmission(SlackHand.Submit(modal, typed: ("note", "  ")))!.Value.Said);
        Assert.Equal(Modals.Choice, Modals.NothingChosen()["errors"]!.AsObject().Single().Key);
    }

    [Fact]
    public void Nothing_is_typed_into_a_form_but_its_fields()
    {
        var modal = Modals.Of(Days() with { Parts = [new CardPart.Paragraph("When?"), new CardPart.Paragraph("Two weeks are usual.", Subtle: true)] }, "there")!;
        Assert.Equal(["context", "input", "input"], modal["blocks"]!.AsArray().Select(block => block!["type"]!.GetValue<string>()));
        Assert.Equal(["When?", "Or another day"], modal["blocks"]!.AsArray().Skip(1).Select(input => input!["label"]!["text"]!.GetValue<string>()));
    }

    [Fact]
    public void What_may_be_added_to_a_choice_stands_below_it_and_what_a_day_is_for_above()
    {
        CardPart[] parts = [new CardPart.Paragraph("And why?"), new CardPart.TextField("note", "A few words")];
        Assert.Equal(["And why?", "A few words"], Labels(Card.Of("", Button("lost", "A"), Button("lost", "B")) with { Parts = parts }));
        Assert.Equal(["A few words", "Which day?", "Or another day"], Labels(Days() with { Parts = parts }));

        static IEnumerable<string> Labels(Card card) =>
            Modals.Of(card, "there")!["blocks"]!.AsArray().Where(block => block!["type"]!.GetValue<string>() == "input").Select(input => input!["label"]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"actions":[]}""")]
    [InlineData("""{"actions":"x"}""")]
    [InlineData("""{"actions":[7]}""")]
    [InlineData("""{"actions":[{"type":"button","action_id":"lose"}]}""")]
    [InlineData("""{"actions":[{"type":"button","action_id":"lose:1","value":"x"}]}""")]
    [InlineData("""{"actions":[{"type":"button","action_id":"lose:1","value":"[1]"}]}""")]
    [InlineData("""{"actions":[{"type":"button","action_id":"lose:1","value":"{\"deal\":{}}"}]}""")]
    [InlineData("""{"actions":[{"type":"button","action_id":":1","value":"{}"}]}""")]
    [InlineData("""{"actions":[{"type":"button","action_id":7,"value":"{}"}]}""")]
    [InlineData("""{"actions":[{"type":"static_select","action_id":"lose:1:{}","selected_option":null}]}""")]
    [InlineData("""{"actions":[{"type":"static_select","action_id":"lose:1:x","selected_option":{"value":"{}"}}]}""")]
    [InlineData("""{"actions":[{"type":"datepicker","action_id":"ask-on:1:{}","selected_date":null}]}""")]
    [InlineData("""{"actions":[{"type":"overflow","action_id":"ask-on:1","value":"{}"}]}""")]
    [InlineData("""{"actions":[{"type":"button","action_id":"a:1","value":"{}"},{"type":"button","action_id":"b:1","value":"{}"}]}""")]
    public void What_is_no_press_of_ours_is_not_understood(string payload) =>
        Assert.Null(Presses.ReadAction(JsonElement.Parse(payload), canRedraw: true));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"private_metadata":""}""")]
    [InlineData("""{"private_metadata":"[]"}""")]
    [InlineData("""{"private_metadata":"{}"}""")]
    [InlineData("""{"private_metadata":"{\"at\":7,\"shared\":{},\"presses\":[]}"}""")]
    [InlineData("""{"private_metadata":"{\"at\":\"x\",\"shared\":{},\"presses\":[[\"lose\"]]}"}""")]
    [InlineData("""{"private_metadata":"{\"at\":\"x\",\"shared\":{\"a\":1},\"presses\":[]}"}""")]
    public void What_is_no_form_of_ours_is_not_understood(string view) => Assert.Null(Presses.ReadSubmission(JsonElement.Parse(view)));

    [Theory]
    [InlineData("-1")]
    [InlineData("2")]
    [InlineData("x")]
    public void A_choice_that_was_never_offered_is_none(string choice)
    {
        var view = JsonNode.Parse(SlackHand.Submit(Modals.Of(Card.Of("Which?", Button("a", "A"), Button("b", "B")), "there")!, 0).GetRawText())!;
        view["state"]!["values"]![Modals.Choice]![Modals.Choice]!["selected_option"]!["value"] = choice;
        Assert.Null(Presses.ReadSubmission(SlackHand.Element(view))!.Value.Said);
    }

    private static Card Days() => Card.Of("When?", [.. ((string[])["2026-11-24", "2026-11-25"]).Select(day => Button("ask-on", day, ("day", day)))]);

    private static Button Button(string action, string label, params (string Name, string Value)[] data) =>
        new(action, label, new Dictionary<string, string> { ["deal"] = "1", ["rev"] = "2" }.Concat(data.Select(d => KeyValuePair.Create(d.Name, d.Value))).ToDictionary());

    private static string Written(Button button) => Written(new Said.Pressed(button.Action, button.Data, false));

    private static string Written(Said.Pressed pressed) => string.Join(' ', pressed.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}").Prepend(pressed.Action));
}
