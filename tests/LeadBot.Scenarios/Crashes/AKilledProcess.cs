using LeadBot.CrashWorker;
using LeadBot.Storage;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Scenarios.Crashes;

public sealed class AKilledProcess : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Killed_before_the_commit_leaves_nothing_of_the_turn_and_takes_it_when_it_is_sent_again()
    {
        await using (var killed = new Worker(_directory.Path, deliver: false))
        {
            killed.Take("c1", "before");
            await killed.UntilAsync("taken before 1");
            killed.Take("c1", Points.Deciding);
            await killed.UntilAsync("deciding");
            await killed.KillAsync();
        }

        using (var tables = Tables())
        {
            Assert.Equal("before", Assert.Single(tables.ProcessedEvents).EventKey);
            Assert.Single(tables.Outbox);
        }

        await using var next = new Worker(_directory.Path, deliver: false);
        next.Take("c1", "again");
        await next.UntilAsync("taken again 2");
    }

    [Fact]
    public async Task Killed_after_the_commit_sends_what_it_said_and_answers_the_repeat_alike()
    {
        await using (var killed = new Worker(_directory.Path, deliver: false))
        {
            killed.Take("c1", "kept");
            await killed.UntilAsync("taken kept 1");
            await killed.KillAsync();
        }

        await using var next = new Worker(_directory.Path);
        await next.UntilAsync("sent c1 kept");
        next.Take("c1", "kept");
        await next.UntilAsync("taken kept 1");
        using var tables = Tables();
        Assert.Single(tables.Outbox);
    }

    [Fact]
    public async Task Killed_between_sending_and_marking_sends_again_rather_than_never()
    {
        await using (var killed = new Worker(_directory.Path))
        {
            killed.Take("c1", Points.Sending);
            await killed.UntilAsync($"sent c1 {Points.Sending}");
            await killed.KillAsync();
        }

        await using var next = new Worker(_directory.Path);
        await next.UntilAsync($"sent c1 {Points.Sending}");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(170)]
    [InlineData(333)]
    public async Task Killed_at_any_moment_under_load_loses_no_accepted_message_and_leaves_no_half_turn(int linesUntilKilled)
    {
        string[] keys = [.. Enumerable.Range(0, 300).Select(n => $"e{n}")];
        string[] accepted;
        string[] sentBefore;
        await using (var killed = new Worker(_directory.Path))
        {
            Array.ForEach(keys, key => killed.Take(Conversation(key), key));
            for (var n = 0; n < linesUntilKilled; n++)
            {
                await killed.NextAsync();
            }

            await killed.KillAsync();
            accepted = Second(killed.All, "taken");
            sentBefore = Third(killed.All);
        }

        using (var tables = Tables())
        {
            Assert.Equal("ok", tables.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").AsEnumerable().Single());
            var kept = tables.ProcessedEvents.Select(e => e.EventKey).ToList();
            Assert.Empty(accepted.Except(kept));
            Assert.Equal(kept.Count, tables.Outbox.Count());
            Assert.Equal(kept.Count, tables.Conversations.AsEnumerable().Sum(c => int.Parse(c.Document.Split("\"misses\":")[1].Split('}')[0], null)));
        }

        await using var next = new Worker(_directory.Path);
        Array.ForEach(keys, key => next.Take(Conversation(key), key));
        while (Third(next.All).Union(sentBefore).Count() < keys.Length || Second(next.All, "taken").Length < keys.Length)
        {
            await next.NextAsync();
        }

        using var after = Tables();
        Assert.Equal(keys.Order(), after.ProcessedEvents.Select(e => e.EventKey).AsEnumerable().Order());
        Assert.Equal(keys.Length, after.Outbox.Count());
    }

    public void Dispose() => _directory.Dispose();

    private static string Conversation(string key) => $"c{int.Parse(key[1..], null) % 7}";

    private static string[] Second(IEnumerable<string> lines, string first) => [.. lines.Select(line => line.Split(' ')).Where(words => words[0] == first).Select(words => words[1])];

    private static string[] Third(IEnumerable<string> lines) => [.. lines.Select(line => line.Split(' ')).Where(words => words[0] == "sent").Select(words => words[2])];

    private LeadBotDb Tables() => new(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite($"Data Source={Path.Combine(_directory.Path, "leadbot.db")};Pooling=False").Options);
}
