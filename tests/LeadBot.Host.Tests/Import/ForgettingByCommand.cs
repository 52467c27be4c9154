using LeadBot.Host.CommandLine;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Import;

/// <summary><c>forget</c> on the command line, for where nobody in chat can.</summary>
public sealed class ForgettingByCommand : IDisposable
{
    private readonly ImportBench _bench = new();
    private readonly StringWriter _output = new();

    [Fact]
    public async Task It_says_what_would_go_and_does_it_when_told_to()
    {
        await _bench.ImportAsync(_bench.Written("Name,Owner", "Acme,Kim Park", "Beta,Kim Park", "Gamma,Lee Moor"));

        Assert.Equal(ExitCodes.Done, await DealAsync("acme", doIt: false));
        Assert.Equal(3, _bench.CountOfDeals());
        Assert.Contains("Say --yes to do it.", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, await DealAsync("acme", doIt: true));
        Assert.Equal(["Beta", "Gamma"], _bench.Deals().Select(deal => deal.Name).Order(StringComparer.Ordinal));
        Assert.Equal(ExitCodes.Refused, await DealAsync("acme", doIt: true));

        Assert.Equal(ExitCodes.Done, await PersonAsync("Kim Park", doIt: false));
        Assert.EndsWith($"Kim Park (kim) and 1 deals of theirs would be deleted for good. Say --yes to do it.{Environment.NewLine}", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, await PersonAsync("kim", doIt: true));
        Assert.EndsWith($"Kim Park is forgotten, with 1 deals. There is no admin any more: \"admin NAME\" makes one.{Environment.NewLine}", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Gamma"], _bench.Deals().Select(deal => deal.Name));
        Assert.Equal(["lee"], Glance.At(Databases.Of(_bench.Data), Databases.Local, session => CrmDeals.Everybody(session, ImportBench.Workspace)).Select(person => person.Id.Value));
        Assert.Equal(ExitCodes.Refused, await PersonAsync("kim", doIt: true));
    }

    public void Dispose()
    {
        _bench.Dispose();
        _output.Dispose();
    }

    private Task<int> DealAsync(string name, bool doIt) => ForgetCommand.DealAsync(name, null, doIt, _output, ServerDatabases.Settings(_bench.Data), TestContext.Current.CancellationToken);

    private Task<int> PersonAsync(string name, bool doIt) => ForgetCommand.PersonAsync(name, null, doIt, _output, ServerDatabases.Settings(_bench.Data), TestContext.Current.CancellationToken);
}
