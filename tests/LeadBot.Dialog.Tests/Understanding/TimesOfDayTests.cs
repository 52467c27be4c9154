using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class TimesOfDayTests
{
    [Theory]
    [InlineData("8:30", 8, 30)]
    [InlineData("08:30", 8, 30)]
    [InlineData("8.30", 8, 30)]
    [InlineData("0830", 8, 30)]
    [InlineData("8h30", 8, 30)]
    [InlineData("8", 8, 0)]
    [InlineData("at 8", 8, 0)]
    [InlineData("8 o'clock", 8, 0)]
    [InlineData("eight", 8, 0)]
    [InlineData("8am", 8, 0)]
    [InlineData("8 a.m.", 8, 0)]
    [InlineData("8 in the morning", 8, 0)]
    [InlineData("4pm", 16, 0)]
    [InlineData("4:15 pm", 16, 15)]
    [InlineData("4 in the afternoon", 16, 0)]
    [InlineData("12am", 0, 0)]
    [InlineData("12pm", 12, 0)]
    [InlineData("noon", 12, 0)]
    [InlineData("half past eight", 8, 30)]
    [InlineData("quarter to nine", 8, 45)]
    [InlineData("a quarter past 9", 9, 15)]
    [InlineData("23:59", 23, 59)]
    [InlineData("0:00", 0, 0)]
    [InlineData("17 Uhr", 17, 0)]
    public void A_time_is_read(string text, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), TimesOfDay.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("8:60")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("-3")]
    [InlineData("monday")]
    [InlineData("early")]
    [InlineData("8:30 or 9")]
    [InlineData("25")]
    public void What_is_no_time_is_not_read(string text) => Assert.Null(TimesOfDay.Read(text));
}
