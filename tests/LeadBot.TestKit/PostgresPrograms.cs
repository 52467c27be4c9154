using System.Runtime.InteropServices;

namespace LeadBot.TestKit;

/// <summary>Where PostgreSQL's own programs are on this machine.</summary>
public static class PostgresPrograms
{
    /// <summary>Nobody and nogroup: PostgreSQL does not run as root.</summary>
    public const string Nobody = "65534";

    /// <summary>The directory of <c>initdb</c> and <c>pg_ctl</c>, the newest where there are several; null: there is none.</summary>
    public static string? Directory
    {
        get
        {
            var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
            var debian = System.IO.Directory.Exists("/usr/lib/postgresql")
                ? System.IO.Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => version, StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
                : [];
            return RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? null
                : debian.Concat(path).FirstOrDefault(directory => File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "pg_ctl")));
        }
    }

    /// <summary>Why there is none; null: there is one.</summary>
    public static string? Missing => Directory is null ? "PostgreSQL is not installed: install Debian's package postgresql, or put initdb and pg_ctl on the PATH." : null;

    /// <summary>A command that runs what follows it as somebody PostgreSQL runs as.</summary>
    public static string[] AsNobody => Environment.UserName == "root" ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];
}
