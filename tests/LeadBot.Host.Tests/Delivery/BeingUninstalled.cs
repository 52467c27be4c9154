using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using LeadBot.Host.Tests.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Delivery;

/// <summary>A workspace that uninstalls the bot, and maybe installs it again.</summary>
public sealed class BeingUninstalled : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Nothing_is_sent_nobody_is_reminded_and_everything_stays()
    {
        await using var bench = await BenchAsync();
        await bench.RemindAsync("ann", "waits");
        await UninstallAsync(bench, "gone");
        await bench.DeliverAsync();
        bench.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Equal(default, await bench.SweepAsync());
        Assert.False(await bench.CanReachAsync("ann"));
        await bench.WrittenAsync();
        Assert.False(bench.Channel.HasMore);
        using var tables = bench.Tables();
        Assert.Empty(tables.Deliveries);
        Assert.All(tables.Outbox, message => Assert.Equal("LeadBot was uninstalled.", message.DeadBecause));
        Assert.Single(tables.Deals);
        Assert.Equal("ann", Assert.Single(tables.People).Id);
        Assert.Single(tables.Conversations);
    }

    [Fact]
    public async Task Who_is_heard_again_is_reminded_again()
    {
        await using var bench = await BenchAsync();
        await UninstallAsync(bench, "gone");
        bench.Clock.Advance(TimeSpan.FromDays(60));
        await bench.TakeAsync(bench.Message("back", conversation: "anns") with { Said = new Said.Arrived(Installed: true) });

        Assert.True(await bench.CanReachAsync("ann"));
        await bench.DeliverAsync();
        bench.Clock.Advance(TimeSpan.FromDays(3));
        await bench.SweepAsync();

        Assert.Contains("Acme", (await bench.Channel.NextAsync()).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_was_lost_with_it_is_there_again()
    {
        await using var bench = await BenchAsync();
        bench.Channel.Gone.Add("address of anns");
        await bench.RemindAsync("ann", "never arrives");
        await bench.DeliverAsync();
        await bench.UntilAsync(tables => tables.Conversations.All(c => c.GoneAt != null));
        bench.Channel.Gone.Clear();
        await UninstallAsync(bench, "gone");
        await bench.TakeAsync(bench.Message("back", conversation: "bobs", person: "bob") with { Said = new Said.Arrived(Installed: true) });

        Assert.True(await bench.CanReachAsync("ann"));
    }

    [Fact]
    public async Task It_is_known_once_and_a_workspace_that_was_never_heard_leaves_nothing()
    {
        await using var bench = await BenchAsync();
        await UninstallAsync(bench, "gone");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await UninstallAsync(bench, "tokens revoked, too");
        await UninstallAsync(bench, "never there", "elsewhere");

        using var tables = bench.Tables();
        Assert.Contains("\"uninstalledAt\":\"2026-03-02", Assert.Single(tables.Workspaces).Document, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private static Task<TurnResponse> UninstallAsync(TurnBench bench, string key, string workspace = "local") =>
        bench.TakeAsync(bench.Message(key, workspace: workspace, conversation: "everywhere", person: "nobody") with { Said = new Said.Removed(Everywhere: true) });

    /// <summary>Ann is the admin and has a deal nothing happens to.</summary>
    private async Task<TurnBench> BenchAsync()
    {
        var bench = new TurnBench(_directory, input => input.Message.Said is Said.Typed ? Sell(input) : new Decision(input.Conversation, []));
        await bench.TakeAsync("1", "Acme", "anns");
        return bench;
    }

    private static Decision Sell(TurnInput input)
    {
        var deal = new Deal(input.FreshDeal, input.Workspace.Id, input.Person.Id, "Acme", DealState.Open, 1, input.Now, Course: Course.StartingOn(input.Person.Today(input.Now), input.Now));
        return new Decision(input.Conversation, []) { Changes = [new DealChange(deal, [new Happening.Started(new PlaybookId("lose-fast"))])] };
    }
}
