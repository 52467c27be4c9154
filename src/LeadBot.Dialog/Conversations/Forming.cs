using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Dialog.Conversations;

/// <summary>
/// Where the channel has windows of its own, what only asks for more about a pressed button is asked in one instead of
/// being said. The conversation stays as it was: a window can be closed without a word.
/// </summary>
internal static class Forming
{
    /// <summary>The decision with its question as a form, where it is one and can be.</summary>
    public static Decision Of(Scene scene, Decision decision) =>
        scene.Input.Message is { CanOpenForm: true, Said: Said.Pressed pressed } && decision is { Say: [var asked], Changes.Count: 0 }
            && Form(decision.Conversation.Waiting, pressed.Action, asked) is { } form
            ? decision with
            {
                Conversation = decision.Conversation with { Deal = scene.Input.Conversation.Deal, Waiting = scene.Input.Conversation.Waiting },
                Say = [],
                Form = form,
            }
            : decision;

    private static Card? Form(Waiting waiting, string action, Card asked) => waiting switch
    {
        // Words are typed into a conversation, not a form without a field for them.
        Waiting.LostReason or Waiting.LostNote or Waiting.KeepReason or Waiting.KeepBudget or Waiting.AnswerToEdit or Waiting.DealName
            or Waiting.ParkDate or Waiting.AskDay or Waiting.NotNowDay or Waiting.StepAndDay or Waiting.StepDone =>
            asked with { Parts = [.. asked.Parts.Where(part => part is not CardPart.Paragraph { Subtle: true })] },
        // Nothing leads back from a form, and its reason is one press away in the conversation.
        Waiting.AnswerTo when action is ButtonActions.Edit or ButtonActions.EditAnswer =>
            asked with { Parts = [.. UpToTheQuestion(asked)], Buttons = [.. asked.Buttons.Where(button => button.Action is ButtonActions.Answer or ButtonActions.DontKnow)] },
        _ => null,
    };

    private static IEnumerable<CardPart> UpToTheQuestion(Card asked) => asked.Parts.Take(asked.Parts.TakeWhile(part => part is not CardPart.Heading).Count() + 1);
}
