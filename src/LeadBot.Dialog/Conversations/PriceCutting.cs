using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>A lower price: what did they give for it? "Nothing" is an answer, and a manager sees it.</summary>
internal static class PriceCutting
{
    /// <summary>Asked alone, below a value that was lowered.</summary>
    public static Decision Ask(Scene scene, decimal from, decimal to, Currency currency) => scene.Say(new Waiting.GivenForCut(from, to), Question(scene, from, to, currency));

    /// <summary>Asked besides what <paramref name="decision"/> says about an answer that was edited.</summary>
    public static Decision Besides(Decision decision, Scene scene, decimal from, decimal to, Currency currency) => decision with
    {
        Conversation = decision.Conversation with { Waiting = new Waiting.GivenForCut(from, to) },
        Say = [.. decision.Say, Question(scene, from, to, currency)],
    };

    public static Decision Gave(Scene scene, decimal from, decimal to, string? said)
    {
        if (Notes.Clean(said) is not { } gave)
        {
            return Ask(scene, from, to, Starting.InUse(scene).Currency);
        }

        var noted = scene.Change(scene.Deal!, new Happening.PriceCut(from, to, gave));
        return noted.Say(Deciding.WaitingAfter(noted), Card.Of(IsNothing(gave) ? DealWords.CutForNothing : DealWords.CutFor(gave), [DealCard.Open(noted), Undoing.Of(noted)]));
    }

    public static Decision Pressed(Scene scene, IReadOnlyDictionary<string, string> fields) =>
        AnswerFields.Number(fields.GetValueOrDefault(ButtonFields.From)) is { } from && AnswerFields.Number(fields.GetValueOrDefault(ButtonFields.To)) is { } to
            ? Gave(scene, from, to, fields.GetValueOrDefault(ButtonFields.Value) ?? fields.GetValueOrDefault(ButtonFields.Note))
            : Showing.Deal(scene);

    private static bool IsNothing(string gave) => gave.Equals(Labels.Nothing, StringComparison.OrdinalIgnoreCase);

    private static Card Question(Scene scene, decimal from, decimal to, Currency currency)
    {
        var text = DealWords.WhatForTheCut(scene.Deal!.Name, Money.Amount(from, currency, scene.Language), Money.Amount(to, currency, scene.Language));
        (string, string)[] range = [(ButtonFields.From, from.ToString(CultureInfo.InvariantCulture)), (ButtonFields.To, to.ToString(CultureInfo.InvariantCulture))];
        return new Card(
            text,
            [new CardPart.Paragraph(text), new CardPart.TextField(ButtonFields.Note, DealWords.GaveField)],
            [
                scene.Button(ButtonActions.PriceCut, Labels.Save, data: range),
                scene.Button(ButtonActions.PriceCut, Labels.Nothing, data: [.. range, (ButtonFields.Value, Labels.Nothing)]),
            ]);
    }
}
