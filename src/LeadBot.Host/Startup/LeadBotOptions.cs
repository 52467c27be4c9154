namespace LeadBot.Host.Startup;

/// <summary>The settings under <c>LeadBot:</c>, as environment variables <c>LeadBot__DataDirectory</c> and so on.</summary>
public sealed class LeadBotOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "LeadBot";

    /// <summary><c>sqlite</c>: a file in the data directory, for one LeadBot. <c>postgres</c>: the database <c>ConnectionStrings:LeadBot</c> names, for any number of them.</summary>
    public string Database { get; set; } = Sqlite;

    internal const string Sqlite = "sqlite";

    internal const string Postgres = "postgres";

    /// <summary>Other instances may work on the same database.</summary>
    internal bool IsShared => Database == Postgres;

    /// <summary>Where the SQLite database lives, and what else is kept in files; made when it is missing. Relative to the working directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>A PKCS#12 file with an RSA key that encrypts the keys instances share; needed on PostgreSQL where Slack workspaces install the bot themselves.</summary>
    public string? KeyCertificate { get; set; }

    /// <summary>That file's password.</summary>
    public string? KeyCertificatePassword { get; set; }

    /// <summary>A directory of playbooks (<c>*.yaml</c>) that add to those shipped, or replace the ones of the same id.</summary>
    public string? PlaybookDirectory { get; set; }

    /// <summary>The shipped playbooks are left out: only those of the directory can be chosen. One of them has the id <c>lose-fast</c>, which is used where no other is chosen.</summary>
    public bool OnlyOwnPlaybooks { get; set; }

    /// <summary>A directory of holiday calendars (iCalendar, <c>*.ics</c>), each chosen in chat by its file's name.</summary>
    public string? HolidayDirectory { get; set; }
}
