using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace LeadBot.Host.Startup;

/// <summary>
/// <c>/healthz/live</c> (the process answers) and <c>/healthz/ready</c> (it can do its work: every check tagged
/// <see cref="Ready"/> holds).
/// </summary>
public static class Health
{
    /// <summary>The tag of a check that readiness depends on.</summary>
    public const string Ready = "ready";

    /// <summary>Makes room for the parts' own checks.</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks();

    /// <summary>Maps both addresses.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
