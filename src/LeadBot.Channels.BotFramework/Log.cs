using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.BotFramework;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Nothing to do for an activity of type {Type}")]
    public static partial void ActivityIgnored(this ILogger log, string? type);

    [LoggerMessage(2, LogLevel.Warning, "Refused: in local mode an activity's service URL must be on this machine")]
    public static partial void ServiceUrlNotLocal(this ILogger log);

    [LoggerMessage(3, LogLevel.Warning, "The bot cannot get its own token: {Error}")]
    public static partial void NoToken(this ILogger log, string error);

    [LoggerMessage(4, LogLevel.Debug, "A line for one person alone was left unsaid: this channel shows everything to all")]
    public static partial void LineForOneLeftUnsaid(this ILogger log);

    [LoggerMessage(7, LogLevel.Information, "Teams does not say who somebody is: {Error}")]
    public static partial void NameUnknown(this ILogger log, string error);

    [LoggerMessage(5, LogLevel.Warning, "Refused: an activity of tenant {Tenant}, which is not in Teams:Tenants nor the bot's own")]
    public static partial void TenantRefused(this ILogger log, Guid? tenant);

    [LoggerMessage(6, LogLevel.Warning, "Refused: an activity wants its answer sent to {Host}, which is not in Teams:ServiceHosts")]
    public static partial void ServiceHostRefused(this ILogger log, string host);
}
