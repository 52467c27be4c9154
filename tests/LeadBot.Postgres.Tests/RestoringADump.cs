using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Qualification;
using LeadBot.Host.CommandLine;
using LeadBot.Host.Tests.Turns;
using LeadBot.TestKit;
using Npgsql;

namespace LeadBot.Postgres.Tests;

/// <summary><c>pg_dump</c> beside instances that go on, <c>pg_restore</c> into an empty database, and an instance on that.</summary>
public sealed class RestoringADump : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TemporaryDirectory _restored = new();

    [Fact]
    public async Task An_instance_on_it_goes_on_with_a_conversation_where_it_stood()
    {
        var dump = Path.Combine(_directory.Path, "leadbot.dump");
        await using (var running = Bench(_directory))
        {
            await running.TakeAsync("e1", "qualify Acme");
            Assert.Equal("", PostgresServer.One.Run("pg_dump", "--format", "custom", "--file", dump, Name(_directory)));
            await running.TakeAsync("e2", "5k");
        }

        // The one that stands for the directory has tables: the dump needs none.
        var name = Name(_restored);
        PostgresServer.One.Say("postgres", $"DROP DATABASE {name}");
        PostgresServer.One.Say("postgres", $"CREATE DATABASE {name} TEMPLATE template0 ENCODING UTF8");
        Assert.Equal("", PostgresServer.One.Run("pg_restore", "--dbname", name, "--exit-on-error", dump));

        await using var restored = Bench(_restored);
        await restored.TakeAsync("e2", "5k");
        await restored.TakeAsync("e3", "verdict");
        using var tables = restored.Tables();
        Assert.Contains("\"answers\":[{", tables.Deals.Single().Document, StringComparison.Ordinal);
        Assert.Equal(3, tables.ProcessedEvents.Count());
        Assert.Equal([1L, 2, 3], tables.ProcessedEvents.Select(e => e.Id).OrderBy(id => id));
    }

    [Fact]
    public async Task The_command_for_files_says_what_to_use_instead()
    {
        await using var output = new StringWriter();
        Assert.Equal(ExitCodes.Refused, await BackupCommand.RunAsync(Path.Combine(_directory.Path, "copy"), output, ServerDatabases.Settings(_directory.Path)));
        Assert.False(Directory.Exists(Path.Combine(_directory.Path, "copy")));
    }

    public void Dispose()
    {
        _directory.Dispose();
        _restored.Dispose();
    }

    private static TurnBench Bench(TemporaryDirectory directory) =>
        new(directory, new Talk(new QuestionOrder(4)).Decide, playbooks: Qualifying.Library(Qualifying.Version(1))) { Needs = Talk.Needs };

    private static string Name(TemporaryDirectory directory) => new NpgsqlConnectionStringBuilder(ServerDatabases.Of(directory.Path)).Database!;
}
