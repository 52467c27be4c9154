using System.Runtime.CompilerServices;
using LeadBot.Host.Holidays;
using LeadBot.Host.Startup;
using LeadBot.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Host.Tests.Holidays;

public sealed class ReadingHolidays : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_calendar_goes_by_its_files_name_and_holds_its_all_day_events()
    {
        Put("Berlin.ics", Berlin());
        var (name, days) = Assert.Single(HolidayDirectory.Load(_directory.Path, _clock).Calendars);
        Assert.Equal("Berlin", name);
        Assert.Contains(new DateOnly(2026, 12, 25), days);
        Assert.Contains(new DateOnly(2026, 12, 26), days);
        Assert.DoesNotContain(new DateOnly(2026, 12, 27), days);
        Assert.DoesNotContain(new DateOnly(2026, 12, 1), days);
        Assert.Equal([new(2026, 12, 30), new(2026, 12, 31), new(2027, 1, 1), new DateOnly(2027, 1, 2)], days.Where(d => d >= new DateOnly(2026, 12, 27) && d < new DateOnly(2027, 2, 1)).Order());
    }

    [Fact]
    public void Yearly_days_are_written_out_two_years_back_and_five_ahead()
    {
        Put("Berlin.ics", Berlin());
        var days = HolidayDirectory.Load(_directory.Path, _clock).Calendars["berlin"];
        Assert.Equal(Enumerable.Range(2024, 8), days.Where(d => d is { Month: 1, Day: 1 }).Select(d => d.Year).Order());
        Assert.Equal([2024, 2025, 2026, 2028, 2029, 2030, 2031], days.Where(d => d is { Month: 3, Day: 8 }).Select(d => d.Year).Order());
    }

    [Fact]
    public void A_faulty_file_stops_the_start_with_a_sentence_that_names_it()
    {
        Put("good.ics", Berlin());
        Put("torn.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:2026");
        Put("text.ics", "hello");
        Put("empty.ics", "");
        Put("old.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20200101T000000Z\r\nDTSTART;VALUE=DATE:20010101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        var refusal = Assert.Throws<StartRefusedException>(() => HolidayDirectory.Load(_directory.Path, _clock));
        Assert.Equal(["empty.ics", "old.ics", "text.ics", "torn.ics"], refusal.Message.Split(Environment.NewLine).Select(line => Path.GetFileName(line.Split(": ")[0])));
        Assert.Contains("no all-day event between 2024 and 2031", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_directory_there_are_none_and_a_missing_one_is_refused()
    {
        Assert.Empty(HolidayDirectory.Load(null, _clock).Calendars);
        Assert.Throws<StartRefusedException>(() => HolidayDirectory.Load(Path.Combine(_directory.Path, "nowhere"), _clock));
    }

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_directory.Path, name), text);

    private static string Berlin([CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "Files", "berlin.ics"));
}
