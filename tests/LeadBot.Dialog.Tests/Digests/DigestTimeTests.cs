using System.Globalization;
using CsCheck;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Tests.Digests;

public sealed class DigestTimeTests
{
    private static readonly Workspace s_workspace = new(new WorkspaceId("local"), null, null, new Dictionary<string, PlaybookId>(), null, Holidays: "here");

    private static readonly HolidayShelf s_holidays = new(new Dictionary<string, IReadOnlySet<DateOnly>> { ["here"] = new HashSet<DateOnly> { new(2027, 3, 29), new(2027, 12, 24) } });

    private static readonly Person s_dana = new(new PersonId("dana"), s_workspace.Id, "Dana", "Europe/Berlin");

    [Theory]
    [InlineData("2027-03-01 07:00", "2027-03-01 07:30")] // a Monday; half past eight in Berlin
    [InlineData("2027-03-01 07:30", "2027-03-02 07:30")] // strictly after
    [InlineData("2027-03-05 12:00", "2027-03-08 07:30")] // over the weekend
    [InlineData("2027-03-26 12:00", "2027-03-30 06:30")] // over the change to summer time and a holiday
    public void It_comes_at_the_persons_own_time_on_their_days(string after, string next) => Assert.Equal(Utc(next), Next(s_dana, after));

    [Fact]
    public void Muted_it_comes_on_the_day_the_mute_ends()
    {
        Assert.Equal(Utc("2027-03-10 07:30"), Next(With(s_dana.Digest with { MutedUntil = new DateOnly(2027, 3, 10) }), "2027-03-01 00:00"));
        Assert.Null(Next(With(s_dana.Digest with { MutedUntil = DateOnly.MaxValue }), "2027-03-01 00:00"));
    }

