using LeadBot.Dialog.Conversations;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

public sealed class KeepingPlaybooks : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_deal_finds_the_playbook_it_was_started_with_after_a_restart_with_another_text()
    {
        var (old, changed) = (Qualifying.Version(1), Qualifying.Version(2));
        await using (var before = new TurnBench(_directory, Start, playbooks: Qualifying.Library(old)))
        {
            await before.TakeAsync("e1");
        }

        PlaybookShelf? shelf = null;
        await using var after = new TurnBench(_directory, See, playbooks: Qualifying.Library(changed));
        await after.TakeAsync("e2");
        Assert.NotNull(shelf);
        Assert.Equal(old.Version, shelf.ByHash[old.Hash].Version);
        Assert.Equal(changed.Version, shelf.Newest[LoseFast.Playbook.Id].Version);

        Decision See(TurnInput input)
        {
            shelf = input.Playbooks;
            return TurnBench.Say(input);
        }
    }

    [Fact]
    public async Task A_text_is_kept_once_a_workspace()
    {
        await using var bench = new TurnBench(_directory, Start, playbooks: Qualifying.Library(Qualifying.Version(1)));

        await bench.TakeAsync(bench.Message("e1", workspace: "msteams:t1"));
        await bench.TakeAsync(bench.Message("e2", workspace: "msteams:t1"));
        await bench.TakeAsync(bench.Message("e3", workspace: "msteams:t2"));

        using var tables = bench.Tables();
        Assert.Equal(["msteams:t1", "msteams:t2"], tables.Playbooks.Select(p => p.Workspace).Order());
        Assert.All(tables.Playbooks, p => Assert.Equal("version 1", p.Text));
    }

    public void Dispose() => _directory.Dispose();

    private static Decision Start(TurnInput input)
    {
        var playbook = input.Playbooks.Newest[LoseFast.Playbook.Id];
        return TurnBench.Say(input) with
        {
            Changes = Qualifying.Changing(Qualifying.Deal(input, playbook.Hash, playbook.Id)),
            Conversation = input.Conversation with { Deal = input.FreshDeal },
        };
    }
}
