using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;

namespace LeadBot.Domain.Deals;

/// <summary>
/// Everything a rep or the clock can do to a deal after its start. Pure: whether it is allowed is the caller's question,
/// and the revision is the turn's. Instants are UTC, days the owner's own; the deal is settled for today
/// (<see cref="Settle"/>) before anything else happens to it.
/// </summary>
public static class Living
{
    /// <summary>
    /// Logs a contact. Progress ends the silence, finishes the planned step and starts what counts since the last progress
    /// anew; a put-off counts, and is what became of a step that is due; no contact costs hours only.
    /// </summary>
    public static DealChange Log(Deal deal, Touch touch, DateTimeOffset at, DateOnly today, WorkCalendar calendar)
    {
        var course = deal.Course with
        {
            ChangedAt = at,
            LastTouch = at,
            HoursSunk = deal.Course.HoursSunk + touch.Hours,
            HoursSinceProgress = deal.Course.HoursSinceProgress + touch.Hours,
        };
        course = touch.Kind switch
        {
            TouchKind.Progress => course with
            {
                SilentSince = today,
                HoursSinceProgress = 0,
                PutOffs = 0,
                Parks = 0,
                Next = null,
                Pauses = [],
                NotNow = null,
                LongestSilence = LongestSilence(deal, today, calendar),
            },
            TouchKind.PutOff => (course.Next?.Due <= today ? course.WithoutStep(today, calendar) : course).PutOff(),
            _ => course,
        };
        return new(deal with { Course = course }, [new Happening.Touched(touch.Kind, touch.Hours, touch.Said)]);
    }

    /// <summary>Adds hours to the touch logged before, said afterwards.</summary>
    /// <param name="progress">That touch was progress: its hours are not counted since then.</param>
    public static DealChange AddHours(Deal deal, decimal hours, bool progress) =>
        new(
            deal with
            {
                Course = deal.Course with
                {
                    HoursSunk = deal.Course.HoursSunk + hours,
                    HoursSinceProgress = deal.Course.HoursSinceProgress + (progress ? 0 : hours),
                },
            },
            [new Happening.HoursAdded(hours)]);

    /// <summary>Plans the next step, which pauses the clock until it is due, for at most one limit. In the place of a step that was not done it is a put-off.</summary>
    /// <param name="what">1 to 200 characters.</param>
    /// <param name="due">Not before today.</param>
    public static DealChange Plan(Deal deal, string what, DateOnly due, DateTimeOffset at, DateOnly today, WorkCalendar calendar, SilenceRules rules)
    {
        var moved = deal.Course.Next is not null;
        var course = moved ? deal.Course.WithoutStep(today, calendar).PutOff() : deal.Course;
        var longest = calendar.Add(today, rules.Limit);
        var next = new NextStep(what, due, today) { PausesUntil = due < longest ? due : longest };
        return new(deal with { Course = course with { Next = next, ChangedAt = at } }, [new Happening.NextPlanned(what, due, moved)]);
    }

    /// <summary>AskFirst: the rep wants to be asked again on that day. An earlier ask-day moved is a put-off.</summary>
    /// <param name="on">Not before today.</param>
    public static DealChange AskOn(Deal deal, DateOnly on, DateTimeOffset at, DateOnly today)
    {
        var moved = deal.Course.AskOn is { } earlier && earlier != on;
        var course = moved ? deal.Course.PutOff() : deal.Course;
        return new(deal with { Course = course with { AskOn = on, ChangedAt = at } }, [new Happening.AskDaySet(on, moved)]);
    }

    /// <summary>
    /// A verdict on its answers. With another than AskFirst there is nothing left to ask; with AskFirst on the ask-day or
    /// after, it was asked: either way the ask-day can no longer be missed.
    /// </summary>
    public static DealChange Judge(Deal deal, VerdictKind verdict, DateOnly today)
    {
        var asked = verdict != VerdictKind.AskFirst || deal.Course.AskOn <= today;
        return new(
            deal with
            {
                Qualification = deal.Qualification! with { Verdict = verdict },
                Course = asked ? deal.Course.Unasked() : deal.Course,
            },
            [new Happening.Judged(verdict)]);
    }

    /// <summary>Won: the silence it took is remembered.</summary>
    public static DealChange Win(Deal deal, DateTimeOffset at, DateOnly today, WorkCalendar calendar) =>
        new(
            deal with
            {
                State = DealState.Won,
                WonAt = at,
                Lost = null,
                ParkedUntil = null,
                Course = deal.Course with { ChangedAt = at, LongestSilence = LongestSilence(deal, today, calendar) },
            },
            [new Happening.Won()]);

    /// <summary>Lost; where it was parked is kept, so that the loss can be taken back.</summary>
    public static DealChange Lose(Deal deal, Loss loss) =>
        new(
            deal with { State = DealState.Lost, Lost = loss, WonAt = null, Course = deal.Course with { ChangedAt = loss.At } },
            [new Happening.WasLost(loss.Reason, loss.Note, loss.HoursFreed)]);

