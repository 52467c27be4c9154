using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Staleness;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests.Settings;

public sealed class PersonalSettingsTests
{
    [Fact]
    public void The_digest_keeps_to_the_time_and_days_that_were_set()
    {
        var desk = new Desk();
        desk.Type("settings digest 9:15");
        desk.Type("settings days tue, thu");
        desk.Type("settings quiet 16:00");
        desk.Type("settings most 2");
        var digest = desk.Person("dana").Digest;
        Assert.Equal((new TimeOnly(9, 15), new TimeOnly(16, 0), 2), (digest.At, digest.QuietFrom, digest.MostDeals));
        Assert.Equal([DayOfWeek.Tuesday, DayOfWeek.Thursday], digest.Days);
    }

    [Theory]
    [InlineData("settings digest 18:00")]
    [InlineData("settings digest 23:30")]
    [InlineData("settings quiet 8:30")]
    [InlineData("settings most 0")]
    [InlineData("settings most 11")]
    [InlineData("settings most 2.5")]
    [InlineData("settings days never")]
    [InlineData("mute yesterday")]
    [InlineData("settings mute until 1 march 2030")]
    [InlineData("away 1 march 2020 to 4 march 2020")]
    [InlineData("settings away 1 january 2027 to 5 february 2028")]
    [InlineData("settings away, Kim covers")]
    [InlineData("settings holidays Atlantis")]
    public void What_is_out_of_range_changes_nothing_and_is_asked_again(string text)
    {
        var desk = new Desk();
        desk.Type("hello");
        var before = desk.Person("dana");
        Assert.IsType<Waiting.Setting>(desk.Type(text).Conversation.Waiting);
        Assert.Equal(before, desk.Person("dana"));
    }

    [Fact]
    public void Muting_lasts_until_the_day_named_and_unmuting_ends_it()
    {
        var desk = new Desk();
        desk.Type("mute until monday");
        Assert.Equal(new DateOnly(2026, 11, 30), desk.Person("dana").Digest.MutedUntil);
        desk.Type("mute");
        Assert.Equal(DateOnly.MaxValue, desk.Person("dana").Digest.MutedUntil);
        desk.Type("unmute");
        Assert.Null(desk.Person("dana").Digest.MutedUntil);
    }

    [Fact]
    public void An_absence_is_covered_by_a_colleague_who_has_talked_to_the_bot()
    {
        var desk = new Desk();
        desk.Type("hello", "kim");
        desk.Type("away 1 to 14 August, @Kim covers");
        Assert.Equal([new Absence(new DateOnly(2027, 8, 1), new DateOnly(2027, 8, 14), new PersonId("kim"))], desk.Person("dana").Absences);
        Assert.Contains("(Kim covers)", desk.Type("away").Say[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_covers_for_themselves()
    {
        var desk = new Desk();
        Assert.Contains("can't cover for yourself", desk.Type("away 1 to 14 August, Dana covers").Say[0].Summary, StringComparison.Ordinal);
        desk.Press("Away without cover");
        Assert.Equal([new Absence(new DateOnly(2027, 8, 1), new DateOnly(2027, 8, 14))], desk.Person("dana").Absences);
    }

    [Fact]
    public void Two_colleagues_of_one_name_are_asked_about()
    {
        var desk = new Desk();
        desk.Type("hello", "robin");
        desk.Type("hello", "robina");
        desk.Type("settings away next week, Rob covers");
        desk.Press("Robina");
        Assert.Equal(new PersonId("robina"), Assert.Single(desk.Person("dana").Absences).Cover);
    }

    [Fact]
    public void Coming_back_early_keeps_the_days_that_were_away()
    {
        var desk = new Desk();
        desk.Type("away today to 4 december");
        desk.Now += TimeSpan.FromDays(3);
        desk.Type("away cancel");
        Assert.Equal([new Absence(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 25))], desk.Person("dana").Absences);
    }

    [Fact]
    public void Holidays_are_chosen_by_the_calendars_name()
    {
        var desk = new Desk { Holidays = new HolidayShelf(new Dictionary<string, IReadOnlySet<DateOnly>> { ["berlin"] = new HashSet<DateOnly> { new(2026, 12, 25) } }) };
        Assert.Contains("Fri 25 December 2026", desk.Type("settings holidays Berlin").Say[0].Summary, StringComparison.Ordinal);
        Assert.Equal("berlin", desk.Person("dana").Holidays);
        desk.Type("settings holidays none");
        Assert.Empty(desk.Holidays.For(desk.Workspace with { Holidays = "berlin" }, desk.Person("dana")).Holidays);
        desk.Type("settings holidays default");
        Assert.Null(desk.Person("dana").Holidays);
    }

    [Fact]
    public void After_the_settings_a_bare_name_is_enough()
    {
        var desk = new Desk();
        desk.Type("settings");
        Assert.Equal("zone", Assert.IsType<Waiting.Setting>(desk.Type("zone").Conversation.Waiting).Name);
        desk.Type("cancel");
        desk.Type("settings");
        Assert.Equal("playbook", Assert.IsType<Waiting.Setting>(desk.Type("playbook").Conversation.Waiting).Name);
    }

    [Fact]
    public void After_the_settings_everything_else_goes_on_as_before()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("settings");
        desk.Type("5k");
        Assert.Single(desk.Deal("Acme").Qualification!.Answers);
        desk.Type("settings");
        desk.Type("qualify");
        desk.Type("settings");
        desk.Type("Digest Media");
        Assert.NotNull(desk.Deal("Digest Media"));
    }

    [Fact]
    public void After_the_settings_a_command_about_deals_is_still_one()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Workspace = desk.Workspace with { Stages = [new Stage("proposal")] };
        desk.Type("settings");
        Assert.StartsWith("Your deals", desk.Type("deals").Say[0].Summary, StringComparison.Ordinal);
        desk.Type("settings workspace");
        desk.Type("stage Acme proposal");
        Assert.Equal("proposal", desk.Deal("Acme").Stage);
        Assert.Single(desk.Workspace.Stages);
    }

    [Fact]
    public void Shown_settings_do_not_hold_a_thread_against_others()
    {
        var desk = new Desk();
        desk.Type("settings", place: Desk.Thread());
        Assert.NotEmpty(desk.Type("settings zone Berlin", "lee", Desk.Thread()).Say);
        Assert.Equal("Europe/Berlin", desk.Person("lee").TimeZone);
        Assert.Equal("UTC", desk.Person("dana").TimeZone);
    }

    [Theory]
    [InlineData("qualify Away Travel")]
    [InlineData("Mute Records")]
    [InlineData("Away Travel")]
    public void A_name_that_begins_like_a_setting_is_a_name(string text)
    {
        var desk = new Desk();
        desk.Type("qualify");
        desk.Type(text);
        Assert.Single(desk.Deals);
    }
}
