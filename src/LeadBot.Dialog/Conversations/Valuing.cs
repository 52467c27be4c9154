using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>What a deal would bring; lowered, it is a price cut.</summary>
internal static class Valuing
{
    public static Decision Typed(Scene scene, string said)
    {
        var currency = Starting.InUse(scene).Currency;
        var text = said.StartsWith("to ", StringComparison.OrdinalIgnoreCase) || said.StartsWith("is ", StringComparison.OrdinalIgnoreCase) ? said[3..] : said;
        return Amounts.Read(text, scene.Language) is not { } amount ? scene.Say(Card.Of(DealWords.ValueExample(scene.Deal!.Name)))
            : !amount.Fits(currency) ? scene.Say(Card.Of(QuestionWords.OtherCurrency(text.Trim(), currency.Code)))
            : Set(scene, amount.ForTwelveMonths().From, currency);
    }

    private static Decision Set(Scene scene, decimal value, Currency currency)
    {
        var before = scene.Deal!.Value;
        var set = scene.Change(Living.SetValue(scene.Deal, value));
        return value < before
            ? PriceCutting.Ask(set, before.Value, value, currency)
            : Showing.Deal(set, DealWords.ValueSet(scene.Deal.Name, Money.Amount(value, currency, scene.Language)));
    }
}
