using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LeadBot.Host.Telemetry;

/// <summary>The settings under <c>LeadBot:Telemetry:</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "LeadBot:Telemetry";

    /// <summary>Serves <c>/metrics</c> for Prometheus; whoever can reach the address reads it. <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> sends metrics, traces and logs to a collector, whether this is on or off.</summary>
    public bool Metrics { get; set; }
}

/// <summary>
/// Metrics for Prometheus, and metrics, traces and logs by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its like say to; otherwise nothing is measured.
/// Outgoing requests are not traced: an address may be a secret.
/// </summary>
public static class TelemetryParts
{
    private static readonly string[] s_meters = [Measured.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    /// <summary>Adds what the settings ask for.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var toCollector = !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        if (!toCollector && !IsServed(builder.Configuration))
        {
            return;
        }

        builder.Services.AddHostedService<QueueLook>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("leadbot", serviceVersion: typeof(TelemetryParts).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(s_meters);
                if (IsServed(builder.Configuration))
                {
                    metrics.AddPrometheusExporter();
                }

                if (toCollector)
                {
                    metrics.AddOtlpExporter();
                }
            });
        if (toCollector)
        {
            telemetry.WithTracing(traces => traces.AddSource(Measured.Name, "Microsoft.AspNetCore").AddOtlpExporter());
            telemetry.WithLogging(logs => logs.AddOtlpExporter());
        }
    }

    /// <summary>Maps <c>/metrics</c>, if it is asked for.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        if (IsServed(app.Configuration))
        {
            app.MapPrometheusScrapingEndpoint();
        }
    }

    private static bool IsServed(IConfiguration settings) => settings.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() is { Metrics: true };
}
