using LeadBot.Dialog.Channels;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Postgres.Tests;

/// <summary>However much is said in one conversation, and whatever other instances hold, everybody else is answered.</summary>
public sealed class CrowdedConversations : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_that_has_to_wait_takes_one_writer_however_much_is_said_in_it()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        using var elsewhere = bench.Tables();
        await HoldAsync(elsewhere, "c1");

        var crowd = Say(bench, "c1", 100);
        await bench.UntilAsync(tables => Waiting(tables) == 1);
        Assert.Equal(TurnResponse.None, await bench.TakeAsync("e", conversation: "c2"));
        Assert.Equal(1, Waiting(elsewhere));

        await elsewhere.Database.RollbackTransactionAsync(Stop);
        await Task.WhenAll(crowd);
        Assert.Equal(101, elsewhere.ProcessedEvents.Count());
    }

    [Fact]
    public async Task Many_conversations_that_another_instance_holds_leave_half_of_the_writers_free()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        using var elsewhere = bench.Tables();
        var held = Enumerable.Range(0, 40).Select(n => $"held{n}").ToArray();
        await HoldAsync(elsewhere, held);

        var crowd = held.SelectMany(conversation => Say(bench, conversation, 3)).ToList();
        await bench.UntilAsync(tables => Waiting(tables) == 8);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => bench.TakeAsync($"free{n}", conversation: $"free{n}")));
        Assert.Equal(8, Waiting(elsewhere));

        await elsewhere.Database.RollbackTransactionAsync(Stop);
        await Task.WhenAll(crowd);
        Assert.Equal((40 * 3) + 40, elsewhere.ProcessedEvents.Count());
    }

    [Fact]
    public async Task What_waits_when_the_database_is_closed_is_still_done()
    {
        List<Task<TurnResponse>> crowd = [];
        using var elsewhere = Databases.Tables(_directory.Path);
        await using (var bench = new TurnBench(_directory, TurnBench.Echo))
        {
            var held = Enumerable.Range(0, 12).Select(n => $"held{n}").ToArray();
            await HoldAsync(elsewhere, held);
            crowd.AddRange(held.SelectMany(conversation => Say(bench, conversation, 2)));
            await bench.UntilAsync(tables => Waiting(tables) == 8);
            var closing = Task.Run(bench.Store.Dispose, Stop);
            await elsewhere.Database.RollbackTransactionAsync(Stop);
            await closing;
        }

        await Task.WhenAll(crowd);
        Assert.Equal(24, elsewhere.ProcessedEvents.Count());
    }

    public void Dispose() => _directory.Dispose();

    private static List<Task<TurnResponse>> Say(TurnBench bench, string conversation, int times) =>
        [.. Enumerable.Range(0, times).Select(n => bench.TakeAsync($"{conversation}-{n}", conversation: conversation))];

    /// <summary>As an instance that was cut off in the middle of their turns.</summary>
    private static async Task HoldAsync(LeadBotDb elsewhere, params string[] conversations)
    {
        await elsewhere.Database.BeginTransactionAsync(Stop);
        foreach (var conversation in conversations)
        {
            await elsewhere.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"recording local {conversation}"}, 0))", Stop);
        }
    }

    private static int Waiting(LeadBotDb tables) => tables.Database
        .SqlQuery<int>($"SELECT COUNT(*)::int AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())").Single();
}
