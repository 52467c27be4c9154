using System.Text.Json.Nodes;
using CsCheck;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Dialog.Cards;
using LeadBot.TestKit;

namespace LeadBot.Channels.Slack.Tests.Blocks;

public sealed class SlackMessagesTests
{
    private const string Awkward = "<!channel> & *co* _x_ `x` ~x~ @here <@U1> http://x.test &amp; :tada: > q";

    private static readonly Gen<string> Texts = Gen.Frequency(
        (6, Gen.String[Gen.Char[' ', '~'], 0, 80]),
        (1, Gen.Const("")),
        (1, Gen.Const(" \n ")),
        (1, Gen.Const(Awkward)),
        (2, Gen.Select(Gen.Int[100, 20_000], Gen.OneOf("x", "😀", "words and more ", "a\n", "\u0001", "漢"), (times, word) => string.Concat(Enumerable.Repeat(word, times))[..times])));

    private static readonly Gen<Button> Buttons = Gen.Select(
        Gen.OneOf("lose", "answer", "ask-on", "set"),
        Gen.String[Gen.Char[' ', '~'], 0, 60],
        Gen.Select(Gen.OneOf("deal", "rev", "day", "note", "value"), Gen.String[Gen.Char[' ', '~'], 0, 150]).Array[0, 5],
        Gen.Enum<ButtonStyle>(),
        (action, label, data, style) => new Button(action, label, data.DistinctBy(field => field.Item1).ToDictionary(field => field.Item1, field => field.Item2), style));

    private static readonly Gen<CardPart> Parts = Gen.OneOf(
        Gen.Select(Texts, Gen.Enum<Tone>(), CardPart (text, tone) => new CardPart.Heading(text, tone)),
        Gen.Select(Texts, Gen.Bool, CardPart (text, subtle) => new CardPart.Paragraph(text, subtle)),
        Gen.Select(Texts, Texts, (label, value) => new Fact(label, value)).Array[0, 30].Select(CardPart (facts) => new CardPart.Facts(facts)),
        Gen.Select(Texts, Texts, CardPart (label, text) => new CardPart.ToCopy(label, text)),
        Gen.Select(Gen.OneOf("note", "name"), Texts, CardPart (id, label) => new CardPart.TextField(id, label)),
        Gen.Select(Texts, Gen.OneOf("https://crm.test/1", "javascript:alert(1)", "http://x.test/" + new string('ü', 900), ""), CardPart (label, address) => new CardPart.Link(label, address)),
        Buttons.Array[0, 8].Select(CardPart (buttons) => new CardPart.Row(buttons)));

    private static readonly Gen<Card> Monsters = Gen.Select(Texts, Parts.Array[0, 120], Buttons.Array[0, 60], (summary, parts, buttons) => new Card(summary, parts, buttons));

    [Fact]
    public void Every_card_the_dialog_makes_is_within_slacks_limits_as_message_page_and_form() =>
        Assert.All(DialogCards.All, card =>
        {
            Assert.Empty(BlockKitRules.BrokenByMessage(SlackMessages.Of(card)));
            Assert.Empty(BlockKitRules.BrokenByView(Homes.Of(card)));
            Assert.Empty(BlockKitRules.BrokenByView(Modals.Of(card, new string('x', 600))!));
        });

