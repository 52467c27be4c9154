using System.Diagnostics;
using System.Globalization;
using LeadBot.Faults.Checking;
using LeadBot.Faults.Talking;
using LeadBot.Faults.World;
using LeadBot.TestKit;

namespace LeadBot.Faults;

/// <summary>
/// Three instances, a database and the channels, all of which fail while people talk and digests are due. What everybody saw is then checked. Short
/// unless <c>tests/faults</c> asks for minutes.
/// </summary>
[Collection(OneInstance.WholeMachine)]
public sealed class TheStorm
{
    private const int People = 24;

    /// <summary>For thousands of conversations in some minutes.</summary>
    private const int ManyPeople = 120;
    private const int Digests = 150;

    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan s_while = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Whatever_fails_every_event_is_handled_once_and_every_message_arrives()
    {
        Assert.SkipWhen(Island.Missing is not null, Island.Missing ?? "");
        Assert.SkipWhen(PostgresPrograms.Missing is not null, PostgresPrograms.Missing ?? "");
        var minutes = double.Parse(Environment.GetEnvironmentVariable("LEADBOT_FAULTS_MINUTES") ?? "0", CultureInfo.InvariantCulture);
        await using var world = await Archipelago.MakeAsync(Reminded.Zone(DateTimeOffset.UtcNow));
        await Reminded.PlanAsync(world, Digests);

        var (since, began) = (DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        using var mouth = new Mouth(world.Channels, TimeSpan.FromSeconds(6));
        var crowd = new Crowd(mouth, world.Channels, [.. world.Instances.Select(instance => instance.Address)]);
        using var enough = new CancellationTokenSource();
        var talking = crowd.TalkAsync(minutes > 0 ? ManyPeople : People, enough.Token);
        await BeginAsync(world);
        await (minutes > 0 ? ManyAsync(world, TimeSpan.FromMinutes(minutes)) : OneOfEachAsync(world));
        world.Channels.AreMoody = false;
        await enough.CancelAsync();
        await talking;
        IReadOnlyList<string> reminders = [.. Reminded.People(Digests).Select(Names.Digest)];
        await world.Server.AreSaidAsync(reminders, since);
        await world.Server.AllIsDeliveredAsync();

        var evidence = new Evidence(crowd.Said, reminders, world.Channels.Seen, await world.Server.ReadAsync(since), world.Disturbances, world.Channels.Lines.Envelopes);
        var verdict = Checker.Check(evidence);
        Say(
            $"{crowd.Conversations} conversations, {verdict.Accepted} events accepted and {crowd.Repeats} of them sent again, {verdict.Sent} messages, {verdict.Repeats} of them more than once, in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s",
            $"{crowd.Presses} presses of {crowd.Buttons} buttons; {evidence.Envelopes.Count} envelopes over {world.Channels.Lines.Count} lines, {evidence.Envelopes.Count(envelope => envelope.Acknowledged == 0)} of them not acknowledged",
            $"half of the events were accepted within {crowd.Waits[crowd.Waits.Count / 2].TotalMilliseconds:0} ms, 95 of 100 within {crowd.Waits[crowd.Waits.Count * 95 / 100].TotalSeconds:0.0} s, the last after {crowd.Waits[^1].TotalSeconds:0.0} s",
            $"{string.Join(", ", world.Disturbances.CountBy(disturbance => disturbance.What).Select(what => $"{what.Value} times {what.Key}"))}",
            $"the latest event was handled {verdict.Handled.TotalSeconds:0.0} s after it was first sent, and the latest message came {verdict.Arrived.TotalSeconds:0.0} s after it was said, or after the last of these that they met",
            $"{verdict.Findings.Count} findings");
        Assert.True(verdict.Accepted >= People, "Nobody talked.");
        Assert.True(verdict.Findings.Count == 0, string.Join('\n', verdict.Findings.Take(40)));
    }

    /// <summary>The one that sends the digests is killed in the middle of them.</summary>
    private static async Task BeginAsync(Archipelago world)
    {
        var first = world.Instances[0];
        await first.StartAsync();
        await world.Channels.FirstDigest.WaitAsync(TimeSpan.FromMinutes(2));
        await Task.WhenAll([world.KillAsync(first), .. world.Instances.Skip(1).Select(instance => instance.StartAsync())]);
        world.Channels.AreMoody = true;
    }

    private static async Task OneOfEachAsync(Archipelago world)
    {
        await Task.Delay(s_moment);
        await world.FallAsync();
        await Task.Delay(s_moment);
        await Task.WhenAll(world.CutAsync(world.Instances[1], s_while), world.FillDiskAsync(world.Instances[2], s_while), world.KillAsync(world.Instances[0]));
        await Task.Delay(s_moment);
        await Task.WhenAll(world.FillServersDiskAsync(s_moment), world.DropLinesAsync());
        await Task.Delay(s_moment);
    }

    /// <summary>Something happens every few seconds, to one instance at a time or to all of them.</summary>
    private static async Task ManyAsync(Archipelago world, TimeSpan time)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time;)
        {
            var instance = world.Instances[Random.Shared.Next(world.Instances.Count)];
            await (Random.Shared.Next(11) switch
            {
                0 or 1 or 2 => world.KillAsync(instance),
                3 => world.FallAsync(),
                4 => world.CutAsync(instance, s_while),
                5 => world.CutAsync(instance, TimeSpan.FromSeconds(40)),
                6 => world.FillDiskAsync(instance, s_while),
                7 => world.DropLinesAsync(),
                8 or 9 => world.FillServersDiskAsync(s_while),
                _ => Task.WhenAll(world.KillAsync(instance), world.FallAsync()),
            });
            await Task.Delay(TimeSpan.FromSeconds(Random.Shared.Next(1, 8)));
        }
    }

    private static void Say(params string[] lines)
    {
        foreach (var line in lines)
        {
            TestContext.Current.SendDiagnosticMessage(line);
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        }
    }
}
