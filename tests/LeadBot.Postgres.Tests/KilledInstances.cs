using LeadBot.Host.Tests.Turns;
using LeadBot.Scenarios.Crashes;
using LeadBot.TestKit;

namespace LeadBot.Postgres.Tests;

/// <summary>Three processes on one database, of which one is killed.</summary>
public sealed class KilledInstances : IDisposable
{
    private const int Keys = 240;

    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task The_others_take_and_send_all_that_was_accepted_and_what_comes_again_to_them_does_nothing_twice()
    {
        await using var killed = new Worker(_directory.Path);
        await using var one = new Worker(_directory.Path);
        await using var two = new Worker(_directory.Path);
        Worker[] all = [killed, one, two];
        for (var n = 0; n < Keys; n++)
        {
            all[n % 3].Take(Conversation(n), $"e{n}");
        }

        // It is in the middle of it.
        for (var line = 0; line < 60; line++)
        {
            await killed.NextAsync();
        }

        await killed.KillAsync();
        // A channel sends an event again, to whichever, until it is answered.
        for (var n = 0; n < Keys; n++)
        {
            (n % 2 == 0 ? one : two).Take(Conversation(n), $"e{n}");
        }

        for (Task<string>[] next = [one.NextAsync(), two.NextAsync()]; all.SelectMany(Sent).Distinct().Count() < Keys;)
        {
            var line = await Task.WhenAny(next);
            await line;
            next = line == next[0] ? [one.NextAsync(), next[1]] : [next[0], two.NextAsync()];
        }

        using var tables = Databases.Tables(_directory.Path);
        Assert.Equal(Keys, tables.ProcessedEvents.Count());
        Assert.Equal(Keys, tables.Outbox.Count());
        // Each turn saw what the one before it in the conversation had kept.
        Assert.Equal(Keys, tables.Conversations.AsEnumerable().Sum(c => int.Parse(c.Document.Split("\"misses\":")[1].Split('}')[0], null)));
    }

    public void Dispose() => _directory.Dispose();

    private static string Conversation(int n) => $"c{n % 7}";

    private static IEnumerable<string> Sent(Worker worker) => worker.All.Select(line => line.Split(' ')).Where(words => words[0] == "sent").Select(words => words[2]);
}
