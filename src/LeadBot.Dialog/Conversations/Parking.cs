using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>Parking a deal until a day.</summary>
internal static class Parking
{
    public static Decision AskUntil(Scene scene, string? above = null, int misses = 0)
    {
        var text = above ?? DealWords.ParkUntilWhen(scene.Deal!.Name);
        return scene.Say(
            new Waiting.ParkDate(misses),
            new Card(text, [new CardPart.Paragraph(text), new CardPart.Paragraph(DealWords.ParkHint, Subtle: true)], [.. Days(scene)]));
    }

    /// <summary>"park NAME until …": a day that can be read is taken at once.</summary>
    public static Decision Typed(Scene scene, string? until) =>
        until is not null && Dates.Read(until, scene.Today, scene.Language) is DateSaid.Between between
            ? Until(scene, between.From)
            : AskUntil(scene, until is null ? null : DealWords.ParkAgain(1), until is null ? 0 : 1);

    public static Decision Typed(Scene scene, Waiting.ParkDate waiting, string text) =>
        Dates.Read(text, scene.Today, scene.Language) is DateSaid.Between between
            ? Until(scene, between.From)
            : AskUntil(scene, DealWords.ParkAgain(waiting.Misses + 1), waiting.Misses + 1);

    public static Decision Until(Scene scene, DateOnly day)
    {
        var misses = (scene.Conversation.Waiting as Waiting.ParkDate)?.Misses ?? 0;
        if (day <= scene.OwnersToday)
        {
            return AskUntil(scene, DealWords.ParkPast(misses), misses + 1);
        }

        if (day > scene.OwnersToday.AddDays(PlaybookLimits.Days))
        {
            return AskUntil(scene, DealWords.ParkTooFar(misses), misses + 1);
        }

        // Parked already, the verdict's park was counted then.
        var shortOfPursue = scene.Deal!.State != DealState.Parked && scene.Qualifying?.Verdict is { Settled: true, Rule: VerdictRule.ShortOfPursue or VerdictRule.ShortAgain };
        var parked = scene.Change(Living.Park(scene.Deal with { Kept = null }, day, scene.Input.Now, shortOfPursue));
        var putOff = parked.What.OfType<Happening.WasParked>().Last().PutOff;
        var text = putOff ? $"{DealWords.Parked(scene.Deal.Name, day)} {DealWords.ParkedAgain(parked.Deal!.Course)}" : DealWords.Parked(scene.Deal.Name, day);
        return parked.Show(new Waiting.Nothing(), Card.Of(text, Button.Of(ButtonActions.Start, Labels.QualifyAnother), Undoing.Of(parked)));
    }

    private static IEnumerable<Button> Days(Scene scene)
    {
        var suggested = scene.Qualifying?.Verdict.ParkUntil;
        var days = new SortedSet<DateOnly>(((int[])[30, 60, 90]).Select(scene.OwnersToday.AddDays));
        if (suggested is { } until && until > scene.OwnersToday)
        {
            days.Add(until);
        }

        return days.Select(day => scene.Button(
            ButtonActions.ParkUntil,
            Labels.ParkUntil(day),
            day == suggested ? ButtonStyle.Primary : ButtonStyle.Default,
            (ButtonFields.Day, AnswerFields.Day(day))));
    }
}
