using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("in berlin", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("New_York", "America/New_York")]
    [InlineData("munich", "Europe/Berlin")]
    [InlineData("München", "Europe/Berlin")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    [InlineData("buenos aires", "America/Argentina/Buenos_Aires")]
    [InlineData("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("port of spain", "America/Port_of_Spain")]
    [InlineData("Africa/Dar_es_Salaam", "Africa/Dar_es_Salaam")]
    [InlineData("port-au-prince", "America/Port-au-Prince")]
    [InlineData("tokyo", "Asia/Tokyo")]
    [InlineData("CET", "Europe/Berlin")]
    [InlineData("PST", "America/Los_Angeles")]
    [InlineData("pacific time", "America/Los_Angeles")]
    [InlineData("EST", "America/New_York")]
    [InlineData("eastern", "America/New_York")]
    [InlineData("UTC", "Etc/UTC")]
    [InlineData("GMT", "Etc/UTC")]
    [InlineData("UTC+2", "Etc/GMT-2")]
    [InlineData("utc -5", "Etc/GMT+5")]
    [InlineData("GMT+02:00", "Etc/GMT-2")]
    [InlineData("+0", "Etc/UTC")]
    [InlineData("india", "Asia/Kolkata")]
    public void A_zone_is_found(string text, string expected) => Assert.Equal(expected, Zones.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    [InlineData("UTC+15")]
    [InlineData("UTC+5:30")]
    [InlineData("../../etc/passwd")]
    [InlineData("Europe")]
    [InlineData("5k")]
    public void What_is_no_zone_is_not_guessed(string text) => Assert.Null(Zones.Read(text));

    [Theory]
    [InlineData("munich")]
    [InlineData("CET")]
    [InlineData("UTC+2")]
    [InlineData("UTC-12")]
    [InlineData("UTC+14")]
    [InlineData("hawaii")]
    public void Every_zone_named_exists_here(string text) => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(Zones.Read(text)!, out _));

    [Theory]
    [InlineData("Etc/GMT-2", "UTC+2")]
    [InlineData("Etc/GMT+5", "UTC-5")]
    [InlineData("Etc/GMT-14", "UTC+14")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    public void A_zone_is_said_so_that_it_is_understood_again(string id, string said)
    {
        Assert.Equal(said, Zones.Say(id));
        Assert.Equal(id, Zones.Read(said));
    }
}
