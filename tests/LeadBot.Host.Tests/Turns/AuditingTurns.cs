using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>What is kept of what admins do, with the very turn that does it.</summary>
public sealed class AuditingTurns : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Every_change_of_a_setting_a_role_or_a_channel_is_kept_with_who_before_and_after()
    {
        await using var bench = Bench();
        await bench.TakeAsync("1", "hello");
        await bench.TakeAsync(bench.Message("2", "hello", "bobs", "bob"));
        await bench.TakeAsync("3", "settings floor 60");
        await bench.TakeAsync("4", "settings managers add bob");
        await bench.TakeAsync("5", "settings limit 12");
        await bench.TakeAsync(bench.InThread("6", "post here as Sales"));
        await bench.TakeAsync(bench.InThread("7", "settings weekly off"));
        await bench.TakeAsync(bench.InThread("8", "settings post off"));
        await bench.TakeAsync(bench.Message("9", "settings floor 10", "bobs", "bob"));
        await bench.TakeAsync("10", "mute until monday");

        using var tables = bench.Tables();
        var lines = tables.Audit.OrderBy(line => line.Id).AsEnumerable().Select(line => (line.DoneBy, line.Act, line.About, line.Was, line.Became)).ToList();
        Assert.Equal(
            [
                ("ann", "Set", "admin", null, "\"ann\""),
                ("ann", "Set", "floorPerHour", null, "60"),
                ("ann", "Set", "managers", "[]", "[\"bob\"]"),
                ("ann", "Set", "silence.limit", "15", "12"),
                ("ann", "Set", "channels.north", null, "{\"name\":\"Sales\",\"channel\":\"recording\",\"weeklyPost\":true,\"dropList\":false}"),
                ("ann", "Set", "channels.north.weeklyPost", "true", "false"),
                ("ann", "Set", "channels.north", "{\"name\":\"Sales\",\"channel\":\"recording\",\"weeklyPost\":false,\"dropList\":false}", null),
            ],
            lines);
    }

    [Fact]
    public async Task Who_installs_it_and_that_it_was_uninstalled_is_kept_and_so_is_a_new_text_of_a_playbook()
    {
        await using var bench = Bench();
        await bench.TakeAsync(bench.Message("1", workspace: "msteams:t1") with { Said = new Said.Arrived(Installed: true) });
        await bench.TakeAsync(bench.Message("2", "qualify Acme", workspace: "msteams:t1"));
        await bench.TakeAsync(bench.Message("3", "qualify Beta", workspace: "msteams:t1"));
        await bench.TakeAsync(bench.Message("4", workspace: "msteams:t1", conversation: "everywhere", person: "nobody") with { Said = new Said.Removed(Everywhere: true) });

        using var tables = bench.Tables();
        Assert.Equal(
            [("ann", AuditAct.Set), ("ann", AuditAct.Installed), (null, AuditAct.Playbook), (null, AuditAct.Uninstalled)],
            tables.Audit.OrderBy(line => line.Id).AsEnumerable().Select(line => (line.DoneBy, Enum.Parse<AuditAct>(line.Act))));
        Assert.All(tables.Audit, line => Assert.Equal("msteams:t1", line.Workspace));
    }

    [Fact]
    public async Task It_is_read_in_chat_newest_first_and_of_ones_own_workspace_alone()
    {
        TurnInput? seen = null;
        var talk = new Talk(new QuestionOrder(4));
        await using var bench = new TurnBench(_directory, input => talk.Decide(seen = input), playbooks: Qualifying.Library(Qualifying.Version(1))) { Needs = Talk.Needs };
        await bench.TakeAsync(bench.Message("0", workspace: "msteams:t1") with { Said = new Said.Arrived(Installed: true) });
        await bench.TakeAsync("1", "hello");
        for (var floor = 1; floor <= 12; floor++)
        {
            await bench.TakeAsync($"f{floor}", $"settings floor {floor}");
        }

        await bench.TakeAsync("2", "audit");
        Assert.Equal([.. Enumerable.Range(2, 11).Reverse().Select(floor => $"{floor}")], seen!.Audit.Select(line => line.Became!));
        var older = seen.Audit[9].Id;
        await bench.TakeAsync(bench.Message("3") with { Said = new Said.Pressed("audit", new Dictionary<string, string> { ["value"] = $"{older}" }, false) });
        Assert.Equal(["2", "1", "\"ann\""], seen.Audit.Select(line => line.Became!));

        await bench.TakeAsync(bench.Message("4", "audit", "bobs", "bob"));
        Assert.Empty(seen.Audit);
    }

    [Fact]
    public async Task A_turn_that_fails_leaves_no_line()
    {
        await using var bench = Bench();
        await bench.TakeAsync("1", "hello");
        using var tables = bench.Tables();
        var before = tables.Audit.Count();
        Databases.Freeze(_directory.Path, "conversations");

        await Assert.ThrowsAnyAsync<Exception>(() => bench.TakeAsync("2", "settings floor 60"));

        Assert.Equal(before, tables.Audit.Count());
    }

    public void Dispose() => _directory.Dispose();

    private TurnBench Bench() => new(_directory, new Talk(new QuestionOrder(4)).Decide, playbooks: Qualifying.Library(Qualifying.Version(1))) { Needs = Talk.Needs };
}
