using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadBot.Channels.BotFramework.Cards;
using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Tests;

/// <summary>
/// Cards as they look on the wire, in <c>Cards/</c>. With the environment variable <c>LEADBOT_WRITE_GOLDEN</c> set, the files
/// are written anew; look at the difference before committing it.
/// </summary>
public sealed class AdaptiveCardTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. All.Keys];

    private static readonly IReadOnlyDictionary<string, (Card Card, bool Execute)> All = new Dictionary<string, (Card, bool)>
    {
        ["sentence"] = (Card.Of("Which deal is it about?"), true),
        ["sentence-with-buttons"] = (Card.Of("Drop it?", Button("drop", "Drop it", ButtonStyle.Destructive), Button("keep", "Keep it", ButtonStyle.Primary)), false),
        ["question-teams"] = (Question, true),
        ["question-elsewhere"] = (Question, false),
        ["verdict"] = (Verdict, true),
        ["fields"] = (Fields, true),
        ["many-buttons"] = (Card.Of("Which one?", [.. Enumerable.Range(1, 14).Select(i => Button("pick", $"Deal {i}"))]), true),
        ["text-as-typed"] = (AsTyped, true),
        ["rows"] = (Digest(2, "Buyer said: maybe next quarter."), true),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_looks_as_it_did(string name)
    {
        var (card, execute) = All[name];
        var json = JsonSerializer.Serialize(AdaptiveCards.Render(card, execute), Indented) + "\n";
        if (Environment.GetEnvironmentVariable("LEADBOT_WRITE_GOLDEN") is not null)
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(Here())!, "Cards", name + ".json"), json);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cards", name + ".json")), json);
    }

    [Fact]
    public void Every_kind_of_part_can_be_rendered()
    {
        var kinds = typeof(CardPart).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(CardPart)));
        Assert.Equal(kinds.OrderBy(t => t.Name), EveryPart.Select(p => p.GetType()).Distinct().OrderBy(t => t.Name));
        AdaptiveCards.Render(new Card("All of it.", EveryPart, []), execute: true);
        PlainCards.Render(new Card("All of it.", EveryPart, []));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('*')]
    [InlineData('漢')]
    [InlineData('\u0001')]
    [InlineData('\n')]
    [InlineData('"')]
    public void No_message_passes_20_kilobytes(char letter)
    {
        var text = new string(letter, 50_000);
        AssertFits(new Card(text, [new CardPart.Heading(text), new CardPart.Paragraph(text), new CardPart.ToCopy("Say", text)], Buttons(12)));
        AssertFits(new Card(text, [new CardPart.Facts([.. Enumerable.Range(0, 20).Select(i => new Fact($"Fact {i}", text))])], Buttons(12)));
        AssertFits(new Card(text, [.. Enumerable.Repeat(new CardPart.Paragraph(text), 200)], Buttons(12)));
        AssertFits(Card.Of(text, Buttons(12)));
        AssertFits(Card.Of(text));
    }

    [Theory]
    [InlineData("Silent for 41 working days. It has cost you about 12 hours. Three put-offs since the last progress: strung along.")]
    [InlineData("“Wir melden uns”: Größe & Preis — <offen>… 100 % “später” — „nächstes Jahr“, « peut-être », 価格は未定です。")]
    public void A_digest_of_ten_deals_loses_nothing(string why)
    {
        var card = Digest(10, why);
        AssertFits(card);
        var json = JsonSerializer.Serialize(AdaptiveCards.Render(card, execute: true), Compact);
        Assert.DoesNotContain("…\"", json, StringComparison.Ordinal);
        Assert.Equal(41, json.Split("\"Action.Execute\"").Length - 1);
        Assert.Equal(10, json.Split("\"Action.OpenUrl\"").Length - 1);
    }

    [Fact]
    public void A_digest_with_a_long_note_keeps_every_deal_and_every_button()
    {
        var card = Digest(10, new string('x', 5000));
        AssertFits(card);
        var body = (List<object?>)AdaptiveCards.Render(card, execute: true)["body"]!;
        var texts = body.Cast<Dictionary<string, object?>>().Where(part => (string)part["type"]! == "TextBlock").Select(part => (string)part["text"]!).ToList();
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"Deal {i}"), texts.Where(text => text.StartsWith("Deal ", StringComparison.Ordinal)));
        Assert.Equal(10, texts.Count(text => text.EndsWith('…')));
        Assert.Equal(41, body.Cast<Dictionary<string, object?>>().Where(part => (string)part["type"]! == "ActionSet").Sum(row => ((List<object?>)row["actions"]!).Cast<Dictionary<string, object?>>().Count(a => (string)a["type"]! == "Action.Execute")));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>1</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("msteams://call/0")]
    [InlineData("//evil.test/x")]
    [InlineData("crm 4711")]
    [InlineData("")]
    public void An_address_that_is_not_the_webs_is_words_and_opens_nothing(string address)
    {
        var json = JsonSerializer.Serialize(AdaptiveCards.Render(new Card("Acme", [new CardPart.Link("In the CRM", address)], []), execute: true), Compact);
        Assert.DoesNotContain("OpenUrl", json, StringComparison.Ordinal);
        Assert.Contains("In the CRM:", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_cards_a_row_is_suggested_only_where_its_words_say_enough()
    {
        Assert.Null(CardActivities.Of(Digest(2, "Silent."), To("sms"), isLocal: false).SuggestedActions?.Actions?.FirstOrDefault(a => a.Title == "Drop it"));
        var one = CardActivities.Of(Digest(1, "Silent."), To("sms"), isLocal: false);
        Assert.Equal(["Drop it", "It moved", "Park it", "Not now", "All my deals"], one.SuggestedActions!.Actions!.Select(a => a.Title));
        Assert.Equal("Deal 1\n\nSilent.\n\nOpen in the CRM: https://crm.test/deals/1", one.Text);
    }

    [Fact]
    public void A_client_that_wraps_buttons_gets_each_row_whole()
    {
        var body = (List<object?>)AdaptiveCards.Render(Digest(2, "Silent."), execute: false, wraps: true)["body"]!;
        Assert.Equal([4, 4, 1], body.Cast<Dictionary<string, object?>>().Where(part => (string)part["type"]! == "ActionSet").Select(row => ((List<object?>)row["actions"]!).Count));
    }

    [Fact]
    public void A_cut_text_says_so_and_splits_no_character()
    {
        var card = AdaptiveCards.Render(Card.Of("a" + string.Concat(Enumerable.Repeat("😀", 3000))), execute: true);
        var text = (string)((Dictionary<string, object?>)((List<object?>)card["body"]!)[0]!)["text"]!;
        Assert.EndsWith("😀…", text, StringComparison.Ordinal);
    }

    private static Address To(string channel) => new("https://channel.test", channel, new("c", "personal", "t", null), null, null, null);

    private static void AssertFits(Card card)
    {
        var activity = CardActivities.Of(card, To("msteams"), isLocal: false);
        var body = activity.Attachments is null ? (object)activity.Text! : activity.Attachments[0].Content!;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, Compact).Length + Encoding.UTF8.GetByteCount(activity.Summary ?? "");
        Assert.InRange(bytes, 1, 20_000);
    }

    private static Card Question => new(
        "Question 1: Can they use it at all, whatever it costs?",
        [
            new CardPart.Heading("Can they use it at all, whatever it costs?"),
            new CardPart.Paragraph("Northwind – at most 7 questions left", Subtle: true),
        ],
        [
            Button("answer", "Nothing stands in the way"),
            Button("answer", "A hurdle they will clear themselves"),
            Button("answer", "They can't use it"),
            Button("unknown", "Don't know"),
            Button("why", "Why this question?"),
            Button("back", "Back"),
        ]);

    private static Card Verdict => new(
        "Walk away from Northwind: they want it free.",
        [
            new CardPart.Heading("Walk away", Tone.Bad),
            new CardPart.Paragraph("They want it free.\nTwo questions skipped: nothing they could say would change this."),
            new CardPart.Facts([new Fact("Can they use it", "Nothing stands in the way: +3"), new Fact("Pay", "knocks out")]),
            new CardPart.ToCopy("To say next", "It looks as if this isn't for you now, and that is fine."),
        ],
        [Button("lose", "Lose it", ButtonStyle.Primary), Button("park", "Park it"), Button("keep", "Keep it anyway")]);

    private static Card Fields => new(
        "Why was it lost?",
        [
            new CardPart.Paragraph("The first reason that holds."),
            new CardPart.TextField("note", "In your words"),
        ],
        [Button("lose", "Lose it", ButtonStyle.Destructive)]);

    private static Card Digest(int deals, string why) => new(
        $"{deals} deals to look at.",
        [
            .. Enumerable.Range(1, deals).SelectMany(i => (CardPart[])
            [
                new CardPart.Heading($"Deal {i}", Tone.Warning),
                new CardPart.Paragraph(why),
                new CardPart.Row([Listed("lose", "Drop it", ButtonStyle.Destructive), Listed("moved", "It moved", ButtonStyle.Primary), Listed("park", "Park it"), Listed("not-now", "Not now")]),
                new CardPart.Link("Open in the CRM", $"https://crm.test/deals/{i}"),
            ]),
        ],
        [Button("deals", "All my deals")]);

    private static Button Listed(string action, string label, ButtonStyle style = ButtonStyle.Default) =>
        new(action, label, new Dictionary<string, string> { ["deal"] = "0192f0c4b8a17d3e8c5a4f6b7d8e9f01", ["rev"] = "123", ["digest"] = "2026-11-23" }, style);

    private static Card AsTyped => new(
        "**x** [a](http://b)",
        [
            new CardPart.Heading("**x** [a](http://b)", Tone.Good),
            new CardPart.Paragraph("- one\n1. two\n# three\n> four\n<b>five</b> &amp; six < 7 & 8\n{{DATE(2026-11-23T00:00:00Z)}}\nsnake_case `code` ~~no~~ C:\\temp"),
            new CardPart.Facts([new Fact("_Label_", "*value*")]),
        ],
        [Button("open", "**x** [a](http://b)")]);

    private static IReadOnlyList<CardPart> EveryPart => [.. Question.Parts, new CardPart.Facts([]), new CardPart.ToCopy("Say", "No."), .. Fields.Parts, .. Digest(1, "Silent.").Parts];

    private static Button[] Buttons(int count) => [.. Enumerable.Range(0, count).Select(i => Button("answer", $"{i} {new string('x', 37)}"))];

    private static Button Button(string action, string label, ButtonStyle style = ButtonStyle.Default) =>
        new(action, label, new Dictionary<string, string> { ["deal"] = "0192f0c4b8a17d3e8c5a4f6b7d8e9f01", ["revision"] = "3" }, style);

    private static string Here([CallerFilePath] string path = "") => path;
}
