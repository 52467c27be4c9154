using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>The verdict: given and recorded when answers changed, or merely shown again.</summary>
internal static class Deciding
{
    /// <summary>The verdict on answers that changed in this turn; a line in the deal's history.</summary>
    public static Decision Verdict(Scene scene, string? above = null)
    {
        var state = scene.Deal!.Qualification!;
        var verdict = scene.Qualifying!.Verdict;
        var recorded = scene.Change(Living.Judge(scene.Deal, verdict.Kind, scene.OwnersToday));
        return recorded.Say(WaitingAfter(recorded), VerdictCard.Draw(recorded, above)) with
        {
            Verdict = new VerdictGiven(scene.Deal.Id, verdict.Kind, verdict.Rule, scene.Input.Now, scene.Person.Id, state.Answers, Edited: state.Verdict is not null),
            Counted = state.Verdict is null ? [.. Counted(scene)] : [],
        };
    }

    /// <summary>The deal as it stands, in words that say so.</summary>
    public static Decision Show(Scene scene, string? above = null) => scene.Show(WaitingAfter(scene), VerdictCard.Draw(scene, above));

    /// <summary>"verdict": the card once there is one; before, where it stands.</summary>
    public static Decision Asked(Scene scene, string? above = null)
    {
        if (scene.Qualifying is not { } qualifying)
        {
            return Resuming.Offer(scene);
        }

        if (scene.Deal!.Qualification!.Verdict is not { } before || !qualifying.Verdict.Settled)
        {
            var soFar = VerdictWords.SoFar(qualifying.Deal.Name, qualifying.Verdict, qualifying.Playbook);
            return scene.Say(new Waiting.ContinueOrStartOver(), Card.Of(soFar, scene.Button(ButtonActions.Continue, Labels.Continue, ButtonStyle.Primary)));
        }

        return qualifying.Verdict.Kind == before ? Show(scene, above) : Verdict(scene, VerdictWords.ChangedByTime(before));
    }

    /// <summary>Where it stands in the middle of the questions; the question stays.</summary>
    public static Decision SoFar(Scene scene, QuestionId question)
    {
        var qualifying = scene.Qualifying!;
        var above = VerdictWords.SoFar(qualifying.Deal.Name, qualifying.Verdict, qualifying.Playbook);
        return qualifying.Playbook.Find(question) is { } asked ? Asking.Ask(scene, asked, above) : scene.Say(Card.Of(above));
    }

    public static Waiting WaitingAfter(Scene scene) =>
        scene.Qualifying is { NeedsConfirming: true } ? new Waiting.StillWanted() : new Waiting.Nothing();

    /// <summary>What the deal's answers count as, once it has a verdict.</summary>
    public static IEnumerable<CountedAnswer> Counted(Scene scene)
    {
        if (scene.Qualifying is not { State: var state, Verdict: var verdict })
        {
            yield break;
        }

        foreach (var score in verdict.Answers)
        {
            if (score.Outcome is { } outcome)
            {
                yield return new CountedAnswer(state.PlaybookId, score.Question, outcome);
            }
            else if (state.AnswerTo(score.Question)?.Answer is Answer.DontKnow)
            {
                yield return new CountedAnswer(state.PlaybookId, score.Question, AnswerCounts.DontKnow);
            }
        }
    }
}
