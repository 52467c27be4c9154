using LeadBot.Dialog.Cards;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>A contact whose kind or next step was asked for, and something else was said: it is asked about once more, so that nobody's hours get lost in silence.</summary>
internal static class LeftOpen
{
    /// <summary>The decision, with the question before it when it leaves one.</summary>
    /// <param name="scene">The turn's, before it was decided.</param>
    public static Decision Ask(Scene scene, Decision decision)
    {
        if (scene.Deal is null || IsStillAsked(scene, decision.Conversation))
        {
            return decision;
        }

        var change = decision.Changes.FirstOrDefault(change => change.Deal.Id == scene.Deal.Id);
        var about = change is null ? scene : scene.Change(change.Deal);
        return about.Deal!.State == DealState.Open && change?.What.Any(what => what is Happening.Touched) != true && Question(about) is { } question
            ? decision with { Say = [question, .. decision.Say] }
            : decision;
    }

    private static Card? Question(Scene scene) => scene.Conversation.Waiting switch
    {
        Waiting.WhatItCameTo kind when kind.Hours > 0 || kind.Said is not null => Touching.AskStill(scene, kind).Say[0],
        Waiting.StepAndDay { Moved: { } moved, Required: false } step => Planning.AskStill(scene, step, moved).Say[0],
        _ => null,
    };

    private static bool IsStillAsked(Scene scene, Conversation now) =>
        now.Deal == scene.Deal!.Id && (now.Waiting is Waiting.Setting setting ? setting.Before : now.Waiting) is Waiting.WhatItCameTo or Waiting.StepAndDay { Moved: not null };
}
