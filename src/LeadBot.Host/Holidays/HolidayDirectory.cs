using LeadBot.Dialog.Conversations;
using LeadBot.Host.Startup;

namespace LeadBot.Host.Holidays;

/// <summary>The holiday calendars of this installation.</summary>
public static class HolidayDirectory
{
    /// <summary>How far back silence may begin, in years.</summary>
    private const int YearsBack = 2;

    /// <summary>How far ahead a digest or a parked deal may be, in years; LeadBot is started more often than that.</summary>
    private const int YearsAhead = 5;

    /// <summary>Reads them once, before anything starts.</summary>
    /// <exception cref="StartRefusedException">A file is faulty.</exception>
    public static void AddHolidays(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton(Load(builder.Configuration.LeadBot().HolidayDirectory, Clock(builder)));

    /// <summary>Every *.ics file of the directory, by its name without the ending.</summary>
    /// <param name="directory">Null: there are no calendars.</param>
    /// <exception cref="StartRefusedException">The directory is not there, or a file is faulty; names every one.</exception>
    public static HolidayShelf Load(string? directory, TimeProvider clock)
    {
        if (directory is null)
        {
            return HolidayShelf.Empty;
        }

        if (!Directory.Exists(directory))
        {
            throw new StartRefusedException($"LeadBot:HolidayDirectory names {directory}, which is not there: make it, or leave the setting out.");
        }

        var year = clock.GetUtcNow().Year;
        var (calendars, refusals) = (new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.OrdinalIgnoreCase), new List<string>());
        foreach (var file in Directory.EnumerateFiles(directory).Where(file => Path.GetExtension(file).Equals(".ics", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            var (days, fault) = HolidayFile.Read(file, new DateOnly(year - YearsBack, 1, 1), new DateOnly(year + YearsAhead, 12, 31));
            if (fault is not null)
            {
                refusals.Add($"{file}: {fault}");
            }
            else if (!calendars.TryAdd(Path.GetFileNameWithoutExtension(file), days!))
            {
                refusals.Add($"{file}: another file there has the same name but for capitals: rename one.");
            }
        }

        return refusals.Count == 0 ? new HolidayShelf(calendars) : throw new StartRefusedException(string.Join(Environment.NewLine, refusals));
    }

    // The clock that was put in before, as tests do.
    private static TimeProvider Clock(IHostApplicationBuilder builder) =>
        builder.Services.LastOrDefault(service => service.ServiceType == typeof(TimeProvider))?.ImplementationInstance as TimeProvider ?? TimeProvider.System;
}
