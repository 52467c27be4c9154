using CsCheck;
using LeadBot.Domain.Deals;
using LeadBot.Host.Import;
using LeadBot.Storage.Opening;
using LeadBot.Host.Tests.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Import;

public sealed class ExportingDeals : IDisposable
{
    private readonly ImportBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task What_is_exported_comes_back_the_same()
    {
        await _bench.ImportAsync(ImportBench.File("hubspot.csv"));
        await _bench.ImportAsync(ImportBench.File("pipedrive.csv"));
        await _bench.ImportAsync(_bench.Written("Name,Owner,State,Parked until", "=1+1,Kim Park,parked,2026-09-01", "\"Say \"\"no\"\", twice\",Lee Moor,open,"));
        _bench.Change("Acme, Inc.", deal => Living.Log(deal, new Touch(TouchKind.PutOff, 1.5m, null), _bench.Clock.GetUtcNow(), new DateOnly(2026, 3, 2), Domain.Staleness.WorkCalendar.MondayToFriday));
        _bench.Change("Soylent deal", deal => Living.Lose(deal, new Loss("They said no", "politely", _bench.Clock.GetUtcNow(), 4.5m)));
        var first = _bench.Fresh("first.csv");
        Assert.Equal(8, _bench.Export(first));

        using var other = new ImportBench();
        Assert.True(await other.ImportAsync(first));
        var second = other.Fresh("second.csv");
        Assert.Equal(8, other.Export(second));

        Assert.Equal(await File.ReadAllTextAsync(first, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(second, TestContext.Current.CancellationToken));
        Assert.Equal((1.5m, 1), (other.Deal("Acme, Inc.").Course.HoursSunk, other.Deal("Acme, Inc.").Course.PutOffs));
        Assert.Equal(("They said no", 4.5m), (other.Deal("Soylent deal").Lost!.Reason, other.Deal("Soylent deal").Lost!.HoursFreed));
        Assert.Equal((DealState.Parked, new DateOnly(2026, 9, 1)), (other.Deal("=1+1").State, other.Deal("=1+1").ParkedUntil));
    }

    [Fact]
    public async Task An_export_imported_where_it_came_from_changes_nothing()
    {
        await _bench.ImportAsync(ImportBench.File("hubspot.csv"));
        _bench.Change("Globex", deal => Living.Rename(deal, "Globex North"));
        var file = _bench.Fresh("deals-again.csv");
        _bench.Export(file);
        var before = _bench.Deals();
        Assert.True(await _bench.ImportAsync(file));
        Assert.Equal("0 deals came in, 0 changed, 4 as before.", _bench.Said[^1]);
        Assert.Equal(before.Select(deal => deal.Revision), _bench.Deals().Select(deal => deal.Revision));
    }

    [Fact]
    public async Task An_export_may_run_beside_a_LeadBot()
    {
        await _bench.ImportAsync(ImportBench.File("hubspot.csv"));
        using var running = Store.Open(Databases.Of(_bench.Data));
        Assert.Equal(4, _bench.Export(_bench.Fresh("deals-beside.csv")));
    }

    [Fact]
    public async Task No_cell_is_a_formula()
    {
        await _bench.ImportAsync(_bench.Written("Name,Owner,Stage", "=HYPERLINK(\"x\"),Kim Park,+1", "@SUM(A1),Kim Park,-2+3"));
        var file = _bench.Fresh("safe.csv");
        _bench.Export(file);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(",'@SUM(A1),", text, StringComparison.Ordinal);
        Assert.Contains(",'-2+3,", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?:^|,)\"?[=+@-]", text);
    }

    [Fact]
    public void Every_cell_comes_back_as_it_was() => Gen.OneOf(
            Gen.String,
            Gen.Select(Gen.Char["=+-@'\t"], Gen.String, (first, rest) => first + rest))
        .Sample(text =>
        {
            var written = SafeCell.Write(text);
            Assert.Equal(text, SafeCell.Read(written));
            Assert.DoesNotMatch("^[=+@\t-]", written);
        });
}
