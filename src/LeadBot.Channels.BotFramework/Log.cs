using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.BotFramework;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Nothing to do for an activity of type {Type}")]
    public static partial void ActivityIgnored(this ILogger log, string? type);

    [LoggerMessage(2, LogLevel.Warning, "Refused: in local mode an activity's service URL must be on this machine")]
    public static partial void ServiceUrlRefused(this ILogger log);

    [LoggerMessage(3, LogLevel.Warning, "The bot cannot get its own token: {Error}")]
    public static partial void NoToken(this ILogger log, string error);

    [LoggerMessage(4, LogLevel.Debug, "A line for one person alone was left unsaid: this channel shows everything to all")]
    public static partial void LineForOneLeftUnsaid(this ILogger log);
}
