using LeadBot.Benchmarks.Floor;
using LeadBot.Benchmarks.Load;
using LeadBot.Benchmarks.Order;
using LeadBot.Benchmarks.Sweeps;

namespace LeadBot.Benchmarks;

/// <summary>What is to be measured.</summary>
/// <param name="What"><c>load</c>, <c>turns</c> (load without its floor), <c>order</c>, <c>sweep</c> or <c>all</c>.</param>
/// <param name="Deals">Of the sweep.</param>
internal sealed record Plan(string What, TimeSpan Measured, TimeSpan WarmUp, IReadOnlyList<int> Concurrency, int Deals)
{
    public async Task<Report> RunAsync()
    {
        var order = What is "order" or "all" ? OrderRun.Run() : null;
        var loads = new List<LoadReport>();
        foreach (var clients in What is "order" or "sweep" ? [] : Concurrency)
        {
            var floor = What == "turns" ? null : await FloorRun.RunAsync(this, clients);
            Console.Error.WriteLine($"{clients} at once, floor: {floor}");
            var bot = await LoadRun.RunAsync(this, clients);
            Console.Error.WriteLine($"{clients} at once, LeadBot: {bot}");
            loads.Add(new LoadReport(clients, bot, floor, floor is null ? null : Math.Round(bot.PerSecond / floor.PerSecond, 3)));
        }

        return new Report(Environment.ProcessorCount, loads, order, What is "sweep" or "all" ? await SweepRun.RunAsync(this) : null);
    }
}
