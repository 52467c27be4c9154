using System.CommandLine;
using LeadBot.Host.Startup;

namespace LeadBot.Host.CommandLine;

/// <summary>The settings that can be typed, handed on as configuration.</summary>
public static class HostSettings
{
    /// <summary>Where to listen.</summary>
    public static readonly Option<string> Urls = new("--urls")
    {
        Description = $"Where to listen; several are separated by ';'. Default: {Addresses.Default}",
        HelpName = "URL",
    };

    /// <summary>Where the database lives.</summary>
    public static readonly Option<string> DataDirectory = new("--data-directory")
    {
        Description = "Where the SQLite database lives. Default: data",
        HelpName = "DIRECTORY",
        Recursive = true,
    };

    /// <summary>What was typed, as <c>--Name value</c> pairs of configuration.</summary>
    public static string[] Of(ParseResult parsed)
    {
        var settings = new List<string>();
        Add(Urls, "--urls");
        Add(DataDirectory, $"--{LeadBotOptions.Section}:{nameof(LeadBotOptions.DataDirectory)}");
        return [.. settings];

        void Add(Option<string> option, string name)
        {
            if (parsed.GetValue(option) is { } value)
            {
                settings.Add(name);
                settings.Add(value);
            }
        }
    }
}
