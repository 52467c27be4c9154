using LeadBot.Benchmarks.Floor;
using LeadBot.Benchmarks.Instances;
using LeadBot.Benchmarks.Load;
using LeadBot.Benchmarks.Measured;
using LeadBot.Benchmarks.Order;
using LeadBot.Benchmarks.Slack;
using LeadBot.Benchmarks.Storm;
using LeadBot.Benchmarks.Sweeps;

namespace LeadBot.Benchmarks;

/// <summary>What is to be measured.</summary>
/// <param name="What"><c>load</c>, <c>turns</c> (load without its floor), <c>slack</c> (turns, and the same through Slack), <c>order</c>, <c>sweep</c>, <c>presses</c> (while it sweeps, alone), <c>instances</c>, <c>storm</c> or <c>all</c>.</param>
/// <param name="Deals">Of the sweep.</param>
/// <param name="Instances">How many hosts on one PostgreSQL server, one load after the other.</param>
internal sealed record Plan(string What, TimeSpan Measured, TimeSpan WarmUp, IReadOnlyList<int> Concurrency, int Deals, IReadOnlyList<int> Instances, StormPlan Storm)
{
    public async Task<Report> RunAsync()
    {
        var order = What is "order" or "all" ? OrderRun.Run() : null;
        var loads = new List<LoadReport>();
        foreach (var clients in What is "load" or "turns" or "slack" or "all" ? Concurrency : [])
        {
            var floor = What is "turns" or "slack" ? null : await FloorRun.RunAsync(this, clients);
            Console.Error.WriteLine($"{clients} at once, floor: {floor}");
            var bot = await LoadRun.RunAsync(this, clients);
            Console.Error.WriteLine($"{clients} at once, LeadBot: {bot}");
            var slack = What is "slack" or "all" ? await SlackRun.RunAsync(this, clients) : null;
            Console.Error.WriteLine($"{clients} at once, through Slack: {slack}");
            loads.Add(new LoadReport(clients, bot, floor, Ratio(bot, floor), slack, Ratio(slack, bot)));
        }

        return new Report(
            Environment.ProcessorCount,
            loads,
            order,
            What is "sweep" or "presses" or "all" ? await SweepRun.RunAsync(this) : null,
            What is "instances" or "all" ? await InstancesRun.RunAsync(this) : null,
            What is "storm" or "all" ? await StormRun.RunAsync(Storm) : null);
    }

    private static double? Ratio(Figures? one, Figures? other) => one is null || other is null ? null : Math.Round(one.PerSecond / other.PerSecond, 3);
}
