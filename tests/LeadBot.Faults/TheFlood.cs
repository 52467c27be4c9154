using System.Diagnostics;
using System.Net;
using LeadBot.Faults.Talking;
using LeadBot.Faults.World;
using LeadBot.TestKit;

namespace LeadBot.Faults;

/// <summary>A real process that gets more than it can take, and one that is told to stop.</summary>
[Collection(OneInstance.WholeMachine)]
public sealed class TheFlood
{
    private const int Events = 3200;

    /// <summary>More than that it takes neither at a time nor into its queues.</summary>
    private const int Refused = 400;

    private const long MostBytes = 400L << 20;

    private static readonly ParallelOptions s_manyAtATime = new() { MaxDegreeOfParallelism = 32 };

    [Fact]
    public async Task More_than_can_be_taken_is_refused_at_once_in_bounded_memory_and_taken_when_it_comes_again()
    {
        Assert.SkipWhen(PostgresPrograms.Missing is not null, PostgresPrograms.Missing ?? "");
        await using var one = await OneInstance.StartAsync();
        var since = DateTimeOffset.UtcNow;
        Assert.Equal(HttpStatusCode.OK, (await SayAsync(one, 1))?.Status);
        var before = Memory(one);

        var said = new List<Task<Answered?>>();
        await using (await one.StallAsync())
        {
            said.AddRange(Enumerable.Range(2, Events - 1).Select(conversation => SayAsync(one, conversation)));
            for (var patience = new Patience("it refuses"); said.Count(answer => answer.IsCompletedSuccessfully && answer.Result is { Status: HttpStatusCode.ServiceUnavailable }) < Refused; patience.Check())
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            }

            Assert.InRange(Memory(one) - before, 0, MostBytes);
            using var http = new HttpClient { BaseAddress = one.Process.Address };
            using var alive = await http.GetAsync(new Uri("/healthz/live", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        }

        var answers = await Task.WhenAll(said);
        Assert.All(answers, answer => Assert.True(answer is { Status: HttpStatusCode.OK } or { Status: HttpStatusCode.ServiceUnavailable, After.TotalSeconds: >= 1 }, $"{answer}"));
        await Parallel.ForEachAsync(answers.Index().Where(answer => answer.Item?.Status != HttpStatusCode.OK), s_manyAtATime, async (refused, _) =>
            Assert.Equal(HttpStatusCode.OK, (await SayAsync(one, refused.Index + 2))?.Status));
        await one.Server.AllIsDeliveredAsync();

        var kept = await one.Server.ReadAsync(since);
        Assert.Equal(Enumerable.Range(1, Events).Select(conversation => Mouth.Key(conversation, 1)).Order(), kept.Events.Select(handled => handled.Key).Order());
        Assert.Equal(kept.Messages.Select(message => message.Says).Order(), one.Channels.Seen.Select(message => message.Says).Order());
    }

    [Fact]
    public async Task Told_to_stop_it_answers_and_delivers_what_it_holds_and_takes_nothing_more()
    {
        Assert.SkipWhen(PostgresPrograms.Missing is not null, PostgresPrograms.Missing ?? "");
        await using var one = await OneInstance.StartAsync();
        var (since, opened) = (DateTimeOffset.UtcNow, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        one.Channels.Opened = opened.Task;
        // The answers of these are on their way, and the turns of those stand in the middle.
        var first = await Task.WhenAll(Enumerable.Range(1, 10).Select(conversation => SayAsync(one, conversation)));
        var stalled = await one.StallAsync();
        var second = Enumerable.Range(11, 10).Select(conversation => SayAsync(one, conversation)).ToList();
        await one.UntilAsync(stalled: 10);

        var told = Stopwatch.GetTimestamp();
        var stopping = one.Process.StopAsync();
        await one.IsClosedAsync();
        await stalled.DisposeAsync();
        opened.SetResult();

        Assert.All(first.Concat(await Task.WhenAll(second)), answer => Assert.Equal(HttpStatusCode.OK, answer?.Status));
        Assert.Equal(0, await stopping);
        Assert.InRange(Stopwatch.GetElapsedTime(told), TimeSpan.Zero, TimeSpan.FromSeconds(30));
        var kept = await one.Server.ReadAsync(since);
        Assert.Equal((20, 20, 0), (kept.Events.Count, kept.Messages.Count(message => message.IsSent), kept.Waiting));
        Assert.Equal(20, one.Channels.Seen.Select(message => message.Says).Distinct().Count());
        Assert.Equal(20, one.Channels.Seen.Count);
    }

    private static Task<Answered?> SayAsync(OneInstance one, int conversation) =>
        one.Mouth.SayAsync(one.Process.Address, conversation, 1, $"qualify {Names.Deal(conversation, 1)}");

    private static long Memory(OneInstance one)
    {
        using var process = Process.GetProcessById(one.Process.Id);
        return process.WorkingSet64;
    }
}
