using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class AbsenceSaidTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly s_today = new(2026, 11, 23);

    [Theory]
    [InlineData("1 to 14 August, Kim covers", "2027-08-01", "2027-08-14", "Kim")]
    [InlineData("1 to 14 August Kim covers", "2027-08-01", "2027-08-14", "Kim")]
    [InlineData("1 to 14 August, Kim Lee Park is covering for me.", "2027-08-01", "2027-08-14", "Kim Lee Park")]
    [InlineData("1 to 14 August, @Kim will cover", "2027-08-01", "2027-08-14", "Kim")]
    [InlineData("1-14 august and Kim takes over", "2027-08-01", "2027-08-14", "Kim")]
    [InlineData("from 1 to 14 august, covered by @Kim", "2027-08-01", "2027-08-14", "Kim")]
    [InlineData("next week with cover by Kim", "2026-11-30", "2026-12-06", "Kim")]
    [InlineData("next week", "2026-11-30", "2026-12-06", null)]
    [InlineData("next week, nobody covers", "2026-11-30", "2026-12-06", null)]
    [InlineData("tomorrow", "2026-11-24", "2026-11-24", null)]
    [InlineData("today", "2026-11-23", "2026-11-23", null)]
    [InlineData("until friday", "2026-11-23", "2026-11-27", null)]
    [InlineData("until 14 December, Kim covers", "2026-11-23", "2026-12-14", "Kim")]
    [InlineData("on vacation in July", "2027-07-01", "2027-07-31", null)]
    [InlineData("24 December to 2 January", "2026-12-24", "2027-01-02", null)]
    [InlineData("2027-03-01 to 2027-03-05", "2027-03-01", "2027-03-05", null)]
    public void The_days_and_who_covers_are_read(string text, string from, string until, string? cover)
    {
        var said = AbsenceSaid.Read(text, s_today);
        Assert.Equal(new AbsenceSaid(DateOnly.Parse(from, null), DateOnly.Parse(until, null), cover), said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Kim covers")]
    [InlineData("Travel")]
    [InlineData("someday")]
    public void What_has_no_days_is_not_read(string text) => Assert.Null(AbsenceSaid.Read(text, s_today));

    [Theory]
    [InlineData("2027-08-01", "2027-08-14")]
    [InlineData("2026-12-24", "2027-01-02")]
    [InlineData("2027-02-01", "2027-02-28")]
    [InlineData("2027-02-03", "2027-02-03")]
    public void What_a_button_says_is_read_as_it_was_meant(string from, string until)
    {
        var (first, last) = (DateOnly.Parse(from, null), DateOnly.Parse(until, null));
        Assert.Equal(new AbsenceSaid(first, last, "29:1abc-DEF"), AbsenceSaid.Read($"{Days.Said(first, last)}, covered by 29:1abc-DEF", s_today));
        Assert.Equal(new AbsenceSaid(first, last, null), AbsenceSaid.Read(Days.Said(first, last), s_today));
    }
}
