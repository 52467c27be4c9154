using System.Diagnostics;
using LeadBot.Benchmarks.Load;
using LeadBot.Benchmarks.Measured;

namespace LeadBot.Benchmarks.Floor;

/// <summary>The same activities, sent the same way, to the <see cref="BareEndpoint"/>.</summary>
internal static class FloorRun
{
    public static async Task<Figures> RunAsync(Plan plan, int clients)
    {
        using var data = new ScratchDirectory();
        await using var floor = await StartedProcess.StartAsync("LeadBot.Benchmarks.dll", BareEndpoint.Command, data.Path);
        using var sender = new Sender(floor.Address);
        var senders = Enumerable.Range(0, clients).Select(number => (Func<Samples, Task>)(samples => SendAsync(samples, sender, number)));
        return await Window.MeasureAsync(plan, [floor], [.. senders], replies: false, firstAnswer: null);
    }

    private static async Task SendAsync(Samples samples, Sender sender, int number)
    {
        var activity = new byte[Activities.Longest];
        var person = Person.Number(number, 0, "http://127.0.0.1:1/_connector");
        for (var said = 0; samples.GoOn; said++)
        {
            var length = Activities.Typed(activity, person, said, "nothing stands in the way");
            var sent = Stopwatch.GetTimestamp();
            await sender.PostAsync(activity.AsMemory(0, length));
            var response = Stopwatch.GetTimestamp();
            samples.Add(sent, response, response);
        }
    }
}
