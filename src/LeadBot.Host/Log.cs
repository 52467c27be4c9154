namespace LeadBot.Host;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "LeadBot listens on {Urls}.")]
    public static partial void Listening(ILogger logger, string urls);
}
