using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Settings;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>Typed words, in this order: free text that is awaited, an option's own words, asides, commands, what is awaited, courtesies.</summary>
internal static class Typing
{
    public static Decision Decide(Scene scene, string text) =>
        Asides.Read(text) is Aside.Cancel ? Hear(scene, text) : LeftOpen.Ask(scene, Hear(scene, text));

    private static Decision Hear(Scene scene, string text)
    {
        if (scene.Conversation.Waiting is Waiting.Setting { Name: Waiting.Setting.Any, Before: var before })
        {
            if (!IsNoSetting(scene, text) && SettingsTalk.After(scene, before, text) is { } set)
            {
                return set;
            }

            scene = scene.WaitingFor(before);
        }

        // A "yes" to something said since deletes nothing.
        if (scene.Conversation.Waiting is Waiting.Forget && Forgetting.Answered(scene.Conversation, text) is null)
        {
            scene = scene.WaitingFor(new Waiting.Nothing());
        }

        var aside = Asides.Read(text);
        if (FreeText(scene, text, aside) is { } written)
        {
            return written;
        }

        if (scene.Conversation.Waiting is Waiting.AnswerTo waiting && scene.Playbook?.Find(waiting.Question) is { } question
            && TypedAnswer.IsLabel(text, question, scene.Playbook.Currency, scene.Person, scene.Today))
        {
            return Awaited(scene, text) ?? NotUnderstood(scene, text);
        }

        return (scene.Conversation.Waiting is Waiting.WhichDeal ? Awaited(scene, text) : null)
            ?? (aside is { } said ? InPassing(scene, said) : null)
            ?? (Commands.Read(text) is { } command ? OnCommand(scene, command, text) : null)
            ?? OfDeal(scene, text)
            ?? Awaited(scene, text)
            ?? Button(scene, text)
            ?? Touch(scene, text)
            ?? (Courtesies.Read(text) is { } courtesy ? Courtesy(scene, courtesy) : null)
            ?? NotUnderstood(scene, text);
    }

    /// <summary>"reminders" and "deals" ask for what there is; the settings of these names are when and how many. "stage Acme demo" is about a deal there is.</summary>
    private static bool IsNoSetting(Scene scene, string text) => Commands.Read(text) switch
    {
        Command.Reminders or Command.Deals => true,
        Command.OnDeal { Rest.Length: > 0 } => scene.Input.Named.Count > 0,
        _ => false,
    };

    /// <summary>Where nothing else is waited for, words that begin with a deal's name are about it.</summary>
    private static Decision? OfDeal(Scene scene, string text)
    {
        if (!MayBeOfDeal(scene.Conversation.Waiting) || scene.Input.Named is not [_, ..] named || Commands.OfDeal(text) is not { } said)
        {
            return null;
        }

        var rest = named is [var only] ? Names.After(said.Rest, only.Name) : null;
        return said.Verb != DealVerb.Log && rest is { Length: > 0 } ? null
            : scene.Conversation.Waiting is Waiting.WhatItCameTo kind && rest is not null && named[0].Id == scene.Deal?.Id ? Touching.Typed(scene, kind, rest)
            : OnCommand(scene, said, text);
    }

    /// <summary>Nothing is waited for, or what a contact came to.</summary>
    public static bool MayBeOfDeal(Waiting waiting) => waiting is Waiting.Nothing or Waiting.WhatItCameTo or Waiting.Setting { Name: Waiting.Setting.Any, Before: Waiting.Nothing or Waiting.WhatItCameTo };

    /// <summary>A name, a note or a reason is taken as it is, unless it is a command: nobody loses a deal because of "verdict".</summary>
    private static Decision? FreeText(Scene scene, string text, Aside? aside)
    {
        var waiting = scene.Conversation.Waiting;
        if (waiting is not (Waiting.DealName or Waiting.LostNote or Waiting.KeepReason or Waiting.GivenForCut)
            || aside is not (null or Aside.DontKnow) || Commands.Read(text) is { } command && IsMeant(scene, command))
        {
            return null;
        }

        return waiting switch
        {
            Waiting.DealName name when Courtesies.Read(text) is null => Starting.Named(scene, text, name.Playbook),
            Waiting.LostNote note => Losing.Because(scene, note.Reason, text),
            Waiting.KeepReason => KeepingIt.Because(scene, text),
            Waiting.GivenForCut cut when scene.Deal is not null => PriceCutting.Gave(scene, cut.From, cut.To, text),
            _ => null,
        };
    }

    /// <summary>"Value was not clear" and "Won by a competitor" are reasons; with a deal's name behind it, the word is a command.</summary>
    private static bool IsMeant(Scene scene, Command command) => command is not Command.OnDeal { Rest.Length: > 0 } || scene.Input.Named.Count > 0;

