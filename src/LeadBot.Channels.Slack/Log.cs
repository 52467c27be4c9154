using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.Slack;

/// <summary>1 to 29: what comes in; 30 to 59: what goes out.</summary>
internal static partial class Log
{
    [LoggerMessage(30, LogLevel.Information, "Slack asks to wait with {Method} in {Team} for {Seconds} s")]
    public static partial void SlackSlowsDown(this ILogger log, string method, string team, double seconds);

    [LoggerMessage(31, LogLevel.Warning, "Slack refused {Method} in {Team}: {Error}. An admin has to act; \"status\" says more")]
    public static partial void SlackNeedsAdmin(this ILogger log, string method, string team, string error);
}
