using Microsoft.Extensions.Options;

namespace LeadBot.Channels.BotFramework;

/// <summary>
/// Where may be written to. A stolen or forged address could lead the bot's token and people's words anywhere, so it is looked at when it comes
/// in and again before anything is sent.
/// </summary>
public sealed class ServiceUrls(IOptions<BotFrameworkOptions> bot, IOptions<TeamsOptions> teams)
{
    /// <summary>Of Teams (public, GCC, GCC High, DoD, China), and of the Bot Framework's other channels in the same clouds.</summary>
    private static readonly string[] s_known =
    [
        "smba.trafficmanager.net", "*.teams.microsoft.com", "*.teams.microsoft.us", "*.botframework.com", "*.botframework.us", "*.botframework.azure.us", "*.botframework.azure.cn",
    ];

    private readonly string[] named = TeamsOptionsCheck.Items(teams.Value.ServiceHosts);

    /// <summary>Local mode: this machine alone. Otherwise a known or named host over TLS; this machine, if it is named, also without.</summary>
    public bool Allows(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            return false;
        }

        return bot.Value.IsLocal
            ? url.IsLoopback
            : (url.Scheme == "https" || url.IsLoopback) && s_known.Concat(named).Any(host => Covers(host, url.Host));
    }

    private static bool Covers(string host, string asked) => host.StartsWith("*.", StringComparison.Ordinal)
        ? asked.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
        : string.Equals(host, asked, StringComparison.OrdinalIgnoreCase);
}
