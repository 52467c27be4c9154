using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Settings;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Conversations;

/// <summary>A pressed button. One that is older than its deal does nothing but show how things stand now.</summary>
internal static class Pressing
{
    public static Decision Decide(Scene scene, Said.Pressed pressed)
    {
        var fields = pressed.Fields;
        return pressed.Action switch
        {
            ButtonActions.Start => Start(scene, fields),
            ButtonActions.Help => Helping.Help(scene),
            ButtonActions.Settings => SettingsTalk.Show(scene),
            ButtonActions.Set => SettingsTalk.Pressed(scene, fields),
            ButtonActions.Deals => Showing.Deals(scene),
            ButtonActions.UndoAll => Undoing.All(scene, fields.GetValueOrDefault(ButtonFields.Value)),
            ButtonActions.CleanUp => CleaningUp.Pressed(scene, fields),
            ButtonActions.ForgetDeal => Forgetting.DealPressed(scene, fields),
            ButtonActions.ForgetPerson => Forgetting.PersonPressed(scene, fields),
            ButtonActions.Audit => AuditTalk.Show(scene),
            _ when !ButtonActions.All.Contains(pressed.Action) => scene.Aside(SmallTalk.UnknownButton),
            _ => OnDeal(scene, pressed),
        };
    }

    /// <summary>Does what the button says, with the deal of the scene; its revision was checked.</summary>
    public static Decision Act(Scene scene, string action, IReadOnlyDictionary<string, string> fields) => action switch
    {
        ButtonActions.Show => Resuming.Offer(scene),
        ButtonActions.ForgetDeal => Forgetting.AskDeal(scene),
        ButtonActions.TakeBack => Undoing.TakeBack(scene),
        ButtonActions.Continue => Resuming.Continue(scene),
        ButtonActions.StartOver => Resuming.StartOver(scene),
        _ when Living(scene, action, fields) is { } lived => lived,
        _ when scene.Playbook is null => Resuming.PlaybookGone(scene),
        ButtonActions.Answer or ButtonActions.DontKnow or ButtonActions.Why or ButtonActions.EditAnswer => OnQuestion(scene, action, fields),
        ButtonActions.Back => Asking.Back(scene),
        ButtonActions.StillWanted => Confirming.StillWanted(scene),
        ButtonActions.Hesitated => Confirming.Hesitated(scene),
        ButtonActions.WantedOn when AnswerFields.Day(fields.GetValueOrDefault(ButtonFields.Day)) is { } day => Confirming.WantedOn(scene, day),
        ButtonActions.Keep => KeepingIt.AskReason(scene),
        ButtonActions.KeepBecause => KeepingIt.Because(scene, fields.GetValueOrDefault(ButtonFields.Note)),
        ButtonActions.KeepFor when AnswerFields.Number(fields.GetValueOrDefault(ButtonFields.Hours)) is { } hours => KeepingIt.Pressed(scene, hours, fields.GetValueOrDefault(ButtonFields.Note)),
        ButtonActions.Edit => Editing.AskWhich(scene),
        _ => scene.Aside(SmallTalk.UnknownButton),
    };

    /// <summary>What is done with any deal, qualified or not; null for all else.</summary>
    private static Decision? Living(Scene scene, string action, IReadOnlyDictionary<string, string> fields) => action switch
    {
        ButtonActions.Deal => Showing.Deal(scene),
        ButtonActions.History => Showing.History(scene),
        ButtonActions.ThisDeal when fields.GetValueOrDefault(ButtonFields.Value) is { } typed => Choosing.Chosen(scene, typed),
        ButtonActions.Moved when fields.ContainsKey(ButtonFields.Digest) => Showing.IfOpen(scene, open => Planning.AskNext(open, new LoggedHours(0, null), required: true)),
        ButtonActions.Moved => Touching.Pressed(scene, TouchKind.Progress, fields),
        ButtonActions.PutOff => Touching.Pressed(scene, TouchKind.PutOff, fields),
        ButtonActions.NoContact => Touching.Pressed(scene, TouchKind.NoContact, fields),
        ButtonActions.Took => Touching.Took(scene, AnswerFields.Number(fields.GetValueOrDefault(ButtonFields.Hours)) ?? 0, progress: fields.ContainsKey(ButtonFields.Value)),
        ButtonActions.Next => Showing.IfOpen(scene, open => Planning.AskNext(open)),
        ButtonActions.NextOn => Planning.Pressed(scene, fields),
        ButtonActions.StepDone => Planning.StepBefore(scene, done: true, fields),
        ButtonActions.StepMoved => Planning.StepBefore(scene, done: false, fields),
        ButtonActions.NotNow => SettingAside.AskUntil(scene),
        ButtonActions.NotNowUntil when AnswerFields.Day(fields.GetValueOrDefault(ButtonFields.Day)) is { } day => SettingAside.Until(scene, day),
        ButtonActions.Won => Winning.Win(scene),
        ButtonActions.Reopen => Reopening.Reopen(scene),
        ButtonActions.Undo => Undoing.Pressed(scene),
        ButtonActions.SetStage => Staging.Pressed(scene, fields.GetValueOrDefault(ButtonFields.Value)),
        ButtonActions.GiveTo => Giving.Pressed(scene, fields),
        ButtonActions.Share => Sharing.Share(scene),
        ButtonActions.ShareIn => Sharing.In(scene, fields.GetValueOrDefault(ButtonFields.Channel)),
        ButtonActions.AskDay => AskingOn.AskDay(scene),
        ButtonActions.AskOn when AnswerFields.Day(fields.GetValueOrDefault(ButtonFields.Day)) is { } day => AskingOn.On(scene, day),
        ButtonActions.PriceCut => PriceCutting.Pressed(scene, fields),
        ButtonActions.Lose => Showing.IfLive(scene, live => Losing.AskWhy(live)),
        ButtonActions.LoseBecause => Showing.IfLive(scene, live => Losing.Because(live, fields.GetValueOrDefault(ButtonFields.Reason) ?? "", fields.GetValueOrDefault(ButtonFields.Note))),
        ButtonActions.Park => Showing.IfLive(scene, live => Parking.AskUntil(live)),
        ButtonActions.ParkUntil when AnswerFields.Day(fields.GetValueOrDefault(ButtonFields.Day)) is { } day => Showing.IfLive(scene, live => Parking.Until(live, day)),
        _ => null,
    };

