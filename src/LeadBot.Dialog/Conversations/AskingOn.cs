using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>AskFirst: the day on which the rep asks the prospect what decides it, and is asked about it. Moved, it is a put-off.</summary>
internal static class AskingOn
{
    public static Decision AskDay(Scene scene, string? above = null, int misses = 0)
    {
        var text = above ?? DealWords.WhenWillYouAsk(scene.Deal!.Name);
        return scene.Say(
            new Waiting.AskDay(misses),
            new Card(
                text,
                [new CardPart.Paragraph(text), new CardPart.Paragraph(TouchWords.WhenHint, Subtle: true)],
                [.. ((int[])[1, 2, 3, 5]).Select(days => scene.Calendar.Add(scene.OwnersToday, days)).Select(day => scene.Button(ButtonActions.AskOn, Labels.On(day), data: (ButtonFields.Day, AnswerFields.Day(day))))]));
    }

    public static Decision Typed(Scene scene, Waiting.AskDay waiting, string text) => NextSaid.Read(text, scene.Today, scene.Language).Due is { } day
        ? On(scene, day)
        : AskDay(scene, TouchWords.PlanAgain(waiting.Misses + 1), waiting.Misses + 1);

    public static Decision On(Scene scene, DateOnly day) => Showing.IfOpen(scene, open =>
    {
        if (day < open.OwnersToday)
        {
            var misses = (open.Conversation.Waiting as Waiting.AskDay)?.Misses ?? 0;
            return AskDay(open, TouchWords.NextPast(misses), misses + 1);
        }

        var asked = open.Change(Living.AskOn(open.Deal!, day, open.Input.Now, open.OwnersToday));
        var moved = asked.What.OfType<Happening.AskDaySet>().Last().Moved;
        return asked.Show(new Waiting.Nothing(), Card.Of(
            moved ? $"{DealWords.AskOn(asked.Deal!.Name, day)} {DealWords.AskDayMoved(asked.Deal.Course)}" : DealWords.AskOn(asked.Deal!.Name, day),
            [DealCard.Open(asked), Undoing.Of(asked)]));
    });
}
