using System.Globalization;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Domain.Tests.Deals;

/// <summary>
/// What happens to one deal, told in words: <c>mon1 started; wed1 put off; mon2 look</c>. A day is a weekday and its week;
/// the deal is settled by the clock before anything happens, as in a turn. Stale past 10 working days, strung along at three.
/// </summary>
internal sealed class Story
{
    public static readonly SilenceRules Rules = new(10, 3);

    private static readonly DateOnly FirstMonday = new(2026, 3, 2);

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private readonly List<DateOnly> holidays = [];

    private readonly List<Absence> absences = [];

    private Story(string told)
    {
        foreach (var line in told.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (when, what) = line.Split(' ', 2) is [var first, var rest] ? (first, rest) : throw new FormatException(line);
            Today = Day(when);
            Tell(what);
        }
    }

    public Deal Deal { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public List<Happening> History { get; } = [];

    public WorkCalendar Calendar { get; private set; } = WorkCalendar.MondayToFriday;

    public Standing Standing => Silence.Of(Deal, Today, Calendar, Rules);

    public static Story Of(string told) => new(told);

    public static DateOnly Day(string word) =>
        FirstMonday.AddDays(Array.IndexOf(Weekdays, word[..3]) + (7 * (int.Parse(word[3..], CultureInfo.InvariantCulture) - 1)));

    public static string Word(DateOnly day)
    {
        var (weeks, days) = Math.DivRem(day.DayNumber - FirstMonday.DayNumber, 7);
        return $"{Weekdays[days]}{weeks + 1}";
    }

    public static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    /// <summary>"5 silent, 1 put-off, Cooling", and until when the clock stands still.</summary>
    public override string ToString()
    {
        if (Deal.State != DealState.Open)
        {
            return $"{Deal.State}, {Deal.Course.PutOffs} put-off";
        }

        var (health, silence, _, putOffs, paused) = Standing;
        return $"{silence} silent, {putOffs} put-off, {health}{(paused is { } until ? $", paused until {Word(until)}" : "")}";
    }

    private void Tell(string what)
    {
        var (verb, days) = (what, new Queue<DateOnly>());
        while (verb.LastIndexOf(' ') is var gap and > 0 && char.IsDigit(verb[^1]) && Array.Exists(Weekdays, w => verb[(gap + 1)..].StartsWith(w, StringComparison.Ordinal)))
        {
            days = new Queue<DateOnly>([Day(verb[(gap + 1)..]), .. days]);
            verb = verb[..gap];
        }

        var at = Noon(Today);
        switch (verb)
        {
            case "is free":
                holidays.Add(Today);
                break;
            case "away until":
                absences.Add(new Absence(Today, days.Dequeue()));
                break;
            case "started" or "imported":
                Deal = new Deal(new DealId(Guid.Empty), new WorkspaceId("w"), new PersonId("p"), "Acme", DealState.Open, 1, at)
                {
                    Course = Course.StartingOn(Today, at),
                };
                break;
            default:
                Settle();
                Happens(verb, days, at);
                break;
        }

        Calendar = new WorkCalendar(WorkCalendar.MondayToFriday.Days, holidays.ToHashSet(), absences);
    }

    private void Happens(string verb, Queue<DateOnly> days, DateTimeOffset at) => Change(verb switch
    {
        "look" => null,
        "moved" => Living.Log(Deal, new Touch(TouchKind.Progress, 1, null), at, Today, Calendar),
        "put off" => Living.Log(Deal, new Touch(TouchKind.PutOff, 1, "come by again next week"), at, Today, Calendar),
        "no contact" => Living.Log(Deal, new Touch(TouchKind.NoContact, 0.5m, null), at, Today, Calendar),
        "next" => Living.Plan(Deal, "call", days.Dequeue(), at, Today, Calendar, Rules),
        "ask on" => Living.AskOn(Deal, days.Dequeue(), at, Today),
        "park until" => Living.Park(Deal, days.Dequeue(), at),
        "reopen" => Living.Reopen(Deal, at, Today),
        "won" => Living.Win(Deal, at, Today, Calendar),
        "lost" => Living.Lose(Deal, new Loss("No need", null, at, 0)),
        "not now" => Living.SetAside(Deal, days.Dequeue(), at),
        "given" => Living.Give(Deal, new PersonId("another")),
        _ => throw new FormatException(verb),
    });

    private void Settle() => Change(Living.Settle(Deal, Noon(Today), Today, Calendar, Rules));

    private void Change(DealChange? change)
    {
        if (change is not null)
        {
            Deal = change.Deal;
            History.AddRange(change.What);
        }
    }
}
