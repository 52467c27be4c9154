using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Host.CommandLine;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Json;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Reminders;

/// <summary>It is Monday 2 March 2026, nine o'clock UTC, and a LeadBot runs on the directory.</summary>
public sealed class PreviewingReminders : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Beside_a_running_host_it_says_what_would_be_sent_to_whom_when_and_why_and_sends_nothing()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", "Acme");

        var table = await PreviewAsync(bench, days: 1);

        Assert.StartsWith("1 reminder in the next day, if nobody does anything:", table, StringComparison.Ordinal);
        Assert.True(Regex.IsMatch(table, @"Tue 3 March 2026, 08:30 \((Etc/)?UTC\)  ann  Acme: stale, silent for \d+ working days \(the limit is 15\)\.\s+$"), table);
        using var tables = bench.Tables();
        Assert.Empty(tables.Digests);
        Assert.Empty(tables.Outbox);
    }

    [Fact]
    public async Task Whoever_was_due_while_it_slept_is_reminded_now()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", "Acme");
        bench.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Contains("Wed 4 March 2026, 09:00", await PreviewAsync(bench, days: 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_to_send_it_says_so()
    {
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input));
        await bench.StartAsync("ann", "hello");

        Assert.Equal($"Nothing would be sent in the next 30 days, as things stand.{Environment.NewLine}", await PreviewAsync(bench, days: 30));
    }

    [Fact]
    public async Task What_it_foresees_is_what_the_sweep_sends()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", [.. Enumerable.Range(0, 23).Select(n => $"Deal {n}")]);
        await bench.StartAsync("bob", "Acme", "Globex");
        var foreseen = Heads(await PreviewAsync(bench, days: 40));

        for (var half = 0; half < 40 * 48; half++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(30));
            await bench.SweepAsync();
        }

        using var tables = bench.Tables();
        var names = tables.People.ToDictionary(person => person.DirectConversation!.Value, person => person.Id);
        var sent = tables.Outbox.OrderBy(message => message.SaidAt).ThenBy(message => message.Id).AsEnumerable()
            .Select(message => (names[message.Conversation], Summary: Summary(message.Card)));
        Assert.Equal(foreseen.Count, sent.Count());
        Assert.All(foreseen.Zip(sent), pair => Assert.EndsWith($"  {pair.Second.Item1}  {pair.Second.Summary}", pair.First, StringComparison.Ordinal));
        Assert.InRange(foreseen.Count, 10, 40);
    }

    [Fact]
    public async Task A_weekly_post_is_foreseen_as_it_is_sent()
    {
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input) with
        {
            Person = input.Person with { Team = "sales" },
            Workspace = input.Workspace with { Channels = new Dictionary<string, LinkedChannel> { ["sales"] = new("Sales", "recording", "address of sales", WeeklyPost: true) } },
            Changes = [new DealChange(StaleDeals.Of(input, "Acme") with { State = DealState.Lost, Lost = new Loss("No budget", null, input.Now, 12) }, [new Happening.Imported()])],
        });
        await bench.StartAsync("ann", "lost");
        await bench.SweepAsync();

        var foreseen = Assert.Single(Heads(await PreviewAsync(bench, days: 30)));
        bench.Clock.Advance(TimeSpan.FromDays(4.5));
        await bench.SweepAsync();
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.SweepAsync();

        using var tables = bench.Tables();
        Assert.Equal($"Fri 6 March 2026, 15:00 (UTC)  Sales  {Summary(Assert.Single(tables.Outbox).Card)}", foreseen.Replace("Etc/", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_somebody_who_is_gone_it_foresees_what_their_manager_is_told_and_nothing_they_would_be()
    {
        await using var bench = new TurnBench(_directory, input => input.Person.Id.Value == "mo"
            ? TurnBench.Say(input) with { Workspace = input.Workspace with { Managers = [input.Person.Id] } }
            : StaleDeals.Start(input));
        await bench.StartAsync("mo", "hello");
        await bench.StartAsync("ann", "Acme", "Globex");
        await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Execute("UPDATE conversations SET gone_at = 1 WHERE name = 'of ann'"), TestContext.Current.CancellationToken);

        var heads = Heads(await PreviewAsync(bench, days: 8));

        Assert.Equal(2, heads.Count);
        Assert.All(heads, head => Assert.Contains("  mo  One thing needs you: ann", head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_database_it_says_what_to_do()
    {
        var code = await RemindersCommand.PreviewAsync(["--LeadBot:DataDirectory", _directory.Path], 30, TimeProvider.System, TextWriter.Null);

        Assert.Equal(ExitCodes.Refused, code);
    }

    public void Dispose() => _directory.Dispose();

    private static string Summary(string card) => System.Text.Json.JsonSerializer.Deserialize(card, StoredJson.Documents.Card)!.Summary;

    /// <summary>The lines that say when, to whom and what.</summary>
    private static List<string> Heads(string table) => [.. table.Split(Environment.NewLine).Skip(2).Where(line => line.Length > 0 && line[0] != ' ')];

    private async Task<string> PreviewAsync(TurnBench bench, int days)
    {
        using var output = new StringWriter();
        Assert.Equal(ExitCodes.Done, await RemindersCommand.PreviewAsync(ServerDatabases.Settings(_directory.Path), days, bench.Clock, output));
        return output.ToString();
    }
}
