using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace LeadBot.Host.Startup;

/// <summary>Logs one line an event, and the frameworks' only from warnings up, unless <c>Logging:</c> says otherwise.</summary>
public static class QuietLogs
{
    /// <summary>Sets it up, beneath every other source of settings.</summary>
    /// <param name="besideAConversation">Standard output belongs to the conversation: logs go to stderr, from warnings up.</param>
    public static void AddQuietLogs(this IHostApplicationBuilder builder, bool besideAConversation = false)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = besideAConversation ? "Warning" : "Information",
                ["Logging:LogLevel:Microsoft"] = "Warning",
                ["Logging:LogLevel:System"] = "Warning",
                ["Logging:LogLevel:Quartz"] = "Warning",
                // It logs a failed start with its stack trace; the command line says it as a sentence.
                ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
                // "json" instead gives collectors every field by its name.
                ["Logging:Console:FormatterName"] = ConsoleFormatterNames.Simple,
                ["Logging:Console:FormatterOptions:SingleLine"] = "true",
                ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-ddTHH:mm:ssZ ",
                ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
            },
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole();
        builder.Services.Configure<ConsoleLoggerOptions>(o =>
            o.LogToStandardErrorThreshold = besideAConversation ? LogLevel.Trace : LogLevel.None);
    }
}
