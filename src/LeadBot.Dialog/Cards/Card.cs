using System.Text.Json.Serialization;

namespace LeadBot.Dialog.Cards;

/// <summary>
/// One message, described without a channel's terms; each channel renders it its own way. Text is plain: a renderer
/// escapes what its channel would read as markup.
/// </summary>
/// <param name="Summary">The whole in one plain line: notifications, screen readers, channels without cards.</param>
/// <param name="Parts">May be empty: then the card is its summary.</param>
/// <param name="Buttons">In the order shown.</param>
public sealed record Card(string Summary, IReadOnlyList<CardPart> Parts, IReadOnlyList<Button> Buttons)
{
    /// <summary>Every button, in the order shown: those within the parts, then those below.</summary>
    [JsonIgnore]
    public IEnumerable<Button> AllButtons => Parts.OfType<CardPart.Row>().SelectMany(row => row.Buttons).Concat(Buttons);

    /// <summary>A card that is a sentence.</summary>
    public static Card Of(string text, params IReadOnlyList<Button> buttons) => new(text, [], buttons);
}

/// <summary>A part of a card, top to bottom.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(ToCopy), "to-copy")]
[JsonDerivedType(typeof(TextField), "text-field")]
[JsonDerivedType(typeof(Row), "row")]
[JsonDerivedType(typeof(Link), "link")]
public abstract record CardPart
{
    private CardPart()
    {
    }

    /// <summary>One line that stands out.</summary>
    public sealed record Heading(string Text, Tone Tone = Tone.Neutral) : CardPart;

    /// <summary>A few sentences.</summary>
    public sealed record Paragraph(string Text, bool Subtle = false) : CardPart;

    /// <summary>Labels with their values.</summary>
    public sealed record Facts(IReadOnlyList<Fact> Items) : CardPart;

    /// <summary>Words to say to the prospect, set apart so that they can be copied.</summary>
    public sealed record ToCopy(string Label, string Text) : CardPart;

    /// <summary>
    /// A line to fill in where the channel can; its value comes back among a pressed button's fields under
    /// <paramref name="Id"/>. Where it cannot, the person types the words as a message instead.
    /// </summary>
    public sealed record TextField(string Id, string Label) : CardPart;

    /// <summary>Buttons that belong to what stands above them: one deal of several.</summary>
    public sealed record Row(IReadOnlyList<Button> Buttons) : CardPart;

    /// <summary>A place outside the chat, such as the deal in the CRM.</summary>
    /// <param name="Address">http or https.</param>
    public sealed record Link(string Label, string Address) : CardPart;
}

/// <summary>A label and its value.</summary>
public sealed record Fact(string Label, string Value);

/// <summary>How a heading feels; a channel may colour it, never only colour it.</summary>
public enum Tone
{
    Neutral,
    Good,
    Warning,
    Bad,
}

/// <summary>A button.</summary>
/// <param name="Action">One of <see cref="ButtonActions"/>.</param>
/// <param name="Label">At most 60 characters; also what a person may type instead.</param>
/// <param name="Data">Subject, the subject's revision, and what else the action needs.</param>
public sealed record Button(string Action, string Label, IReadOnlyDictionary<string, string> Data, ButtonStyle Style = ButtonStyle.Default)
{
    /// <summary>A button about no deal in particular.</summary>
    public static Button Of(string action, string label, ButtonStyle style = ButtonStyle.Default) => new(action, label, new Dictionary<string, string>(), style);
}

/// <summary>How much a button stands out.</summary>
public enum ButtonStyle
{
    Default,

    /// <summary>What they most likely want; at most one on a card.</summary>
    Primary,

    /// <summary>Ends or drops something.</summary>
    Destructive,
}
