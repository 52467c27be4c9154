using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Wording;

/// <summary>A digest in words: which deal, why, what it has cost, what is at stake.</summary>
internal static class DigestWords
{
    public const string OnceAWeek = "Nothing was pressed in the last few digests, so they come once a week now. Press any button and they come daily again.";
    public const string NothingLeft = "All done here";

    public static string Title(int deals) => deals == 1 ? "One deal to look at" : $"{deals} deals to look at";

    public static string Summary(IReadOnlyList<string> names) => $"{Title(names.Count)}: {string.Join(", ", names)}";

    /// <param name="deals">At least 1.</param>
    public static string More(int deals) => deals switch
    {
        1 => "1 more waits. \"deals\" shows it.",
        _ => $"{deals} more wait. \"deals\" shows them.",
    };

    /// <summary>The whole of one deal: whose, why, what it has cost, what is at stake.</summary>
    /// <param name="reader">Whose digest it is.</param>
    /// <param name="first">It leads a digest of several.</param>
    public static string Deal(Listing listing, Person reader, DateOnly today, bool first) => string.Join(
        " ",
        ((string?[])
        [
            Line(listing, reader, today),
            .. listing.Reasons.Skip(1).Select(reason => Sentence(Why(reason, today, reader.Amounts))),
            Cost(listing.Deal.Course, listing.Reasons.Any(reason => reason is Reason.StrungAlong), reader.Amounts),
            AtStake(listing.Stakes, first, reader.Amounts),
        ]).OfType<string>());

    /// <summary>The deal and the first reason.</summary>
    public static string Line(Listing listing, Person reader, DateOnly today)
    {
        var name = listing.Owner.Id == reader.Id ? listing.Deal.Name : $"{listing.Deal.Name}, {ForSomebody(listing.Owner, today)}";
        return listing.Reasons.Count == 0 ? $"{name}." : $"{name}: {Why(listing.Reasons[0], today, reader.Amounts)}.";
    }

    /// <summary>What became of a deal since a digest listed it, in a line; null: nothing.</summary>
    /// <param name="listed">How a digest listed it last.</param>
    /// <param name="theirs">The reader may still decide about it.</param>
    public static string? Handled(Deal deal, Listed? listed, bool theirs) => deal switch
    {
        { State: DealState.Lost } => $"{deal.Name}: lost.",
        { State: DealState.Won } => $"{deal.Name}: won.",
        _ when !theirs => $"{deal.Name}: somebody else's now.",
        _ when listed?.AsOf == deal.Course.ChangedAt => null,
        { State: DealState.Parked, ParkedUntil: { } until } => $"{deal.Name}: parked until {Days.Day(until)}.",
        { Course.NotNow: { } aside } when aside.Until > listed?.On => $"{deal.Name}: not now, again on {Days.Day(aside.Until)}.",
        { Course.Next: { } next } when next.PlannedOn >= listed?.On => $"{deal.Name}: next is \"{next.What}\", {Days.Day(next.Due)}.",
        { Course: { PutOffs: 0 } course } when course.SilentSince >= listed?.On => $"{deal.Name}: it moved.",
        _ => null,
    };

    public static string HoursAndPutOffs(Course course, bool withPutOffs, AmountLanguage language)
    {
        var hours = course.HoursSunk > 0 ? $"about {Hours(course.HoursSunk, language)}" : null;
        var putOffs = withPutOffs && course.PutOffs > 0 ? course.PutOffs == 1 ? "1 put-off" : $"{course.PutOffs} put-offs" : null;
        return string.Join(" and ", ((string?[])[hours, putOffs]).OfType<string>());
    }

    private static string? Cost(Course course, bool putOffsSaid, AmountLanguage language) =>
        HoursAndPutOffs(course, !putOffsSaid, language) is { Length: > 0 } cost ? $"It has cost {cost}." : "No hours are logged on it.";

    private static string? AtStake(AtStake stakes, bool first, AmountLanguage language)
    {
        var hours = stakes.Hours >= 0.5m ? $"about {Hours(Math.Round(stakes.Hours * 2) / 2, language)}" : null;
        var money = stakes.Money is { } amount ? Money.Amount(amount, stakes.Currency, language) : null;
        return string.Join(" and ", ((string?[])[hours, money]).OfType<string>()) is not { Length: > 0 } stake ? null
            : first ? $"It comes first: {stake} at stake."
            : Sentence($"{stake} at stake");
    }

    private static string Why(Reason reason, DateOnly today, AmountLanguage language) => reason switch
    {
        Reason.ParkedByClock parked => $"parked until {Days.Day(parked.Until)}, as announced",
        Reason.AskToday => "today is the day to ask them",
        Reason.AskMissed missed => $"you wanted to ask them on {Days.Day(missed.On)} and nothing came of it; that counts as a put-off",
        Reason.Returned returned => returned.On == today ? "back from parking today" : $"back from parking since {Days.Day(returned.On)}",
        Reason.StepLapsed step => $"\"{step.What}\" was due on {Days.Day(step.Due)} and nothing came of it; that counts as a put-off",
        Reason.VerdictChanged verdict => $"it was {VerdictWords.Kind(verdict.Before)}; a date you were told has passed, so now it is {VerdictWords.Kind(verdict.Now)}",
        Reason.NotNowOver => "you wanted to come back to it now",
        Reason.BudgetSpent budget => $"the {Days.Duration(budget.Budget, language)} you gave it are used up",
        Reason.StrungAlong strung => $"strung along, put off {HealthWords.Times(strung.PutOffs)} since it last moved",
        Reason.Stale { Learnt: { } learnt } stale when stale.Standing.Silence > learnt.MostWonSilence =>
            $"stale, silent for {WorkingDays(stale.Standing.Silence)}; your won deals never were for more than {learnt.MostWonSilence}",
        Reason.Stale stale => $"stale, silent for {WorkingDays(stale.Standing.Silence)} (the limit is {stale.Standing.Limit})",
        Reason.WillPark park => $"I'll park it on {Days.Day(park.On)} unless something happens before",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string ForSomebody(Person owner, DateOnly today) =>
        owner.Absences.FirstOrDefault(absence => absence.From <= today && today <= absence.Until) is { } away
            ? $"for {owner.Name}, who is away until {Days.Day(away.Until)}"
            : $"for {owner.Name}";

    public static string Hours(decimal hours, AmountLanguage language) => Days.Duration(hours >= 3 ? Math.Round(hours) : hours, language);

    private static string WorkingDays(int days) => days == 1 ? "1 working day" : $"{days} working days";

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
}
