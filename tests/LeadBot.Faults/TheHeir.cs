using System.Net;
using LeadBot.Faults.Checking;
using LeadBot.Faults.World;
using LeadBot.TestKit;

namespace LeadBot.Faults;

/// <summary>Of two real instances the one that is sending is killed, and does not come back.</summary>
[Collection(OneInstance.WholeMachine)]
public sealed class TheHeir
{
    private const int Conversations = 10;

    [Fact]
    public async Task What_a_dead_instance_was_sending_another_sends_within_thirty_seconds()
    {
        Assert.SkipWhen(PostgresPrograms.Missing is not null, PostgresPrograms.Missing ?? "");
        await using var one = await OneInstance.StartAsync();
        var (since, opened) = (DateTimeOffset.UtcNow, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        one.Channels.Opened = opened.Task;
        await using var heir = await one.StartAnotherAsync();
        foreach (var conversation in Enumerable.Range(1, Conversations))
        {
            Assert.Equal(HttpStatusCode.OK, (await one.Mouth.SayAsync(one.Process.Address, conversation, 1, $"qualify {Names.Deal(conversation, 1)}"))?.Status);
        }

        await one.UntilAsync(held: Conversations, since);
        var died = DateTimeOffset.UtcNow;
        await one.Process.KillAsync();
        opened.SetResult();
        await one.Server.AllIsDeliveredAsync();

        var kept = await one.Server.ReadAsync(since);
        Assert.Equal((Conversations, Conversations, 0), (kept.Events.Count, kept.Messages.Count(message => message.IsSent), kept.Waiting));
        Assert.Equal(Enumerable.Range(1, Conversations), one.Channels.Seen.Select(message => message.Conversation).Distinct().Order());
        // The dead one marked nothing.
        var took = await one.LastSentAsync() - died;
        TestContext.Current.TestOutputHelper?.WriteLine($"The last was sent {took.TotalSeconds:0.0} s after the death.");
        Assert.InRange(took, TimeSpan.Zero, Checker.TakenOverWithin);
    }
}
