using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Wording;

/// <summary>The verdict in words.</summary>
internal static class VerdictWords
{
    public const string TalkThemOut = "Before it is final, try to talk them out of it by saying";
    public const string AskedTwice = "You asked twice and nobody can tell you whether this can work at all. Drop it, or keep it anyway.";
    public const string SayGoodbye = "To send them, if you like";
    public const string SayForNow = "To send them, if you like";

    /// <summary>The sample from which on a chance of winning is worth showing.</summary>
    private const int EnoughHistory = 20;

    public static string Kind(VerdictKind kind) => kind switch
    {
        VerdictKind.Pursue => "Pursue",
        VerdictKind.AskFirst => "Ask first",
        VerdictKind.Park => "Park",
        _ => "Walk away",
    };

    public static string Title(string deal, Verdict verdict, bool needsConfirming) => verdict.Kind switch
    {
        VerdictKind.Pursue => needsConfirming ? $"Pursue {deal}, if they still want it" : $"Pursue {deal}",
        VerdictKind.AskFirst => $"Ask first: {deal}",
        VerdictKind.Park => verdict.ParkUntil is { } until ? $"Park {deal} until {Days.Day(until)}" : $"Park {deal}",
        _ => $"Walk away from {deal}",
    };

    public static string Decided(Verdict verdict, Playbook playbook, AmountLanguage language) => verdict.Rule switch
    {
        VerdictRule.KnockedOut when verdict.Reason is { } reason => $"{reason}. That ends it, whatever else is true.",
        VerdictRule.KnockedOut when verdict.Worth is { } worth =>
            $"An hour on it would be worth about {Money.Amount(Math.Floor(worth.PerHour), playbook.Currency, language)}; your floor is {Money.Amount(worth.Floor, playbook.Currency, language)}.",
        VerdictRule.OutOfReach => $"{BestCase(verdict)} Below {Points(playbook.WalkBelow)} it is not worth your time.",
        VerdictRule.ParkedByAnswer => "They don't need it yet. Until then there is nothing to sell.",
        VerdictRule.ShortOfPursue => $"{BestCase(verdict)} Pursuing starts at {Points(playbook.PursueAt)}.",
        VerdictRule.ShortAgain => $"{BestCase(verdict)} It was parked for that once already; parking it again would only string you along.",
        VerdictRule.Enough => $"It has {Points(verdict.Lower)} at the very least; pursuing starts at {Points(playbook.PursueAt)}.",
        _ => verdict.AskFirst.Count switch
        {
            0 => "What is not known yet decides it.",
            1 => "One answer decides it.",
            _ => "Two answers decide it.",
        },
    };

    /// <summary>A day that was answered has passed, and with it the verdict.</summary>
    public static string ChangedByTime(VerdictKind before) => $"It was {Kind(before)}; a date you were told has passed since, so this counts as not known.";

    public static string AskThem(string question) => $"Ask them: {question}";

    public static string NotForNow(DateOnly until) =>
        $"It looks as if this isn't for now, and that is fine. I'll leave you alone until {Days.Day(until)} and come back then. If it gets pressing before, you know where I am.";

    public static string? Skipped(int skipped) => skipped switch
    {
        0 => null,
        1 => "1 question skipped: nothing it could say would change this.",
        _ => $"{skipped} questions skipped: nothing they could say would change this.",
    };

    /// <param name="worthTooLittle">Its price makes an hour worth less than the floor.</param>
    public static string Score(string answer, QuestionScore score, bool worthTooLittle) => score switch
    {
        _ when worthTooLittle => $"{answer} (too little for the hours)",
        { KnocksOut: not null } => $"{answer} (ends it)",
        { ParksUntil: { } until } => $"{answer} (parks it until {Days.Day(until)})",
        { Standing: Standing.Unknown } => answer,
        _ => $"{answer} ({Signed(score.Points)})",
    };

    public static string WhatIf(WhatIf change, Playbook playbook, AmountLanguage language, DateOnly today)
    {
        var changes = change.Changes.Select(c => playbook.Find(c.Question) is { } question && question.Find(c.To) is { } outcome
            ? $"\"{question.Ask}\" were \"{Piece(question, outcome, c, playbook.Currency, language, today)}\""
            : c.Question.Value);
        return $"It would be {Kind(change.Gives)} if {string.Join(" and ", changes)}.";
    }

    /// <param name="vague">The price is a range, and the worth that of its low end.</param>
    public static string? Worth(Verdict verdict, Currency currency, AmountLanguage language, bool vague)
    {
        if (verdict.Worth is not { } worth)
        {
            return null;
        }

        var perHour = Money.Amount(Math.Floor(worth.PerHour), currency, language);
        var floor = Money.Amount(worth.Floor, currency, language);
        var clears = Money.Amount(Math.Ceiling(worth.ClearingPrice), currency, language);
        return worth.PerHour < 1 ? $"An hour must be worth {floor}; that takes a price of {clears}."
            : $"An hour on it: {(vague ? $"{perHour} or more" : $"about {perHour}")} (floor {floor}). The price that clears the floor: {clears}.";
    }

    public static string? Chance(Terms terms) => terms.ChanceSample >= EnoughHistory
        ? $"Of {terms.ChanceSample} deals you pursued, about {Math.Round(terms.Chance * 100)} % were won."
        : null;

    public static string SoFar(string deal, Verdict verdict, Playbook playbook) =>
        $"So far {deal} has {Points(verdict.Points)}; anything from {Number(verdict.Lower)} to {Number(verdict.Upper)} is still possible. Under {Number(playbook.WalkBelow)} it is Walk away, from {Number(playbook.PursueAt)} on Pursue.";

    private static string Piece(Question question, Outcome outcome, AnswerChange change, Currency currency, AmountLanguage language, DateOnly today) =>
        change.AtLeast is null && change.Below is null || question.Kind is not QuestionKind.Money
            ? AnswerWords.Label(question, outcome, currency, language, today)
            : Money.Band(change.AtLeast ?? 0, change.Below, currency, language);

    private static string BestCase(Verdict verdict) =>
        verdict.Lower == verdict.Upper ? $"It has {Points(verdict.Upper)}." : $"Even at its best it gets {Points(verdict.Upper)}.";

    private static string Points(int points) => $"{Number(points)} {(points is 1 or -1 ? "point" : "points")}";

    private static string Number(int points) => points < 0 ? $"−{-points}" : $"{points}";

    private static string Signed(int points) => points > 0 ? $"+{points}" : Number(points);
}
