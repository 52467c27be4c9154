using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Conversations;

/// <summary>Taking up a deal again: continue, or start over.</summary>
internal static class Resuming
{
    /// <summary>The deal exists already: says where it stands and offers to go on or to start over.</summary>
    /// <param name="misses">How many messages in a row did not say which.</param>
    public static Decision Offer(Scene scene, PlaybookId? playbook = null, int misses = 0)
    {
        if (scene.Deal?.Qualification is null)
        {
            return Starting.Begin(scene, playbook);
        }

        if (scene.Playbook is null)
        {
            return PlaybookGone(scene);
        }

        var question = scene.Deal.State is DealState.Lost or DealState.Won ? DealWords.ReopenOrStartOver
            : PlaybookChanged(scene) ? DealWords.PlaybookChanged
            : DealWords.ContinueOrStartOver;
        return Question(scene, misses % 2 == 0 ? $"{Standing(scene)} {question}" : DealWords.WhichOfBoth(IsOver(scene) ? Labels.Reopen : Labels.Continue, Labels.StartOver), playbook, misses);
    }

    /// <summary>"start over": asked first, since the answers are set aside.</summary>
    public static Decision AskStartOver(Scene scene) =>
        scene.Deal?.Qualification is not { } state ? scene.Say(Card.Of(DealWords.NoDealHere))
            : state.Answers.Count == 0 ? StartOver(scene)
            : Question(scene, DealWords.StartOverQuestion(scene.Deal.Name, state.Answers.Count));

    /// <summary>The text this was asked with is gone; only a new start is possible.</summary>
    public static Decision PlaybookGone(Scene scene) =>
        scene.Say(new Waiting.ContinueOrStartOver(), Card.Of(QuestionWords.NoPlaybook, scene.Button(ButtonActions.StartOver, Labels.StartOver, ButtonStyle.Primary)));

    /// <summary>True when the playbook has a newer text and the rep has not chosen to go on with the old one.</summary>
    public static bool MustChoose(Scene scene) =>
        PlaybookChanged(scene) && scene.Qualifying is { Verdict.Settled: false } or null;

    public static Decision Typed(Scene scene, PlaybookId? playbook, int misses, string text) => Options.Read(text, [IsOver(scene) ? Labels.Reopen : Labels.Continue, Labels.StartOver]) switch
    {
        OptionSaid.Chosen { Index: 0 } when IsOver(scene) => Reopening.Reopen(scene),
        OptionSaid.Chosen { Index: 0 } => Continue(scene),
        OptionSaid.Chosen => StartOver(scene),
        _ => Offer(scene, playbook, misses + 1),
    };

    /// <summary>Goes on where it was left: the open question, or the verdict.</summary>
    public static Decision Continue(Scene scene)
    {
        string? above = null;
        if (scene.Deal?.Qualification is not { } state)
        {
            return scene.Say(Card.Of(DealWords.NoDealHere));
        }

        if (scene.Playbook is null)
        {
            return PlaybookGone(scene);
        }

        var despite = scene.Input.Playbooks.Newest.GetValueOrDefault(state.PlaybookId)?.Hash;
        var going = PlaybookChanged(scene) ? scene.Change(state with { ContinuedDespite = despite }, new Happening.WentOn()) : scene;
        if (going.Deal is { State: DealState.Parked, ParkedUntil: { } until })
        {
            going = Reopening.Opened(going);
            above = DealWords.Unparked(going.Deal!.Name, until);
        }

        return going.Qualifying!.Verdict.Settled && state.Verdict is not null ? Deciding.Asked(going, above) : Asking.Next(going, above);
    }

    public static Decision StartOver(Scene scene)
    {
        var chosen = (scene.Conversation.Waiting as Waiting.ContinueOrStartOver)?.Playbook;
        return scene.Deal is { } deal ? Starting.Begin(scene, chosen ?? deal.Qualification?.PlaybookId) : scene.Say(Card.Of(DealWords.NoDealHere));
    }

    private static bool PlaybookChanged(Scene scene) =>
        scene.Deal?.Qualification is { } state
        && scene.Input.Playbooks.Newest.GetValueOrDefault(state.PlaybookId) is { } newest
        && newest.Hash != state.Playbook
        && newest.Hash != state.ContinuedDespite;

    private static Decision Question(Scene scene, string text, PlaybookId? playbook = null, int misses = 0) =>
        scene.Say(
            new Waiting.ContinueOrStartOver(playbook, misses),
            Card.Of(
                text,
                IsOver(scene)
                    ? [scene.Button(ButtonActions.Reopen, Labels.Reopen), scene.Button(ButtonActions.StartOver, Labels.StartOver)]
                    : [scene.Button(ButtonActions.Continue, Labels.Continue, ButtonStyle.Primary), scene.Button(ButtonActions.StartOver, Labels.StartOver)]));

    private static bool IsOver(Scene scene) => scene.Deal is { State: DealState.Lost or DealState.Won };

    private static string Standing(Scene scene)
    {
        var deal = scene.Deal!;
        var state = deal.Qualification!;
        return DealWords.Standing(deal, scene.Language) is { } standing ? $"{deal.Name}. {standing}"
            : state.Verdict is { } verdict ? DealWords.Verdict(deal.Name, VerdictWords.Kind(verdict))
            : DealWords.LeftOff(deal.Name, state.Answers.Count);
    }
}