    [Fact]
    public void It_waits_until_an_absence_is_over() => Assert.Equal(
        Utc("2027-03-15 07:30"),
        Next(s_dana with { Absences = [new Absence(new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 12), new PersonId("lee"))] }, "2027-03-01 00:00"));

    [Fact]
    public void Somebody_who_is_always_away_gets_none() =>
        Assert.Null(Next(s_dana with { Absences = [new Absence(new DateOnly(2027, 3, 1), new DateOnly(2037, 3, 12))] }, "2027-03-01 00:00"));

    [Theory]
    [InlineData("02:30", "2027-03-28 01:00")] // the clocks jump from two to three: at three
    [InlineData("01:30", "2027-03-28 00:30")]
    public void A_time_that_does_not_exist_is_the_first_that_does(string at, string next) =>
        Assert.Equal(Utc(next), Next(EveryDay(at), "2027-03-27 12:00"));

    [Fact]
    public void A_time_that_comes_twice_is_the_first_of_them_once()
    {
        var dana = EveryDay("02:30");
        Assert.Equal(Utc("2027-10-31 00:30"), Next(dana, "2027-10-30 12:00"));
        Assert.Equal(Utc("2027-11-01 01:30"), Next(dana, "2027-10-31 00:30"));
        Assert.False(MayCome(dana, "2027-10-31 01:30", new LastDigest(Utc("2027-10-31 00:30"), "Europe/Berlin")));
    }

    [Fact]
    public void A_day_that_a_zone_leaves_out_has_no_digest()
    {
        // Samoa went from Thursday 29 to Saturday 31 December.
        var dana = EveryDay("08:30") with { TimeZone = "Pacific/Apia" };
        Assert.Equal(Utc("2011-12-29 18:30"), Next(dana, "2011-12-29 10:00"));
        Assert.Equal(Utc("2011-12-30 18:30"), Next(dana, "2011-12-29 18:30"));
        Assert.Equal(new DateOnly(2011, 12, 31), dana.Today(Utc("2011-12-30 18:30")));
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2027-03-01 23:30", "America/New_York", "2027-03-03 13:30")] // on Tuesday there it is still Tuesday in Tokyo
    [InlineData("America/New_York", "2027-03-01 13:30", "Asia/Tokyo", "2027-03-02 23:30")] // on Tuesday morning there it is still Monday in New York
    [InlineData("Europe/Berlin", "2027-03-01 07:30", "Europe/London", "2027-03-02 08:30")]
    public void A_changed_zone_never_makes_two_digests_of_one_day(string from, string last, string to, string next) =>
        Assert.Equal(Utc(next), DigestTime.NextAt(s_dana with { TimeZone = to }, s_workspace, s_holidays, Utc(last).AddMinutes(1), new LastDigest(Utc(last), from), 0));

    [Fact]
    public void A_process_that_slept_through_the_hour_sends_one_late_before_quiet_hours()
    {
        Assert.True(MayCome(s_dana, "2027-03-01 16:59", new LastDigest(Utc("2027-02-26 07:30"), "Europe/Berlin")));
        Assert.False(MayCome(s_dana, "2027-03-01 17:00", null));
        Assert.False(MayCome(s_dana, "2027-03-01 07:29", null));
        Assert.False(MayCome(s_dana, "2027-03-01 16:59", new LastDigest(Utc("2027-03-01 08:00"), "Europe/Berlin")));
        Assert.False(MayCome(s_dana, "2027-03-06 08:00", null));
    }

    [Fact]
    public void After_five_unpressed_they_come_on_the_first_working_day_of_a_week()
    {
        Assert.Equal(Utc("2027-03-08 07:30"), DigestTime.NextAt(s_dana, s_workspace, s_holidays, Utc("2027-03-01 08:00"), null, 5));
        Assert.Equal(Utc("2027-03-02 07:30"), DigestTime.NextAt(s_dana, s_workspace, s_holidays, Utc("2027-03-01 08:00"), null, 4));
        Assert.Equal(Utc("2027-03-30 06:30"), DigestTime.NextAt(s_dana, s_workspace, s_holidays, Utc("2027-03-22 08:00"), null, 5));
    }

    /// <summary>Whatever the zone, the settings and the instant.</summary>
    [Fact]
    public void It_is_always_theirs_and_never_the_second_of_a_day()
    {
        var zones = Gen.OneOf("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Kiritimati");
        var people = Gen.Select(zones, Gen.Int[0, 1439], Gen.Int[0, 1439], Gen.Int[1, 127], Gen.Int[-1, 60], Gen.Int[0, 40]).Select((zone, a, b, days, muted, away) =>
            s_dana with
            {
                TimeZone = zone,
                Digest = new DigestTimes(Time(Math.Min(a, b)), Time(Math.Max(a, b)), [.. Enum.GetValues<DayOfWeek>().Where(day => (days & (1 << (int)day)) != 0)], muted < 0 ? null : new DateOnly(2027, 3, 1).AddDays(muted)),
                Absences = away == 0 ? [] : [new Absence(new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 1).AddDays(away))],
            });
        Gen.Select(people, zones, Gen.Int[0, 400 * 24 * 60], Gen.Int[1, 6000], Gen.Int[0, 6]).Sample(
            (person, otherZone, start, ago, unpressed) =>
            {
                var after = Utc("2027-01-01 00:00").AddMinutes(start);
                var last = new LastDigest(after.AddMinutes(-ago), otherZone);
                var calendar = s_holidays.For(s_workspace, person);
                for (var i = 0; i < 3 && DigestTime.NextAt(person, s_workspace, s_holidays, after, last, unpressed) is { } at; i++)
                {
                    var local = TimeZoneInfo.ConvertTime(at, person.Zone).DateTime;
                    var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
                    Assert.True(at > after);
                    Assert.True(time >= person.Digest.At && (time < person.Digest.QuietFrom || person.Digest.QuietFrom == person.Digest.At));
                    Assert.True(calendar.IsWorkingDay(day) && !(day < person.Digest.MutedUntil));
                    Assert.NotEqual(person.Today(last.At), day);
                    Assert.NotEqual((person with { TimeZone = last.Zone }).Today(last.At), (person with { TimeZone = last.Zone }).Today(at));
                    Assert.True(DigestTime.MayCome(person, calendar, at, last, unpressed));
                    Assert.True(unpressed < DigestTime.WeeklyAfter || DigestTime.IsFirstOfWeek(person, calendar, day));
                    (after, last) = (at, new LastDigest(at, person.TimeZone));
                }
            },
            iter: 2000);
    }

    private static DateTimeOffset? Next(Person person, string after) => DigestTime.NextAt(person, s_workspace, s_holidays, Utc(after), null, 0);

    private static bool MayCome(Person person, string now, LastDigest? last) => DigestTime.MayCome(person, s_holidays.For(s_workspace, person), Utc(now), last, 0);

    private static Person With(DigestTimes digest) => s_dana with { Digest = digest };

    private static Person EveryDay(string at) => With(s_dana.Digest with { At = TimeOnly.Parse(at, CultureInfo.InvariantCulture), Days = Enum.GetValues<DayOfWeek>() });

    private static TimeOnly Time(int minute) => new(minute / 60, minute % 60);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
