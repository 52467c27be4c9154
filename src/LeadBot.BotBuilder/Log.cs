using Microsoft.Extensions.Logging;

namespace LeadBot.BotBuilder;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "An activity was refused: {Reason}")]
    public static partial void Unauthorized(this ILogger log, string reason);
}
