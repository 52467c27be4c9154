using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Npgsql;

namespace LeadBot.Postgres.Tests;

/// <summary>What PostgreSQL does for each statement once tables are large: a turn costs the same beside ten thousand deals and ten million, since it finds every row by an index.</summary>
public sealed partial class Plans : IDisposable
{
    private readonly string _connection = PostgresServer.One.Make();

    /// <summary>The few others stand in WholeTables.sql, which LEADBOT_RECORD=1 writes anew: small tables, what a command or a daily round says, pieces of
    /// statements, and one whose values have no types where it stands alone.</summary>
    [Fact]
    public async Task Every_statement_finds_its_rows_by_an_index_but_those_that_are_known()
    {
        await using var server = await OpenAsync();
        var whole = new List<string>();
        foreach (var statement in SqlStatements.In(typeof(Store).Assembly).Where(statement => !Foreign().IsMatch(statement)).Distinct())
        {
            whole.AddRange(ReadsAWholeTable(await PlanOfAsync(server, statement)) ? [statement] : []);
        }

        whole.Sort(StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("LEADBOT_RECORD") is not null)
        {
            await File.WriteAllLinesAsync(Known(), whole, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllLinesAsync(Known(), TestContext.Current.CancellationToken), whole);
    }

    [Theory]
    [InlineData("SELECT document FROM deals WHERE revision = $1", true)]
    [InlineData("SELECT COUNT(*) FROM deals WHERE hours_sunk > $1", true)]
    [InlineData("SELECT document FROM deals WHERE id = $1", false)]
    public async Task A_plan_that_reads_a_whole_table_is_told_from_one_that_does_not(string statement, bool whole)
    {
        await using var server = await OpenAsync();

        Assert.Equal(whole, ReadsAWholeTable(await PlanOfAsync(server, statement)));
    }

    public void Dispose() => PostgresServer.Remove(_connection);

    /// <summary>Empty tables would always be read whole; so that is made to look expensive, as it is when they are large.</summary>
    private async Task<NpgsqlConnection> OpenAsync()
    {
        var server = new NpgsqlConnection(_connection);
        await server.OpenAsync(TestContext.Current.CancellationToken);
        await SayAsync(server, "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan");
        return server;
    }

    /// <summary>Empty: there is none.</summary>
    private static async Task<IReadOnlyList<string>> PlanOfAsync(NpgsqlConnection server, string statement)
    {
        var values = Parameter().Matches(statement).Select(match => match.Value).Distinct().Count();
        try
        {
            await SayAsync(server, $"PREPARE planned AS {statement}");
        }
        catch (PostgresException piece) when (piece.SqlState is PostgresErrorCodes.SyntaxError or PostgresErrorCodes.AmbiguousParameter or PostgresErrorCodes.AmbiguousFunction)
        {
            return [];
        }

        try
        {
            return await SayAsync(server, values == 0 ? "EXPLAIN EXECUTE planned" : $"EXPLAIN EXECUTE planned({string.Join(", ", Enumerable.Repeat("NULL", values))})");
        }
        finally
        {
            await SayAsync(server, "DEALLOCATE planned");
        }
    }

    /// <summary>Row by row, or by an index with nothing to look up in it; or it is not known.</summary>
    private static bool ReadsAWholeTable(IReadOnlyList<string> plan) => plan.Count == 0 || plan.Select((step, at) => (Step: step, Next: plan.ElementAtOrDefault(at + 1) ?? ""))
        .Any(line => line.Step.Contains("Seq Scan on", StringComparison.Ordinal)
            || (ByIndex().IsMatch(line.Step) && !line.Next.Contains("Index Cond:", StringComparison.Ordinal)));

    private static async Task<IReadOnlyList<string>> SayAsync(NpgsqlConnection server, string sql)
    {
#pragma warning disable CA2100 // The storage's own texts.
        await using var command = new NpgsqlCommand(sql, server);
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(rows.GetString(0));
        }

        return lines;
    }

    private static string Known([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "WholeTables.sql");

    [GeneratedRegex(@"Index (Only )?Scan (Backward )?(using|on) ")]
    private static partial Regex ByIndex();

    [GeneratedRegex(@"\bplain\(|set_config|sqlite_master|pragma_|__EFMigrationsHistory|\{|json_each|information_schema")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Parameter();
}
