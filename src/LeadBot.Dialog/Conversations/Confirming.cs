using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Conversations;

/// <summary>Before a Pursue is final: the reasons it may not fit were said to the prospect, and something came back.</summary>
internal static class Confirming
{
    /// <summary>They still wanted it; on which day was that said?</summary>
    public static Decision StillWanted(Scene scene, string? above = null, int misses = 0) =>
        scene.Qualifying is { NeedsConfirming: true }
            ? scene.Say(
                new Waiting.WantedOn(misses),
                Card.Of(
                    above ?? DealWords.WhenWanted(scene.Deal!.Name),
                    scene.Button(ButtonActions.WantedOn, Labels.Today, ButtonStyle.Primary, (ButtonFields.Day, AnswerFields.Day(scene.Today))),
                    scene.Button(ButtonActions.WantedOn, Labels.Yesterday, data: (ButtonFields.Day, AnswerFields.Day(scene.Today.AddDays(-1))))))
            : Deciding.Show(scene, DealWords.MovedOn);

    public static Decision WantedOnTyped(Scene scene, Waiting.WantedOn waiting, string text) =>
        PastDays.Read(text, scene.Today, scene.Language) is { } day
            ? WantedOn(scene, day)
            : StillWanted(scene, DealWords.WantedAgain(waiting.Misses + 1), waiting.Misses + 1);

    public static Decision WantedOn(Scene scene, DateOnly day)
    {
        if (scene.Qualifying is not { NeedsConfirming: true })
        {
            return Deciding.Show(scene, DealWords.MovedOn);
        }

        var misses = (scene.Conversation.Waiting as Waiting.WantedOn)?.Misses ?? 0;
        return day > scene.Today
            ? StillWanted(scene, DealWords.WantedFuture(misses), misses + 1)
            : Deciding.Show(scene.Change(scene.Deal!.Qualification! with { Confirmed = day }, new Happening.Confirmed(day)), DealWords.Confirmed(day));
    }

    /// <summary>They hesitated: the question behind the reason that did it is asked again.</summary>
    /// <param name="misses">How many messages in a row did not say which reason.</param>
    public static Decision Hesitated(Scene scene, int misses = 0)
    {
        var reasons = scene.Playbook!.MayNotFit;
        if (reasons.Count == 1)
        {
            return Reopen(scene, reasons[0]);
        }

        return scene.Say(
            new Waiting.WhatGaveThemPause(misses),
            Card.Of(DealWords.WhichHesitation(misses), [.. reasons.Select(reason =>
                scene.Button(ButtonActions.EditAnswer, reason.Say, data: (ButtonFields.Question, reason.IfTrue.Value)))]));
    }

    public static Decision Typed(Scene scene, Waiting.StillWanted waiting, string text) => Options.Read(text, [Labels.StillWanted, Labels.Hesitated]) switch
    {
        OptionSaid.Chosen { Index: 0 } => StillWanted(scene),
        OptionSaid.Chosen => Hesitated(scene),
        _ when YesNo.Read(text) is { } yes => yes ? StillWanted(scene) : Hesitated(scene),
        _ => scene.Say(new Waiting.StillWanted(waiting.Misses + 1), Card.Of(
            DealWords.StillWantedHint(waiting.Misses),
            scene.Button(ButtonActions.StillWanted, Labels.StillWanted, ButtonStyle.Primary),
            scene.Button(ButtonActions.Hesitated, Labels.Hesitated))),
    };

    public static Decision PauseTyped(Scene scene, Waiting.WhatGaveThemPause waiting, string text)
    {
        var reasons = scene.Playbook!.MayNotFit;
        return Options.Read(text, [.. reasons.Select(r => r.Say)]) is OptionSaid.Chosen chosen ? Reopen(scene, reasons[chosen.Index]) : Hesitated(scene, waiting.Misses + 1);
    }

    private static Decision Reopen(Scene scene, MayNotFit reason) =>
        scene.Playbook!.Find(reason.IfTrue) is { } question ? Asking.Ask(scene, question) : Deciding.Show(scene);
}
