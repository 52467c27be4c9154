using LeadBot.Domain;
using LeadBot.Host.CommandLine;
using LeadBot.Host.Import;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;
using LeadBot.Host.Tests.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Import;

public sealed class ImportingByCommand : IDisposable
{
    private readonly ImportBench _bench = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _bench.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task The_exit_code_says_whether_every_line_could_be_read()
    {
        Assert.Equal(ExitCodes.Done, await ImportAsync(ImportBench.File("hubspot.csv")));
        Assert.Equal(ExitCodes.Refused, await ImportAsync(ImportBench.File("faulty.csv")));
        Assert.Equal(ExitCodes.Refused, await ImportAsync(_bench.Fresh("no-such-file.csv")));
        Assert.Contains("4 deals came in", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_says_how_many_deals_are_in_it()
    {
        await ImportAsync(ImportBench.File("hubspot.csv"));
        var file = _bench.Fresh("out.csv");
        Assert.Equal(ExitCodes.Done, await ImportCommand.ExportAsync(file, null, _output, Settings, TestContext.Current.CancellationToken));
        Assert.EndsWith($"4 deals are in {file}.{Environment.NewLine}", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Refused, await ImportCommand.ExportAsync(file, "msteams:t1", _output, Settings, TestContext.Current.CancellationToken));
        Assert.Equal(ExitCodes.Refused, await ImportCommand.ExportAsync(Path.Combine(file, "nowhere"), null, _output, Settings, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Somebody_who_has_talked_to_the_bot_can_be_made_admin()
    {
        Assert.Equal(ExitCodes.Done, await AdminAsync("lee moor"));
        Assert.Equal(ExitCodes.Done, await AdminAsync("lee"));
        Assert.Equal(ExitCodes.Refused, await AdminAsync("Robin"));
        Assert.Equal($"Lee Moor is an admin now.{Environment.NewLine}Lee Moor is an admin already.{Environment.NewLine}", _output.ToString());
        Assert.True(Glance.At(Databases.Of(_bench.Data), Databases.Local, session => Workspaces.Find(session, ImportBench.Workspace))!.IsAdmin(new PersonId("lee")));
    }

    private string[] Settings => ServerDatabases.Settings(_bench.Data);

    private Task<int> ImportAsync(string file) =>
        ImportCommand.ImportAsync(new ImportOptions(file, null, false, false, null, null), _output, Settings, TestContext.Current.CancellationToken, _bench.Clock);

    private Task<int> AdminAsync(string name) => AdminCommand.RunAsync(name, null, _output, Settings, TestContext.Current.CancellationToken);
}
