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
            Person = SettingsTalk.PersonIn(pressed),
        },
        Said.Typed typed => new(conversation.Deal, Named(typed.Text, conversation.Waiting))
        {
            Person = SettingsTalk.PersonIn(typed.Text, conversation.Waiting),
        },
        _ => new(conversation.Deal, null),
    };

    /// <summary>The decision on one message.</summary>
    public Decision Decide(TurnInput input)
    {
        var scene = new Scene(input, order);
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

        scene = scene with { Input = input with { Conversation = Hearing.StartedBy(scene) } };
        return input.Message.Said switch
        {
            Said.Pressed pressed => Pressing.Decide(scene, pressed),
            Said.Typed typed => Typing.Decide(scene, typed.Text),
            _ => scene.Unheard(),
        };
    }

    private static string? Named(string text, Waiting waiting) => Commands.Read(text) switch
    {
        Command.Qualify qualify => qualify.Name,
        Command.Continue command => command.Name,
        Command.Lose lose => lose.Name,
        Command.Park park => park.Name,
        Command.Verdict verdict => verdict.Name,
        _ => waiting switch
        {
            Waiting.DealName => text,
            Waiting.WhichDeal which => which.Said,
            _ => null,
        },
    };
}
