using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Settings;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>Decides what a message means and what is answered. Pure: the same input gives the same decision.</summary>
/// <param name="order">Which question comes next; it keeps tables of what it has worked out.</param>
public sealed class Talk(QuestionOrder order)
{
    /// <summary>What has to be loaded before <see cref="Decide"/>.</summary>
    public static TurnNeeds Needs(IncomingMessage message, Conversation conversation) => message.Said switch
    {
        Said.Pressed pressed => new(
            DealId.Read(pressed.Fields.GetValueOrDefault(ButtonFields.Deal)) ?? conversation.Deal,
            pressed.Action == ButtonActions.Start ? pressed.Fields.GetValueOrDefault(ButtonFields.Value) ?? pressed.Fields.GetValueOrDefault(ButtonFields.Note) : null)
        {
            Mine = pressed.Action is ButtonActions.Deals or ButtonActions.Help or ButtonActions.CleanUp,
            Digest = DigestTalk.DayOf(pressed),
            History = pressed.Action is ButtonActions.Deal or ButtonActions.History or ButtonActions.Undo or ButtonActions.ThisDeal,
            LastChange = pressed.Action is ButtonActions.Deal or ButtonActions.Undo or ButtonActions.UndoAll or ButtonActions.TakeBack or ButtonActions.ThisDeal or ButtonActions.Help,
            Roles = pressed.Action is ButtonActions.Settings or ButtonActions.Set or ButtonActions.GiveTo or ButtonActions.ThisDeal or ButtonActions.ForgetDeal or ButtonActions.ForgetPerson or ButtonActions.Audit,
            Owned = pressed.Action is ButtonActions.ForgetPerson,
            Audit = pressed.Action is ButtonActions.Audit,
            AuditBefore = AuditTalk.Before(pressed),
            Person = SettingsTalk.PersonIn(pressed) ?? pressed.Action switch
            {
                ButtonActions.ForgetPerson => pressed.Fields.GetValueOrDefault(ButtonFields.Person),
                ButtonActions.GiveTo => pressed.Fields.GetValueOrDefault(ButtonFields.Person) ?? pressed.Fields.GetValueOrDefault(ButtonFields.Note),
                ButtonActions.ThisDeal => ToWhom(Commands.Read(pressed.Fields.GetValueOrDefault(ButtonFields.Value) ?? "")),
                _ => null,
            },
        },
        Said.Typed typed => Typed(typed.Text, conversation),
        Said.HomeOpened => new(null, null) { Mine = true, Home = true },
        _ => new(conversation.Deal, null),
    };

    private static TurnNeeds Typed(string text, Conversation conversation)
    {
        var command = Commands.Read(text) ?? (Typing.MayBeOfDeal(conversation.Waiting) ? Commands.OfDeal(text) : null);
        var typed = conversation.Waiting is Waiting.WhichDeal { Typed: { } earlier } && command is null ? Commands.Read(earlier) : command;
        var forget = Forgetting.Answered(conversation, text);
        return new(forget?.Deal ?? conversation.Deal, Named(command, text, conversation.Waiting))
        {
            Anybodys = typed is Command.ForgetDeal || command is null && conversation.Waiting is Waiting.WhichDeal { Action: ButtonActions.ForgetDeal },
            Owned = typed is Command.ForgetPerson,
            Audit = command is Command.Audit,
            NamedFirst = command is Command.OnDeal or Command.Lose or Command.Park || command is null && conversation.Waiting is Waiting.WhichDeal { Typed: not null },
            Mine = command is Command.Deals or Command.Help,
            Roles = typed is Command.Settings or Command.Status or Command.Reminders or Command.ForgetDeal or Command.ForgetPerson or Command.Audit or Command.OnDeal { Verb: DealVerb.Give } || conversation.Waiting is Waiting.Setting or Waiting.Receiver or Waiting.Forget,
            Status = command is Command.Status,
            Reminders = command is Command.Reminders,
            History = typed is Command.OnDeal { Verb: DealVerb.Card or DealVerb.History } or Command.Undo,
            LastChange = typed is Command.OnDeal { Verb: DealVerb.Card } or Command.Undo or Command.Help || conversation.Waiting is Waiting.UndoAll,
            Person = SettingsTalk.PersonIn(text, conversation.Waiting) ?? ToWhom(typed) ?? (typed as Command.ForgetPerson)?.Said ?? forget?.Person?.Value ?? (conversation.Waiting is Waiting.Receiver ? Giving.Receiver(text) : null),
        };
    }

    private static string? ToWhom(Command? command) => command is Command.OnDeal { Verb: DealVerb.Give } give ? Giving.Receiver(give.Rest) : null;

    /// <summary>The decision on one message.</summary>
    public Decision Decide(TurnInput input)
    {
        var scene = Scene.Of(input, order);
        if (scene.Kind == PlaceKind.Home)
        {
            return Homing.Decide(scene);
        }

        if (input.Message.Said is Said.Arrived)
        {
            return Welcoming.Welcome(scene);
        }

        if (input.Message.Said is Said.Removed)
        {
            return Welcoming.TakenOut(scene);
        }

        if (Hearing.Refusal(scene) is { } refusal)
        {
            return refusal;
        }

        // The deal talked about may be somebody else's by now; a button names its own deal and says who may press it.
        scene = input.Message.Said is Said.Typed words && scene.Deal is not null && !Allowed.ToChange(scene) && Forgetting.Answered(scene.Conversation, words.Text) is null ? scene.AboutNone() : scene;
        scene = scene with { Input = scene.Input with { Conversation = Hearing.StartedBy(scene) } };
        return input.Message.Said switch
        {
            Said.Pressed pressed => LeftOpen.Ask(scene, Forming.Of(scene, DigestTalk.Pressed(scene, pressed))),
            Said.Typed typed => Typing.Decide(scene, typed.Text),
            _ => scene.Unheard(),
        };
    }

    private static string? Named(Command? command, string text, Waiting waiting) => command switch
    {
        Command.Qualify qualify => qualify.Name,
        Command.Continue going => going.Name,
        Command.Lose lose => lose.Name,
        Command.Park park => park.Name,
        Command.Verdict verdict => verdict.Name,
        Command.ForgetDeal forget => forget.Name,
        Command.OnDeal { Rest.Length: > 0 } on => on.Rest,
        _ => waiting switch
        {
            Waiting.DealName => text,
            Waiting.WhichDeal which => which.Said,
            _ => null,
        },
    };
}
