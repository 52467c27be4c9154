using System.Text.Encodings.Web;
using System.Text.Json;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>
/// In a team channel or a group chat of Teams a card's buttons are seen by the one person they are for. Everybody gets the card without them
/// and with Universal Actions' <c>refresh</c>, by which that person's client asks for theirs; what it asks with carries the buttons, so
/// that nothing need be kept here. Whoever pressed one that is not theirs would only be told so. A client that is too old to ask,
/// or that asks in vain, leaves its owner with what can be typed.
/// </summary>
internal static class OwnersView
{
    /// <summary>What a client asks with; no button's action.</summary>
    public const string Verb = "owners-view";

    private static readonly JsonSerializerOptions s_json = new() { RespectNullableAnnotations = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string For = "for";
    private const string Shown = "card";

    /// <summary>The card as everybody sees it, and the way to the owner's.</summary>
    /// <param name="owner">Teams' id of the one who may press.</param>
    public static Dictionary<string, object?> ForAll(Card card, string owner)
    {
        if (!card.AllButtons.Any())
        {
            return AdaptiveCards.Render(card, execute: true);
        }

        var (fitting, carried) = Carried(card);
        var seen = AdaptiveCards.Render(Unpressable(fitting), execute: true);
        seen["refresh"] = new Dictionary<string, object?>
        {
            ["action"] = new Dictionary<string, object?>
            {
                ["type"] = "Action.Execute",
                ["title"] = "",
                ["verb"] = Verb,
                ["data"] = new Dictionary<string, object?> { [For] = owner, [Shown] = carried },
            },
            ["userIds"] = new List<object?> { owner },
        };
        return seen;
    }

    /// <summary>What a client that asks for somebody's view is shown; null: this is something else.</summary>
    /// <param name="value">An invoke's.</param>
    /// <param name="who">Teams' id of the one who asks.</param>
    public static Dictionary<string, object?>? Read(object? value, string? who)
    {
        if (Incoming.Presses.ReadExecute(value) is not { Action: Verb } asked
            || !asked.Fields.TryGetValue(For, out var owner)
            || !asked.Fields.TryGetValue(Shown, out var json)
            || Parse(json) is not { } card)
        {
            return null;
        }

        return who == owner ? AdaptiveCards.Render(card, execute: true) : ForAll(card, owner);
    }

    /// <summary>What is asked with is text within text, and may take no more than what is seen: together they stay under the 80 kB that Teams advises.</summary>
    private static (Card Fitting, string Carried) Carried(Card card)
    {
        for (var most = CardLength.MostBytes; ; most -= most / 4)
        {
            var fitting = CardLength.Fit(card with { Summary = CardLength.Summary(card) }, most);
            var carried = JsonSerializer.Serialize(fitting, s_json);
            if (JsonEncodedText.Encode(carried).Value.Length <= CardLength.MostBytes || most < CardLength.MostBytes / 10)
            {
                return (fitting, carried);
            }
        }
    }

    private static Card Unpressable(Card card)
    {
        var words = card.Parts.Count == 0 ? [new CardPart.Paragraph(card.Summary)] : card.Parts.Where(part => part is not (CardPart.Row or CardPart.TextField));
        return card with { Parts = [.. words, new CardPart.Paragraph(AmongOthersWords.OrTyped([.. card.AllButtons.Select(button => button.Label).Distinct()]), Subtle: true)], Buttons = [] };
    }

    private static Card? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Card>(json, s_json) is { } card && IsWhole(card) ? card : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    // What a client sends back could be anything: nulls within lists are not the annotations' business.
    private static bool IsWhole(Card card) =>
        card is { Summary: not null, Parts: not null, Buttons: not null }
        && card.Parts.All(part => part is not null && (part is not CardPart.Facts facts || facts.Items.All(fact => fact is not null)))
        && card.AllButtons.All(button => button is not null && button.Data.Values.All(value => value is not null));
}
