using System.Diagnostics;
using System.Text.Json;
using LeadBot.Benchmarks.Measured;

namespace LeadBot.Benchmarks.Sweeps;

/// <summary>The daily sweep beside a bare program over the same rows, over a tenth of the deals and over all of them; and presses while it runs.</summary>
internal static class SweepRun
{
    /// <summary>How many open deals a rep has.</summary>
    private const int DealsEach = 50;

    /// <summary>How many deals are swept before it is measured: with a quarter of them, a sixth of the processor time was still the compiler's.</summary>
    private const int WarmUp = 400_000;

    public static async Task<SweepReport> RunAsync(Plan plan)
    {
        var passes = new List<SweepPass>();
        foreach (var deals in plan.What is "presses" ? [] : new[] { plan.Deals / 10, plan.Deals })
        {
            using var data = new ScratchDirectory();
            Console.Error.WriteLine($"{deals} deals are written …");
            await DueTeam.FillAsync(data.Path, People(deals), deals, DueTeam.Now, "http://127.0.0.1:9");
            await DueTeam.FillAsync(Path.Combine(data.Path, OneSweep.SmallOffice), People(WarmUp), WarmUp, DueTeam.Now, "http://127.0.0.1:9");
            // The first scan fetches the file into the system's cache, for both alike.
            await PassAsync(BareScan.Command, data.Path);
            var floor = await PassAsync(BareScan.Command, data.Path);
            var sweep = await PassAsync(OneSweep.Command, data.Path);
            Console.Error.WriteLine($"{deals} deals, floor: {floor}");
            Console.Error.WriteLine($"{deals} deals, sweep: {sweep}");
            passes.Add(new SweepPass(deals, People(deals), sweep, floor, Math.Round(sweep.Seconds / floor.Seconds, 2)));
        }

        return new SweepReport(passes, await PressingRun.RunAsync(plan, People(plan.Deals), plan.Deals));
    }

    private static int People(int deals) => Math.Max(1, deals / DealsEach);

    /// <summary>Runs a hidden command of this program over that directory.</summary>
    public static async Task<OnePass> PassAsync(string command, string directory)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LeadBot.Benchmarks.dll"), command, directory]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<OnePass>(printed)! : throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {printed}");
    }
}

/// <param name="Presses">What those who press buttons see while the sweep runs and all it says is delivered.</param>
internal sealed record SweepReport(IReadOnlyList<SweepPass> Passes, PressReport Presses);

/// <summary>One size.</summary>
/// <param name="OfFloor">The sweep's time in times of the bare program's.</param>
internal sealed record SweepPass(int Deals, int People, OnePass Sweep, OnePass Floor, double OfFloor);
