using System.Text.Json.Nodes;
using LeadBot.Domain;
using LeadBot.Host.CommandLine;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Exporting;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Installing;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Import;

/// <summary><c>export --format jsonl</c>: all that is held about a workspace, beside the LeadBot that serves it.</summary>
public sealed class ExportingEverything : IDisposable
{
    private readonly ImportBench _bench = new();
    private readonly StringWriter _output = new();

    [Fact]
    public async Task Every_table_is_in_it_a_line_a_row_without_secrets_and_nothing_of_another_workspace()
    {
        await _bench.ImportAsync(ImportBench.File("hubspot.csv"));
        using var running = Store.Open(Databases.Of(_bench.Data));
        await running.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                Installations.Keep(session, new KeptInstallation(ImportBench.Workspace, false, new PersonId("bot"), "an encrypted token", new PersonId("kim"), _bench.Clock.GetUtcNow()));
                session.Enter(Scope.Of(new("other")));
                return session.Execute("INSERT INTO workspaces (id, document) VALUES ('other', '{\"id\":\"other\",\"channelPlaybooks\":{}}')");
            },
            TestContext.Current.CancellationToken);
        var file = _bench.Fresh("all.jsonl");

        Assert.Equal(ExitCodes.Done, await ExportAsync(file, "local"));

        Assert.EndsWith($"All of it is in {file}.{Environment.NewLine}", _output.ToString(), StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("encrypted", text, StringComparison.Ordinal);
        Assert.DoesNotContain("other", text, StringComparison.Ordinal);
        var lines = text.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.All(lines, line => Assert.Contains((string)line["kind"]!, Everything.Kinds));
        Assert.Equal("workspaces", (string?)lines[0]["kind"]);
        var deals = lines.Where(line => (string?)line["kind"] == "deals").ToList();
        Assert.Equal(4, deals.Count);
        Assert.All(deals, deal => Assert.Equal((string?)deal["name"], (string?)deal["document"]!["name"]));
        var exported = lines.Last(line => (string?)line["kind"] == "audit");
        Assert.Equal(("Exported", "everything"), ((string?)exported["act"], (string?)exported["about"]));
        Assert.Contains(lines, line => (string?)line["kind"] == "audit" && (string?)line["act"] == "Imported" && line["became"]!["created"]!.GetValue<int>() == 4 && ((string)line["at"]!).StartsWith("2026-03-02T09:00:00", StringComparison.Ordinal));
        Assert.Contains(lines, line => (string?)line["kind"] == "installations" && (string?)line["installed_by"] == "kim");
    }

    [Fact]
    public async Task It_is_refused_where_it_is_not_clear_whose_and_where_it_cannot_be_written()
    {
        Assert.Equal(ExitCodes.Refused, await ExportAsync(_bench.Fresh("all.jsonl"), "msteams:t1"));
        Assert.Equal(ExitCodes.Refused, await ExportAsync(Path.Combine(_bench.Fresh("nowhere"), "all.jsonl"), null));
        Assert.False(File.Exists(_bench.Fresh("all.jsonl")));
    }

    public void Dispose()
    {
        _bench.Dispose();
        _output.Dispose();
    }

    private Task<int> ExportAsync(string file, string? workspace) =>
        ImportCommand.ExportAllAsync(file, workspace, _output, ServerDatabases.Settings(_bench.Data), TestContext.Current.CancellationToken);
}
