using LeadBot.Dialog.Cards;

namespace LeadBot.Host.Tests.ConsoleChat;

/// <summary>Cards with one of everything in them.</summary>
internal static class Cards
{
    public static readonly Card Everything = new(
        "Walk away from Acme.",
        [
            new CardPart.Heading("Walk away from [red]Acme[/]", Tone.Bad),
            new CardPart.Paragraph("They can't\u001b[2J use it."),
            new CardPart.Facts([new Fact("Points", "-4"), new Fact("Needed", "20")]),
            new CardPart.ToCopy("Say [this]", "It's OK to say no.\nShould we stop?"),
            new CardPart.TextField("note", "Why?"),
        ],
        [Button("Lose it", ButtonStyle.Destructive), Button("Park it")]);

    /// <summary>Two deals, each with the same buttons, and one button below.</summary>
    public static readonly Card Digest = new(
        "Acme and Globex.",
        [
            new CardPart.Heading("Acme"),
            new CardPart.Row([Button("Drop it", ButtonStyle.Destructive), Button("It moved")]),
            new CardPart.Link("In the CRM", "https://crm.test/1"),
            new CardPart.Heading("Globex"),
            new CardPart.Row([Button("Drop it", ButtonStyle.Destructive) with { Data = new Dictionary<string, string> { ["is"] = "Globex" } }, Button("Park it")]),
        ],
        [Button("All deals")]);

    public static Button Button(string label, ButtonStyle style = ButtonStyle.Default) => new("show", label, new Dictionary<string, string> { ["is"] = label }, style);
}
