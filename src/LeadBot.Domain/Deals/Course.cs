namespace LeadBot.Domain.Deals;

/// <summary>
/// What happened to a deal, as far as the silence rules look at it. Days are the owner's own. What counts "since the last
/// progress" starts anew with each <see cref="TouchKind.Progress"/>.
/// </summary>
/// <param name="SilentSince">Silence counts the working days after this one: the day of the last progress, of the start, of the import, or of the return from parking.</param>
/// <param name="ChangedAt">When its state changed or a touch was logged last, UTC: what "unchanged" means to a digest.</param>
/// <param name="HoursSunk">Hours logged in all.</param>
/// <param name="HoursSinceProgress">Hours logged since the last progress.</param>
/// <param name="PutOffs">How often the prospect put the rep off since the last progress.</param>
/// <param name="Parks">How often it was parked since the last progress; each but the first is a put-off too.</param>
/// <param name="LastTouch">When the last touch was logged, UTC.</param>
/// <param name="Next">The planned next step, if there is one.</param>
/// <param name="Pauses">Days since <paramref name="SilentSince"/> that do not count as silence.</param>
/// <param name="AskOn">AskFirst: the day on which the rep is asked again.</param>
/// <param name="NotNow">The rep asked the digest to leave it alone for a while.</param>
/// <param name="LongestSilence">The longest silence that progress or the win ended so far, in working days.</param>
public sealed record Course(
    DateOnly SilentSince,
    DateTimeOffset ChangedAt,
    decimal HoursSunk = 0,
    decimal HoursSinceProgress = 0,
    int PutOffs = 0,
    int Parks = 0,
    DateTimeOffset? LastTouch = null,
    NextStep? Next = null,
    IReadOnlyList<Pause>? Pauses = null,
    DateOnly? AskOn = null,
    NotNow? NotNow = null,
    int LongestSilence = 0)
{
    /// <summary>Days since <see cref="SilentSince"/> that do not count as silence.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = Pauses ?? [];

    /// <summary>Without an ask-day: there is nothing to ask any more, or it was asked.</summary>
    public Course Unasked() => this with { AskOn = null };

    /// <summary>A clock that starts on that day.</summary>
    public static Course StartingOn(DateOnly day, DateTimeOffset at) => new(day, at);
}

/// <summary>What a logged contact came to.</summary>
public enum TouchKind
{
    /// <summary>It moved: silence and put-offs start anew.</summary>
    Progress,

    /// <summary>"Come by again next week."</summary>
    PutOff,

    /// <summary>Nobody was reached.</summary>
    NoContact,
}

/// <summary>A logged contact.</summary>
/// <param name="Hours">What it cost, 0 to 24.</param>
/// <param name="Said">What they said, at most 500 characters; null when nothing was noted.</param>
public sealed record Touch(TouchKind Kind, decimal Hours, string? Said);

/// <summary>A planned next step.</summary>
/// <param name="What">1 to 200 characters.</param>
/// <param name="Due">The owner's day.</param>
/// <param name="PlannedOn">The owner's day.</param>
public sealed record NextStep(string What, DateOnly Due, DateOnly PlannedOn)
{
    /// <summary>The last day of the pause it makes: the day it is due, or one silence limit after it was planned when that is sooner.</summary>
    public DateOnly PausesUntil { get; init; } = Due;
}

/// <summary>Days that do not count as silence, both included. A list of them is in order and without overlaps.</summary>
public sealed record Pause(DateOnly From, DateOnly Until);

/// <summary>"Not now", said to a digest.</summary>
/// <param name="Until">It is not listed before this day.</param>
/// <param name="Times">How often it was said since the last progress, 1 or 2.</param>
public sealed record NotNow(DateOnly Until, int Times);
