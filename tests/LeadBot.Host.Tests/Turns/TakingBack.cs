using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>What people type to change a deal, through the real dialog and the real tables, and "undo" after it.</summary>
public sealed class TakingBack : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("park Acme until 1 april")]
    [InlineData("lost Acme because they went silent")]
    [InlineData("won Acme")]
    [InlineData("next Acme friday send the quote")]
    [InlineData("value Acme 9000")]
    [InlineData("rename Acme to Acme Cheese")]
    [InlineData("log Acme 1h no contact")]
    [InlineData("stage Acme proposal")]
    public async Task An_undo_restores_the_deal_to_the_letter_and_what_can_be_found_of_it(string command)
    {
        var talk = new Talk(new QuestionOrder(4));
        await using var bench = new TurnBench(_directory, talk.Decide, playbooks: Qualifying.Library(Qualifying.Version(1))) { Needs = Talk.Needs };
        await bench.TakeAsync("e0", "qualify Acme");
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session => session.Execute("UPDATE workspaces SET document = json_set(document, '$.stages', json('[{\"name\":\"proposal\"}]'))"),
            TestContext.Current.CancellationToken);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = Deal(bench);

        await bench.TakeAsync("e1", command);
        bench.Clock.Advance(TimeSpan.FromHours(23));
        var changed = Deal(bench);
        Assert.Equal(2, changed.Revision);
        Assert.NotEqual(before.Document, changed.Document);
        await bench.TakeAsync("e2", "undo");

        var after = Deal(bench);
        Assert.Equal(before.Document.Replace("\"revision\":1,", "\"revision\":3,", StringComparison.Ordinal), after.Document);
        Assert.Equal(
            (3, before.Name, before.PlainName, before.State, before.Stage, before.ClosedAt, before.HoursSunk, before.Backed, before.LostLate),
            (after.Revision, after.Name, after.PlainName, after.State, after.Stage, after.ClosedAt, after.HoursSunk, after.Backed, after.LostLate));
        using var tables = bench.Tables();
        Assert.Equal([(1, false), (2, true), (3L, true)], tables.DealEvents.OrderBy(e => e.Revision).AsEnumerable().Select(e => (e.Revision, e.Undone)));
    }

    public void Dispose() => _directory.Dispose();

    private static Storage.Tables.DealRow Deal(TurnBench bench)
    {
        using var tables = bench.Tables();
        return tables.Deals.Single();
    }
}