    [Fact]
    public void Nothing_the_dialog_says_is_cut_off() =>
        Assert.All(DialogCards.All, card =>
        {
            var words = string.Join('\n', BlockKitRules.Words(SlackMessages.Of(card)["blocks"]));
            Assert.DoesNotContain("…", words.Replace("Choose…", "", StringComparison.Ordinal).Replace("Another day…", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.All(card.AllButtons, button => Assert.Contains(button.Label, words, StringComparison.Ordinal));
        });

    [Theory]
    [InlineData("\"")]
    [InlineData("\n")]
    [InlineData("x")]
    [InlineData("漢")]
    public void However_much_is_typed_every_button_can_carry_it(string letter)
    {
        var much = string.Concat(Enumerable.Repeat(letter, 6000));
        var desk = new Desk();
        desk.Has("Acme North");
        desk.Has("Acme South");
        desk.Has("Beta");
        desk.Type($"log acme 1h {much}");
        desk.Press("Acme North");
        desk.Type($"log Beta 1h it moved: \"{much}\"");
        desk.Type($"next Beta tomorrow {much}");
        desk.Type($"next Beta friday {much}");
        desk.Type($"lost Beta {much}");
        Assert.All(desk.Shown, card =>
        {
            Assert.Empty(BlockKitRules.BrokenByMessage(SlackMessages.Of(card)));
            Assert.Equal(card.AllButtons.Select(Written).Order(), Pressable(SlackMessages.Of(card)).Order());
        });
    }

    [Fact]
    public void No_card_however_monstrous_breaks_a_limit_or_loses_a_button() =>
        Monsters.Sample(
            card =>
            {
                var message = SlackMessages.Of(card);
                Assert.Empty(BlockKitRules.BrokenByMessage(message));
                Assert.Equal(card.AllButtons.Select(Written).Order(), Pressable(message).Order());
                var home = Homes.Of(card);
                Assert.Empty(BlockKitRules.BrokenByView(home));
                Assert.Equal(card.AllButtons.Select(Written).Order(), Pressable(home).Order());
                if (Modals.Of(card, "there") is { } modal)
                {
                    Assert.Empty(BlockKitRules.BrokenByView(modal));
                }
            },
            iter: 100);

    [Fact]
    public void A_name_full_of_markup_shows_as_typed_and_pings_nobody()
    {
        var card = new Card(
            Awkward,
            [
                new CardPart.Heading(Awkward, Tone.Bad), new CardPart.Paragraph(Awkward), new CardPart.Paragraph(Awkward, Subtle: true), new CardPart.Facts([new Fact(Awkward, Awkward)]),
                new CardPart.ToCopy(Awkward, Awkward), new CardPart.TextField("note", Awkward + "!"), new CardPart.Link(Awkward, "https://crm.test/1"),
            ],
            [new Button("lose", Awkward[..60], new Dictionary<string, string>(), ButtonStyle.Destructive)]);
        var message = SlackMessages.Of(card);
        Assert.Empty(BlockKitRules.BrokenByMessage(message));
        Assert.Equal("&lt;!channel&gt; &amp; *co* _x_ `x` ~x~ @here &lt;@U1&gt; http://x.test &amp;amp; :tada: &gt; q", message["text"]!.GetValue<string>());
        Assert.Equal((false, "none"), (message["mrkdwn"]!.GetValue<bool>(), message["parse"]!.GetValue<string>()));
        string[] shown = [.. BlockKitRules.Words(message["blocks"])];
        Assert.Equal([$"🛑 {Awkward}", Awkward, Awkward, $"{Awkward}:", $" {Awkward}", Awkward, Awkward, Awkward + "!", Awkward, Awkward[..60]], shown);
        Assert.DoesNotContain("mrkdwn", message["blocks"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_is_too_long_loses_its_middle_and_says_so()
    {
        var card = new Card("Long", [.. Enumerable.Range(1, 70).Select(i => i % 2 == 0 ? new CardPart.Heading($"Deal {i}") : (CardPart)new CardPart.Paragraph($"Line {i}"))], [new Button("deals", "All", new Dictionary<string, string>())]);
        string[] shown = [.. BlockKitRules.Words(SlackMessages.Of(card)["blocks"])];
        Assert.Equal(50, shown.Length);
        Assert.Equal(("Line 1", "Deal 70", "All"), (shown[0], shown[^2], shown[^1]));
        Assert.Single(shown, "…");
    }

    [Fact]
    public void Lines_that_are_too_many_for_blocks_of_their_own_share_one()
    {
        var card = new Card("Deals", [.. Enumerable.Range(1, 90).Select(i => new CardPart.Paragraph($"Deal {i}"))], []);
        Assert.Equal(string.Join('\n', Enumerable.Range(1, 90).Select(i => $"Deal {i}")), Assert.Single(BlockKitRules.Words(SlackMessages.Of(card)["blocks"])));
    }

    [Fact]
    public void A_long_text_is_split_where_a_line_or_a_word_ends()
    {
        var text = string.Concat(Enumerable.Repeat("Nine more words than anybody needs to read here. ", 100));
        var shown = BlockKitRules.Words(SlackMessages.Of(Card.Of(text))["blocks"]).ToList();
        Assert.Equal(2, shown.Count);
        Assert.Equal(text.Trim(), string.Join(' ', shown));
    }

    [Fact]
    public void A_heading_too_long_for_a_header_is_bold_and_whole()
    {
        var text = new string('x', 200);
        var block = Assert.Single(SlackMessages.Of(new Card("x", [new CardPart.Heading(text, Tone.Good)], []))["blocks"]!.AsArray())!;
        Assert.Equal("rich_text", block["type"]!.GetValue<string>());
        Assert.Equal("✅ " + text, Assert.Single(BlockKitRules.Words(block)));
    }

    [Fact]
    public void Only_what_ends_something_at_once_is_confirmed()
    {
        var card = Card.Of("Sure?", new Button("lose", "Drop it", new Dictionary<string, string>(), ButtonStyle.Destructive), new Button("clean-up", "Drop 12", new Dictionary<string, string>(), ButtonStyle.Destructive), new Button("deals", "Deals", new Dictionary<string, string>()));
        var elements = SlackMessages.Of(card)["blocks"]!.AsArray()[^1]!["elements"]!.AsArray();
        Assert.Equal([false, true, false], elements.Select(element => element!["confirm"] is not null));
    }

    [Fact]
    public void More_than_five_alternatives_are_a_menu_unless_they_carry_too_much()
    {
        Assert.Equal(["static_select", "button"], Types([.. Reasons(6, 10), new Button("back", "Back", new Dictionary<string, string>())]));
        Assert.Equal(Enumerable.Repeat("button", 5), Types(Reasons(5, 10)));
        Assert.Equal(Enumerable.Repeat("button", 6), Types(Reasons(6, 200)));
        Assert.Equal(["button", "static_select"], Types([.. Reasons(7, 10).Select((button, i) => i == 3 ? button with { Style = ButtonStyle.Primary } : button)]));
    }

    private static IEnumerable<string> Types(Button[] buttons) =>
        SlackMessages.Of(Card.Of("Why?", buttons))["blocks"]!.AsArray()[^1]!["elements"]!.AsArray().Select(element => element!["type"]!.GetValue<string>());

    private static Button[] Reasons(int count, int length) =>
        [.. Enumerable.Range(0, count).Select(i => new Button("lose-because", $"Reason {i}", new Dictionary<string, string> { ["deal"] = "d", ["reason"] = i + new string('r', length) }))];

    /// <summary>What can be pressed, without the calendars beside it.</summary>
    private static IEnumerable<string> Pressable(JsonObject message) =>
        SlackHand.Presses(message["blocks"]!.AsArray()).Where(p => p.Element["type"]!.GetValue<string>() != "datepicker").Select(p => Presses.ReadAction(p.Payload, canRedraw: false)!)
            .Select(pressed => Written(pressed.Action, pressed.Fields));

    private static string Written(Button button) => Written(button.Action, button.Data);

    private static string Written(string action, IReadOnlyDictionary<string, string> fields) => string.Join(' ', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}").Prepend(action));
}
