using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.Data.Sqlite;

namespace LeadBot.Storage.Tests;

/// <summary>What SQLite does for each statement: a turn costs the same beside ten thousand deals and ten million, since it finds every row by an index.</summary>
public sealed partial class Plans : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    /// <summary>The few others stand in WholeTables.sql, which LEADBOT_RECORD=1 writes anew: small tables, what a command or a daily round says, and pieces of statements.</summary>
    [Fact]
    public void Every_statement_finds_its_rows_by_an_index_but_those_that_are_known()
    {
        Store.Open(_directory.Path).Dispose();
        using var file = new SqliteConnection($"Data Source={Path.Combine(_directory.Path, "leadbot.db")};Pooling=False");
        file.Open();

        var whole = SqlStatements.In(typeof(Store).Assembly).Where(statement => IsLeadBots(statement) && PlanOf(file, statement) is var plan && (plan.Count == 0 || plan.Any(step => Whole().IsMatch(step))))
            .Distinct().Order(StringComparer.Ordinal).ToList();

        if (Environment.GetEnvironmentVariable("LEADBOT_RECORD") is not null)
        {
            File.WriteAllLines(Known(), whole);
        }

        Assert.Equal(File.ReadAllLines(Known()), whole);
    }

    [Fact]
    public void A_plan_that_reads_a_whole_table_is_told_from_one_that_does_not()
    {
        Store.Open(_directory.Path).Dispose();
        using var file = new SqliteConnection($"Data Source={Path.Combine(_directory.Path, "leadbot.db")};Pooling=False");
        file.Open();

        Assert.Contains(PlanOf(file, "SELECT document FROM deals WHERE revision = $1"), step => Whole().IsMatch(step));
        Assert.DoesNotContain(PlanOf(file, "SELECT document FROM deals WHERE id = $1"), step => Whole().IsMatch(step));
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>Not what only PostgreSQL is told, nor what is asked of the databases themselves.</summary>
    private static bool IsLeadBots(string statement) => !Foreign().IsMatch(statement);

    /// <summary>Empty: it is only a piece of a statement.</summary>
    private static List<string> PlanOf(SqliteConnection file, string statement)
    {
        using var explain = file.CreateCommand();
#pragma warning disable CA2100 // The storage's own texts.
        explain.CommandText = $"EXPLAIN QUERY PLAN {statement}";
#pragma warning restore CA2100
        foreach (var name in Parameter().Matches(statement).Select(match => match.Value).Distinct())
        {
            explain.Parameters.AddWithValue(name, 1);
        }

        var steps = new List<string>();
        try
        {
            using var rows = explain.ExecuteReader();
            while (rows.Read())
            {
                steps.Add(rows.GetString(3));
            }

            return steps is [] ? ["LOOKS FOR NOTHING"] : steps;
        }
        catch (SqliteException piece) when (piece.Message.Contains("incomplete input", StringComparison.Ordinal))
        {
            return [];
        }
    }

    private static string Known([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "WholeTables.sql");

    [GeneratedRegex(@"^SCAN (?!CONSTANT ROW|same\b|later\b|timed\b|held\b|json_each|\(subquery)")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\bplain\(|\b(keys|paces)\b|pg_|set_config|FOR UPDATE|\bxmax\b|to_regclass|sqlite_master|__EFMigrationsHistory|hashtextextended|information_schema|current_setting|^WITH one AS|\{")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Parameter();
}
