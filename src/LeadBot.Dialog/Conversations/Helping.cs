using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>Lists what this person can do now, and nothing else.</summary>
internal static class Helping
{
    public static Decision Help(Scene scene)
    {
        var can = Can(scene).ToList();
        return scene.Say(new Card(
            $"{HelpWords.Title}: {string.Join(", ", can.Select(c => c.Command))}.",
            [new CardPart.Heading(HelpWords.Title), new CardPart.Facts([.. can.Select(c => new Fact(c.Command, c.Does))])],
            Buttons(scene)));
    }

    private static IEnumerable<(string Command, string Does)> Can(Scene scene)
    {
        yield return HelpWords.Qualify;
        if (scene.Qualifying is { } qualifying && scene.Deal is { State: not (DealState.Lost or DealState.Won) })
        {
            if (scene.Conversation.Waiting is Waiting.AnswerTo)
            {
                yield return HelpWords.Answer;
                yield return HelpWords.DontKnow;
                yield return HelpWords.Why;
                yield return HelpWords.Back;
                yield return HelpWords.Cancel;
            }
            else
            {
                yield return HelpWords.Continue;
            }

            yield return HelpWords.SoFar;
            if (qualifying.State.Answers.Count > 0)
            {
                yield return HelpWords.Edit;
            }

            yield return HelpWords.StartOver;
            if (qualifying.Verdict is { Settled: true, Kind: not VerdictKind.Pursue })
            {
                yield return HelpWords.Keep;
            }
        }

        foreach (var living in Living(scene))
        {
            yield return living;
        }

        yield return HelpWords.Settings;
        if (scene.Input.Workspace.IsAdmin(scene.Person.Id))
        {
            yield return HelpWords.Forget;
            yield return HelpWords.Audit;
        }
        else
        {
            yield return HelpWords.ForgetMe;
        }
    }

    /// <summary>What can be done with the deals there are; without a name it is the one being talked about.</summary>
    private static IEnumerable<(string Command, string Does)> Living(Scene scene)
    {
        if (scene.Input.Mine.Count > 0 || scene.Deal is { State: DealState.Open or DealState.Parked })
        {
            yield return HelpWords.Log;
            yield return HelpWords.Next;
            yield return HelpWords.Won;
            yield return HelpWords.LoseNamed;
            yield return HelpWords.ParkNamed;
            yield return HelpWords.Deals;
            yield return HelpWords.Deal;
            if (scene.Input.Workspace.Stages.Count > 0)
            {
                yield return HelpWords.Stage;
            }

            yield return HelpWords.Others;
        }

        if (scene.Deal is { State: not DealState.Open } || scene.Input.Mine.Any(deal => deal.State == DealState.Parked))
        {
            yield return HelpWords.Reopen;
        }

        if (scene.Input.LastChange is not null)
        {
            yield return HelpWords.Undo;
        }
    }

    private static Button[] Buttons(Scene scene)
    {
        var start = Button.Of(ButtonActions.Start, Labels.Qualify);
        var settings = Button.Of(ButtonActions.Settings, Labels.Settings);
        return scene.Qualifying is not null && scene.Deal is { State: not (DealState.Lost or DealState.Won) }
            ? [scene.Button(ButtonActions.Continue, Labels.Continue, ButtonStyle.Primary), start, settings]
            : [start, settings];
    }
}
