using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>A contact whose kind or next step was asked for, or a step half planned, and something else was said or pressed: it is asked about once more, so that nothing gets lost in silence.</summary>
internal static class LeftOpen
{
    /// <summary>The decision, with the question before it when it leaves one.</summary>
    /// <param name="scene">The turn's, before it was decided.</param>
    public static Decision Ask(Scene scene, Decision decision)
    {
        if (IsStillAsked(scene, decision.Conversation))
        {
            return decision;
        }

        if (scene.Deal?.Id != scene.Conversation.Deal)
        {
            // A button of another deal: of the one talked about nothing is at hand.
            return Forgotten(scene) is { } line ? decision with { Say = [Card.Of(line), .. decision.Say] } : decision;
        }

        if (scene.Deal is null)
        {
            return decision;
        }

        var change = decision.Changes.FirstOrDefault(change => change.Deal.Id == scene.Deal.Id);
        var about = change is null ? scene : scene.Change(change.Deal);
        return about.Deal!.State == DealState.Open && !IsDone(scene.Conversation.Waiting, change) && Question(about) is { } question
            ? decision with { Say = [question, .. decision.Say] }
            : decision;
    }

    private static Card? Question(Scene scene) => scene.Conversation.Waiting switch
    {
        Waiting.WhatItCameTo kind when kind.Hours > 0 || kind.Said is not null => Touching.AskStill(scene, kind).Say[0],
        Waiting.StepAndDay { Moved: { } moved, Required: false } step => Planning.AskStill(scene, step, moved).Say[0],
        Waiting.StepDone step => Planning.AskStill(scene, step),
        _ => null,
    };

    private static string? Forgotten(Scene scene) => scene.Conversation.Waiting switch
    {
        Waiting.WhatItCameTo kind when kind.Hours > 0 || kind.Said is not null => TouchWords.NotCounted(kind.Hours, kind.Said, scene.Language),
        Waiting.StepAndDay { Moved: { Hours: > 0 } moved, Required: false } => TouchWords.NotCounted(moved.Hours, moved.Said, scene.Language),
        Waiting.StepDone step => TouchWords.NotPlanned(step.What, step.Due),
        _ => null,
    };

    /// <summary>What was asked about came to pass.</summary>
    private static bool IsDone(Waiting waiting, DealChange? change) =>
        change?.What.Any(what => waiting is Waiting.StepDone ? what is Happening.NextPlanned : what is Happening.Touched) == true;

    private static bool IsStillAsked(Scene scene, Conversation now) => now.Deal == scene.Conversation.Deal
        && (now.Waiting is Waiting.Setting setting ? setting.Before : now.Waiting) is var waiting
        && (waiting == scene.Conversation.Waiting || waiting is Waiting.WhatItCameTo or Waiting.StepAndDay { Moved: not null } or Waiting.StepDone);
}