    private static Decision? InPassing(Scene scene, Aside aside)
    {
        var asked = scene.Conversation.Waiting is Waiting.AnswerTo waiting ? scene.Playbook?.Find(waiting.Question) : null;
        return aside switch
        {
            Aside.Help => Helping.Help(scene),
            Aside.Cancel => Leave(scene),
            Aside.DontKnow when asked is not null => Resuming.MustChoose(scene) ? Resuming.Offer(scene) : Asking.DontKnow(scene, asked),
            Aside.Why when asked is not null => Asking.Why(scene, asked),
            Aside.Back when asked is not null => Asking.Back(scene),
            Aside.Back when IsLive(scene) && scene.Conversation.Waiting is Waiting.Nothing or Waiting.StillWanted => Asking.Back(scene),
            Aside.Back or Aside.Why when scene.Qualifying is not null => Deciding.Asked(scene),
            Aside.Options or Aside.Continue when asked is not null => Asking.Ask(scene, asked),
            Aside.SoFar when asked is not null => Deciding.SoFar(scene, asked.Id),
            Aside.SoFar when scene.Deal is not null => Deciding.Asked(scene),
            Aside.Edit when IsLive(scene) => Editing.AskWhich(scene),
            Aside.Restart when scene.Conversation.Waiting is Waiting.ContinueOrStartOver => Resuming.StartOver(scene),
            Aside.Restart when scene.Deal is not null => Resuming.AskStartOver(scene),
            Aside.Continue when scene.Deal is not null => Resuming.Continue(scene),
            Aside.Edit or Aside.Restart or Aside.Continue or Aside.SoFar => scene.Say(Card.Of(DealWords.NoDealHere)),
            _ => null,
        };
    }

    /// <summary>Does what a command says; null when its words mean something else here.</summary>
    /// <param name="typed">The command as typed.</param>
    public static Decision? OnCommand(Scene scene, Command command, string typed) => command switch
    {
        Command.OnDeal when scene.Conversation.Waiting is Waiting.AnswerTo or Waiting.StepAndDay or Waiting.AskDay or Waiting.Receiver && !IsMeant(scene, command) => null,
        Command.OnDeal on => Choosing.First(scene, on.Rest, typed, (about, rest) => Dealing.Do(about, on, rest), Dealing.NamesNone(scene, on)),
        Command.Deals => Showing.Deals(scene),
        Command.Undo => Undoing.Last(scene),
        Command.ForgetDeal forget => Forgetting.Deal(scene, forget.Name),
        Command.ForgetPerson forget => Forgetting.Person(scene, forget.Said),
        Command.Audit => AuditTalk.Show(scene),
        Command.Reminders => Foreseeing.Show(scene),
        Command.Qualify qualify => Starting.Qualify(scene, qualify.Name, qualify.Playbook, qualify.Whole),
        Command.Help => Helping.Help(scene),
        Command.Settings settings => SettingsTalk.Typed(scene, settings.Rest),
        Command.Status => StatusTalk.Show(scene) ?? InPassing(scene, Aside.SoFar),
        Command.Cancel => Leave(scene),
        Command.Continue go => Choosing.Of(scene, go.Name, ButtonActions.Continue, Resuming.Continue),
        Command.Verdict verdict => Choosing.Of(scene, verdict.Name, ButtonActions.Show, about => Deciding.Asked(about)),
        Command.Lose lose => Choosing.First(scene, lose.Name ?? "", typed, (about, more) => Showing.IfLive(about, live => Losing.Typed(live, Joined(more, lose.Reason)))),
        Command.Park park => Choosing.First(scene, park.Name ?? "", typed, (about, more) => Showing.IfLive(about, live => Parking.Typed(live, park.Until ?? (more.Length > 0 ? more : null)))),
        Command.Keep => Choosing.Of(scene, null, ButtonActions.Keep, Live(about => KeepingIt.AskReason(about))),
        Command.Edit => Choosing.Of(scene, null, ButtonActions.Edit, Live(about => Editing.AskWhich(about))),
        _ => null,
    };