    /// <summary>Parks it, and drops its step and ask-day. Parked again since the last progress, it is a put-off.</summary>
    /// <param name="until">After today.</param>
    /// <param name="shortOfPursue">The verdict said so, for want of points.</param>
    /// <param name="byClock">LeadBot parks it, as announced.</param>
    public static DealChange Park(Deal deal, DateOnly until, DateTimeOffset at, bool shortOfPursue = false, bool byClock = false)
    {
        var again = deal.Course.Parks > 0;
        var course = again ? deal.Course.PutOff() : deal.Course;
        return new(
            deal with
            {
                State = DealState.Parked,
                ParkedUntil = until,
                ShortParks = deal.ShortParks + (shortOfPursue ? 1 : 0),
                Lost = null,
                WonAt = null,
                Course = course with { Parks = course.Parks + 1, Next = null, AskOn = null, ChangedAt = at },
            },
            [new Happening.WasParked(until, again, byClock)]);
    }

    /// <summary>Open again from parked, won or lost: the clock starts anew, the put-offs stay.</summary>
    public static DealChange Reopen(Deal deal, DateTimeOffset at, DateOnly today) =>
        new(Opened(deal, at, today), [new Happening.Reopened(deal.State)]);

    public static DealChange SetStage(Deal deal, string? stage) => new(deal with { Stage = stage }, [new Happening.StageSet(deal.Stage, stage)]);

    /// <param name="name">1 to <see cref="Deal.LongestName"/> characters.</param>
    public static DealChange Rename(Deal deal, string name) => new(deal with { Name = name }, [new Happening.Renamed(deal.Name, name)]);

    /// <summary>Somebody else's from now on, with everything it went through.</summary>
    public static DealChange Give(Deal deal, PersonId to) => new(deal with { Owner = to }, [new Happening.Given(deal.Owner, to)]);

    /// <summary>"Not now": left alone until that day.</summary>
    public static DealChange SetAside(Deal deal, DateOnly until, DateTimeOffset at) =>
        new(
            deal with { Course = deal.Course with { NotNow = new NotNow(until, (deal.Course.NotNow?.Times ?? 0) + 1), ChangedAt = at } },
            [new Happening.SetAside(until)]);

    /// <param name="value">At least 0; null: nobody knows.</param>
    public static DealChange SetValue(Deal deal, decimal? value) => new(deal with { Value = value }, [new Happening.ValueSet(deal.Value, value)]);

    /// <summary>
    /// What the clock did to it up to today: it returned from parking, its step or its ask-day lapsed (each with one
    /// working day to log). In the order of their days; null when there is nothing. Settling twice is settling once.
    /// </summary>
    public static DealChange? Settle(Deal deal, DateTimeOffset at, DateOnly today, WorkCalendar calendar, SilenceRules rules)
    {
        if (deal is { State: DealState.Parked, ParkedUntil: { } until } && until <= today)
        {
            return new(Opened(deal, at, until), [new Happening.Returned(until)]);
        }

        if (deal.State != DealState.Open)
        {
            return null;
        }

        var course = deal.Course;
        if (course is { Next: null, AskOn: null })
        {
            return null;
        }

        DateOnly? step = course.Next is { } next ? Silence.LapsesOn(next.Due, calendar) : null;
        DateOnly? ask = course.AskOn is { } on ? Silence.LapsesOn(on, calendar) : null;
        List<Happening> what = [];
        if (step <= today)
        {
            what.Add(new Happening.NextLapsed(course.Next!.What, course.Next.Due));
            course = course.WithoutStep(today, calendar).PutOff();
        }

        if (ask <= today)
        {
            what.Insert(step <= ask ? what.Count : 0, new Happening.AskDayMissed(course.AskOn!.Value));
            course = course.PutOff().Unasked();
        }

        return what.Count == 0 ? null : new(deal with { Course = course with { ChangedAt = at } }, what);
    }

    private static Deal Opened(Deal deal, DateTimeOffset at, DateOnly silentSince) => deal with
    {
        State = DealState.Open,
        ParkedUntil = null,
        Lost = null,
        WonAt = null,
        Course = deal.Course with { SilentSince = silentSince, Pauses = [], Next = null, AskOn = null, ChangedAt = at },
    };

    /// <summary>With the silence that ends today; what a parked deal waited for is no silence.</summary>
    private static int LongestSilence(Deal deal, DateOnly today, WorkCalendar calendar) =>
        deal.State == DealState.Open ? Math.Max(deal.Course.LongestSilence, Silence.Days(deal.Course, today, calendar)) : deal.Course.LongestSilence;

    private static Course PutOff(this Course course) => course with { PutOffs = course.PutOffs + 1 };

    /// <summary>Without its planned step; the days it kept from counting until today stay uncounted.</summary>
    private static Course WithoutStep(this Course course, DateOnly today, WorkCalendar calendar)
    {
        var next = course.Next!;
        var last = Silence.LastFreeDay(next, calendar);
        return course with { Next = null, Pauses = Pausing(course.Pauses, new Pause(next.PlannedOn.AddDays(1), last < today ? last : today)) };
    }

    private static IReadOnlyList<Pause> Pausing(IReadOnlyList<Pause> pauses, Pause pause) =>
        pause.Until < pause.From ? pauses
        : pauses.Count > 0 && pauses[^1] is var before && before.Until >= pause.From.AddDays(-1) ? [.. pauses.SkipLast(1), before with { Until = pause.Until }]
        : [.. pauses, pause];
}
