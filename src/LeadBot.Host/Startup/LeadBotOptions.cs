namespace LeadBot.Host.Startup;

/// <summary>The settings under <c>LeadBot:</c>, as environment variables <c>LeadBot__DataDirectory</c> and so on.</summary>
public sealed class LeadBotOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "LeadBot";

    /// <summary>Where the database lives; made when it is missing. Relative to the working directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>A directory of playbooks (*.yaml) that add to those shipped, or replace the ones of the same id. None unless set.</summary>
    public string? PlaybookDirectory { get; set; }

    /// <summary>A directory of holiday calendars (iCalendar, *.ics), each chosen in chat by its file's name. None unless set.</summary>
    public string? HolidayDirectory { get; set; }
}
