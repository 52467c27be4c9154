using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>"Not now", pressed in a digest: the deal is left out until a day, twice at most since the last progress.</summary>
internal static class SettingAside
{
    /// <summary>Whoever waits longer parks it.</summary>
    private const int MostDays = 30;

    public static Decision AskUntil(Scene scene, string? above = null, int misses = 0) => Showing.IfOpen(scene, open =>
    {
        if (IsUsedUp(open))
        {
            return Refused(open);
        }

        var text = above ?? AsideWords.UntilWhen(open.Deal!.Name);
        return open.Say(
            new Waiting.NotNowDay(misses),
            new Card(text, [new CardPart.Paragraph(text), new CardPart.Paragraph(AsideWords.Hint, Subtle: true)], [.. Days(open)]));
    });

    public static Decision Typed(Scene scene, Waiting.NotNowDay waiting, string text) =>
        Dates.Read(text, scene.Today, scene.Language) is DateSaid.Between between
            ? Until(scene, between.From)
            : AskUntil(scene, AsideWords.Again(waiting.Misses + 1), waiting.Misses + 1);

    public static Decision Until(Scene scene, DateOnly day) => Showing.IfOpen(scene, open =>
    {
        if (IsUsedUp(open))
        {
            return Refused(open);
        }

        if (day <= open.OwnersToday)
        {
            return AskUntil(open, AsideWords.Past, 1);
        }

        if (day > open.OwnersToday.AddDays(MostDays))
        {
            return AskUntil(open, AsideWords.TooFar, 1);
        }

        var aside = open.Change(Living.SetAside(open.Deal!, day, open.Input.Now));
        return aside.Show(new Waiting.Nothing(), Card.Of(AsideWords.Done(aside.Deal!.Name, day, last: IsUsedUp(aside)), DealCard.Open(aside), Undoing.Of(aside)));
    });

    private static bool IsUsedUp(Scene scene) => scene.Deal!.Course.NotNow is { Times: >= DigestButtons.MostNotNow };

    private static Decision Refused(Scene scene) => scene.Say(
        new Waiting.Nothing(),
        Card.Of(
            AsideWords.UsedUp(scene.Deal!.Name),
            scene.Button(ButtonActions.Lose, Labels.Drop),
            scene.Button(ButtonActions.Moved, Labels.Moved),
            scene.Button(ButtonActions.Park, Labels.Park)));

    /// <summary>The next working day, the first of next week, and the same day in two weeks or the next that is one.</summary>
    private static IEnumerable<Button> Days(Scene scene)
    {
        var today = scene.OwnersToday;
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        (DateOnly Day, string? Words)[] days =
        [
            (scene.Calendar.Add(today, 1), null),
            (scene.Calendar.Add(sunday, 1), Labels.NextWeek),
            (scene.Calendar.Add(today.AddDays(13), 1), Labels.InTwoWeeks),
        ];
        return days.Where(choice => choice.Day <= today.AddDays(MostDays)).GroupBy(choice => choice.Day).Select(same => scene.Button(
            ButtonActions.NotNowUntil,
            same.Key == today.AddDays(1) ? Labels.Tomorrow : same.Last().Words ?? Labels.On(same.Key),
            data: (ButtonFields.Day, AnswerFields.Day(same.Key))));
    }
}