    private static Decision? Awaited(Scene scene, string text) => scene.Conversation.Waiting switch
    {
        Waiting.WhichDeal which => Choosing.Typed(scene, which, text, (about, action) => Pressing.Act(about, action, new Dictionary<string, string>())),
        Waiting.Setting setting => SettingsTalk.Awaited(scene, setting, text),
        Waiting.UndoAll => Undoing.Typed(scene, text),
        Waiting.Forget forget => Forgetting.Typed(scene, forget, text),
        _ when scene.Deal is null => null,
        Waiting.WhatItCameTo kind => Touching.Typed(scene, kind, text),
        Waiting.StepAndDay step => Planning.Typed(scene, step, text),
        Waiting.StepDone step => Planning.Typed(scene, step, text),
        Waiting.AskDay ask => AskingOn.Typed(scene, ask, text),
        Waiting.Receiver => Giving.Typed(scene, text),
        Waiting.LostReason reason => Losing.Typed(scene, reason, text),
        Waiting.NotNowDay day => SettingAside.Typed(scene, day, text),
        Waiting.ParkDate date => Parking.Typed(scene, date, text),
        _ when scene.Deal.Qualification is null => null,
        Waiting.AnswerTo when Resuming.MustChoose(scene) => Resuming.Offer(scene),
        Waiting.AnswerTo answer => Asking.Typed(scene, answer, text),
        Waiting.ContinueOrStartOver which => Resuming.Typed(scene, which.Playbook, which.Misses, text),
        _ when scene.Playbook is null => null,
        Waiting.StillWanted still => Confirming.Typed(scene, still, text),
        Waiting.WhatGaveThemPause pause => Confirming.PauseTyped(scene, pause, text),
        Waiting.WantedOn wanted => Confirming.WantedOnTyped(scene, wanted, text),
        Waiting.KeepBudget budget => KeepingIt.Typed(scene, budget, text),
        Waiting.AnswerToEdit edit => Editing.Typed(scene, edit, text),
        _ => null,
    };

    /// <summary>What stands on a button of the deal's card, typed.</summary>
    private static Decision? Button(Scene scene, string text) =>
        scene.Deal is null || scene.Conversation.Waiting is Waiting.AnswerTo ? null
        : DealCard.Draw(scene).Buttons.Concat(scene.Qualifying is null ? [] : VerdictCard.Draw(scene).Buttons)
            .FirstOrDefault(button => button.Label.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } button
            ? Pressing.Act(scene, button.Action, button.Data)
            : null;

    /// <summary>What a contact came to, in words like those of the buttons.</summary>
    private static Decision? Touch(Scene scene, string text) =>
        scene is { Deal.State: DealState.Open, Conversation.Waiting: Waiting.Nothing } && TouchSaid.Read(text) is { } kind ? Touching.Came(scene, kind, 0, null) : null;

    private static Decision Courtesy(Scene scene, Courtesy courtesy) =>
        scene.Conversation.Waiting is Waiting.AnswerTo waiting && scene.Playbook?.Find(waiting.Question) is { } question
            ? Asking.Ask(scene, question, $"{Welcoming.Reply(scene, courtesy)} {SmallTalk.StillHere}")
            : Welcoming.Courtesy(scene, courtesy);

    private static Decision NotUnderstood(Scene scene, string text)
    {
        if (scene.Conversation.Waiting is Waiting.AnswerTo waiting && scene.Playbook?.Find(waiting.Question) is { } question)
        {
            return Asking.Misunderstood(scene, question, waiting.Misses + 1);
        }

        var misses = (scene.Conversation.Waiting as Waiting.Nothing)?.Misses ?? 0;
        var card = Names.Clean(text) is { Length: <= 40 } name && MayBeAName(scene, name)
            ? Card.Of(SmallTalk.NotUnderstood(misses, name), new Button(ButtonActions.Start, Labels.Fit(SmallTalk.QualifyIt(name)), new Dictionary<string, string> { [ButtonFields.Value] = name }))
            : Card.Of(SmallTalk.NotUnderstoodAtAll(misses, scene.Deal is { State: DealState.Open } deal ? deal.Name : null));
        return scene.Conversation.Waiting is Waiting.Nothing ? scene.Say(new Waiting.Nothing(misses + 1), card) : scene.Say(card);
    }

    private static bool MayBeAName(Scene scene, string text) =>
        char.IsUpper(text[0]) && text.Count(c => c == ' ') <= 3
        && YesNo.Read(text) is null && Amounts.Read(text, scene.Language) is null && Dates.Read(text, scene.Today, scene.Language) is null;

    /// <summary>Leaves what is going on; the deal and its answers stay.</summary>
    private static Decision Leave(Scene scene) => scene.Conversation.Waiting switch
    {
        Waiting.Nothing => scene.Say(Card.Of(DealWords.NothingToCancel)),
        Waiting.Setting setting => scene.Say(setting.Before, Card.Of(SmallTalk.AllRight)),
        Waiting.AnswerTo when scene.Deal is { } deal => scene.Say(new Waiting.Nothing(), Card.Of(DealWords.Left(deal.Name))),
        _ => scene.Say(new Waiting.Nothing(), Card.Of(SmallTalk.AllRight)),
    };

    /// <summary>A reason in two parts: what follows the name, and what follows "because".</summary>
    private static string? Joined(string more, string? reason) => more.Length == 0 ? reason : reason is null ? more : $"{more} {reason}";

    private static bool IsLive(Scene scene) => scene is { Qualifying: not null, Deal.State: DealState.Open or DealState.Parked };

    private static Func<Scene, Decision> Live(Func<Scene, Decision> act) => about =>
        IsLive(about) ? act(about)
        : about.Deal?.Qualification is not null && about.Playbook is null ? Resuming.PlaybookGone(about)
        : Resuming.Offer(about);
}
