using LeadBot.CrashWorker;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Storage;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Scenarios.Crashes;

/// <summary>A digest is due on a Monday at noon, and the process is killed at every step of saying it.</summary>
public sealed class AKilledSweep : IDisposable
{
    private static readonly DateTimeOffset s_monday = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Workspace s_workspace = new(new WorkspaceId("local"), null, null, new Dictionary<string, PlaybookId>(), null);
    private static readonly Person s_ann = new(new PersonId("ann"), s_workspace.Id, "Ann", "UTC");

    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Before_the_commit_nothing_is_kept_and_the_next_one_says_it()
    {
        await StartAsync("Acme");
        await using (var killed = new Worker(_directory.Path, deliver: false, s_monday))
        {
            killed.Sweep(uncommitted: true);
            await killed.UntilAsync("uncommitted");
            await killed.KillAsync();
        }

        using (var tables = Tables())
        {
            Assert.Empty(tables.Digests);
            Assert.Empty(tables.Outbox);
            Assert.Equal(0, tables.Deals.Single().ListedTimes);
        }

        await SaidOnceAsync(0, "Acme");
    }

    [Fact]
    public async Task After_the_commit_the_next_one_sends_it_and_makes_no_second()
    {
        await StartAsync("Acme");
        await using (var killed = new Worker(_directory.Path, deliver: false, s_monday))
        {
            killed.Sweep();
            await killed.UntilAsync("swept 1");
            await killed.KillAsync();
        }

        await SaidOnceAsync(0, "Acme");
    }

    [Fact]
    public async Task Between_sending_and_marking_it_is_sent_once_more_the_one_window_nobody_can_close()
    {
        await StartAsync(Points.Sending);
        await using (var killed = new Worker(_directory.Path, deliver: true, s_monday))
        {
            killed.Sweep();
            while (!(await killed.NextAsync()).StartsWith("sent", StringComparison.Ordinal))
            {
            }

            await killed.KillAsync();
        }

        await using var next = new Worker(_directory.Path, deliver: true, s_monday);
        next.Sweep();
        await next.UntilAsync("swept 0");
        while (!next.All.Any(line => line.StartsWith("sent", StringComparison.Ordinal)))
        {
            await next.NextAsync();
        }

        Assert.Single(next.All, line => line.StartsWith("sent", StringComparison.Ordinal));
        using var tables = Tables();
        Assert.Single(tables.Digests);
        Assert.Single(tables.Outbox);
    }

    [Fact]
    public async Task After_marking_nothing_is_said_again()
    {
        await StartAsync("Acme");
        await using (var killed = new Worker(_directory.Path, deliver: true, s_monday))
        {
            killed.Sweep();
            await MarkedAsync(killed);
            await killed.KillAsync();
        }

        await SaidOnceAsync(1, "Acme");
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>A next process sweeps and delivers; with what went before, the digest was sent once.</summary>
    private async Task SaidOnceAsync(int before, string deal)
    {
        await using var next = new Worker(_directory.Path, deliver: true, s_monday);
        next.Sweep();
        await MarkedAsync(next);
        var sent = next.All.Where(line => line.StartsWith("sent", StringComparison.Ordinal)).ToList();
        Assert.Equal(1, before + sent.Count);
        Assert.All(sent, line => Assert.Contains(deal, line, StringComparison.Ordinal));
        using var tables = Tables();
        Assert.Single(tables.Digests);
        Assert.Single(tables.Outbox);
        Assert.Equal((1, 1), (tables.Deals.Single().ListedTimes, tables.People.Single().DigestsUnpressed));
    }

    /// <summary>Waits until it has swept and everything it said is marked as sent.</summary>
    private async Task MarkedAsync(Worker worker)
    {
        while (!(await worker.NextAsync()).StartsWith("swept", StringComparison.Ordinal))
        {
        }

        for (var patience = TimeProvider.System.GetTimestamp(); ; await Task.Yield())
        {
            using var tables = Tables();
            if (tables.Outbox.Any() && tables.Outbox.All(message => message.SentAt != null))
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromMinutes(2), "What was said was never marked as sent.");
        }
    }

    /// <summary>Ann, who was heard in a direct conversation, and a deal of hers that was silent for three months.</summary>
    private async Task StartAsync(string name)
    {
        using var store = Store.Open(_directory.Path);
        await store.Gate.TurnAsync(
            Scope.Of(s_workspace.Id),
            session =>
            {
                Workspaces.Save(session, s_workspace);
                People.Save(session, s_ann);
                var place = new Place("lines", s_workspace.Id, "c1", PlaceKind.Direct, null, "c1");
                People.Save(session, s_ann, new Reach(Conversations.Save(session, place, Conversation.New), null, null));
                DuePeople.Save(session, new Remindable(s_ann, 0, null, s_monday));
                var began = s_monday.AddDays(-90);
                var deal = new Deal(
                    new DealId(Guid.CreateVersion7(began)), s_workspace.Id, s_ann.Id, name, DealState.Open, 1, began, Course: Course.StartingOn(DateOnly.FromDateTime(began.UtcDateTime), began));
                var shelf = new PlaybookShelf(new Dictionary<PlaybookId, Playbook>(), new Dictionary<PlaybookHash, Playbook>());
                Deals.SaveByClock(session, new DealChange(deal, [new Happening.Imported()]), s_workspace, shelf, began);
                return true;
            },
            TestContext.Current.CancellationToken);
    }

    private LeadBotDb Tables() => new(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite($"Data Source={Path.Combine(_directory.Path, "leadbot.db")};Pooling=False").Options);
}
