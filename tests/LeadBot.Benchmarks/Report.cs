using System.Text.Json;
using LeadBot.Benchmarks.Instances;
using LeadBot.Benchmarks.Measured;
using LeadBot.Benchmarks.Order;
using LeadBot.Benchmarks.Storm;
using LeadBot.Benchmarks.Sweeps;

namespace LeadBot.Benchmarks;

/// <summary>All that was measured, as it is printed.</summary>
internal sealed record Report(int Processors, IReadOnlyList<LoadReport> Load, OrderReport? Order, SweepReport? Sweep, InstancesReport? Instances, StormReport? Storm)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Json(Report report) => JsonSerializer.Serialize(report, s_options);
}

/// <summary>One load.</summary>
/// <param name="Bot">Turns, each counted once its reply was delivered.</param>
/// <param name="Floor">The same JSON against an endpoint that only parses it and commits a row; null when left out.</param>
/// <param name="OfFloor">Turns per request of the floor in the same time.</param>
/// <param name="Slack">The same deals talked through in Slack; null when left out.</param>
/// <param name="SlackOfBot">Its turns per turn of <paramref name="Bot"/> in the same time.</param>
internal sealed record LoadReport(int Concurrency, Figures Bot, Figures? Floor, double? OfFloor, Figures? Slack, double? SlackOfBot);
