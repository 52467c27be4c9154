using LeadBot.Host.Import;

namespace LeadBot.Host.Tests.Import;

public sealed class ImportingMany : IDisposable
{
    private const int Lines = 100_000;
    private readonly ImportBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_hundred_thousand_deals_come_in_and_go_out_and_come_in_again()
    {
        var file = Many();
        Assert.True(await _bench.ImportAsync(file));
        Assert.Equal(Lines, _bench.CountOfDeals());
        Assert.True(await _bench.ImportAsync(file));
        Assert.Equal($"0 deals came in, 0 changed, {Lines} as before.", _bench.Said[^1]);
        Assert.Equal(Lines, _bench.Export(_bench.Fresh("many-out.csv")));
    }

    [Fact]
    public void No_file_is_in_memory_whole()
    {
        var file = DealFile.Open(Many(), ImportMapping.None);
        var (read, first, last) = (0, 0L, 0L);
        foreach (var line in file.Lines())
        {
            read++;
            (first, last) = read switch
            {
                1000 => (GC.GetTotalMemory(forceFullCollection: true), last),
                Lines => (first, GC.GetTotalMemory(forceFullCollection: true)),
                _ => (first, last),
            };
        }

        Assert.Equal(Lines, read);
        Assert.InRange(last - first, long.MinValue, 4 << 20);
    }

    private string Many()
    {
        var path = _bench.Fresh("many.csv");
        using var writer = new StreamWriter(path);
        writer.WriteLine("CRM id,Name,Owner,Stage,Value,State,Created,Last activity");
        for (var deal = 0; deal < Lines; deal++)
        {
            writer.WriteLine($"{deal},Deal {deal},{(deal % 2 == 0 ? "Kim Park" : "Lee Moor")},lead,{deal},open,2026-01-01,2026-02-20");
        }

        return path;
    }
}