    /// <summary>How the deal stands now, said to somebody who pressed an old button.</summary>
    public static Decision AsItStands(Scene scene)
    {
        if (scene.Playbook is null || scene.Press is { Action: var action } && !OfQualifying.Contains(action))
        {
            return Showing.Deal(scene, DealWords.MovedOn);
        }

        return scene.Conversation.Waiting is Waiting.AnswerTo { Question: var asked } && scene.Conversation.Deal == scene.Deal!.Id && scene.Playbook.Find(asked) is { } question
            ? scene.Show(scene.Conversation.Waiting, QuestionCard.Ask(scene, question, DealWords.MovedOn))
            : Deciding.Show(scene, DealWords.MovedOn);
    }

    private static Decision Start(Scene scene, IReadOnlyDictionary<string, string> fields)
    {
        var playbook = fields.GetValueOrDefault(ButtonFields.Playbook);
        var name = fields.GetValueOrDefault(ButtonFields.Value) ?? fields.GetValueOrDefault(ButtonFields.Note);
        return name is not null && fields.ContainsKey(ButtonFields.New)
            ? Starting.BeginNew(scene, name, playbook is null ? null : new PlaybookId(playbook))
            : Starting.Qualify(scene, name, playbook);
    }

    private static Decision OnDeal(Scene scene, Said.Pressed pressed)
    {
        if (scene.Deal is not { } deal || DealId.Read(pressed.Fields.GetValueOrDefault(ButtonFields.Deal)) != deal.Id)
        {
            return scene.Aside(DealWords.DealGone);
        }

        if (!Allowed.ToChange(scene) && !(pressed.Action == ButtonActions.Undo && Undoing.IsOwn(scene)))
        {
            return scene.Aside(DealWords.OnlyThese(deal.Name, Allowed.Names(scene)));
        }

        var revision = pressed.Fields.GetValueOrDefault(ButtonFields.Revision);
        var other = scene.Conversation.Deal != deal.Id;
        if (revision != deal.Revision.ToString(CultureInfo.InvariantCulture))
        {
            var shown = Stale(scene, pressed);
            return other ? shown with { Conversation = scene.Conversation with { LastHeard = scene.Input.Now } } : shown;
        }

        if (other)
        {
            scene = scene.Turning();
        }

        var inProgress = pressed.Action is ButtonActions.Answer or ButtonActions.DontKnow;
        return inProgress && Resuming.MustChoose(scene) ? Resuming.Offer(scene) : Act(scene, pressed.Action, pressed.Fields);
    }

    /// <summary>An answered question shows its answer where the card can be redrawn; all else shows the deal as it is.</summary>
    private static Decision Stale(Scene scene, Said.Pressed pressed)
    {
        var answered = scene.Playbook is { } playbook && Asked(playbook, pressed.Fields) is { } question
            && scene.Deal!.Qualification?.AnswerTo(question.Id) is { } given
                ? QuestionCard.Closed(question, AnswerWords.Say(question, given.Answer, playbook.Currency, scene.Language, given.On), DealWords.MovedOn)
                : null;
        return pressed.CanRedraw && answered is not null ? scene.Say() with { Redrawn = answered } : AsItStands(scene);
    }

    private static Decision OnQuestion(Scene scene, string action, IReadOnlyDictionary<string, string> fields)
    {
        if (Asked(scene.Playbook!, fields) is not { } question)
        {
            return AsItStands(scene);
        }

        return action switch
        {
            ButtonActions.Answer => Asking.Pressed(scene, question),
            ButtonActions.DontKnow => Asking.DontKnow(scene, question),
            ButtonActions.Why => Asking.Why(scene, question),
            _ => Asking.Ask(scene, question),
        };
    }

    /// <summary>Buttons of the questions and the verdict: an old one of these shows them again, any other the deal's card.</summary>
    private static readonly HashSet<string> OfQualifying =
    [
        ButtonActions.Answer, ButtonActions.DontKnow, ButtonActions.Why, ButtonActions.Back, ButtonActions.Continue, ButtonActions.StartOver, ButtonActions.StillWanted, ButtonActions.Hesitated,
        ButtonActions.WantedOn, ButtonActions.Lose, ButtonActions.Park, ButtonActions.Keep, ButtonActions.KeepBecause, ButtonActions.KeepFor, ButtonActions.Edit, ButtonActions.EditAnswer, ButtonActions.Show,
    ];

    private static Question? Asked(Playbook playbook, IReadOnlyDictionary<string, string> fields) =>
        fields.TryGetValue(ButtonFields.Question, out var id) ? playbook.Find(new QuestionId(id)) : null;
}
