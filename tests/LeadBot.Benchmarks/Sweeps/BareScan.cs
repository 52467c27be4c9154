using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LeadBot.Benchmarks.Sweeps;

/// <summary>
/// As little as a program can do that looks at every deal and says something to everybody: reads the rows, and inserts one
/// for each person, 50 in a commit, with the same guarantee against a power cut. It runs as its own process, and over the small office first.
/// </summary>
internal static class BareScan
{
    public const string Command = "bare-scan";

    private const int InOneCommit = 50;

    /// <summary>As many characters as a digest of five of these deals has on average.</summary>
    private const int AsADigest = 4680;

    public static async Task RunAsync(string directory, CancellationToken stop)
    {
        await ScanAsync(Path.Combine(directory, OneSweep.SmallOffice), stop);
        Console.WriteLine(JsonSerializer.Serialize(await ScanAsync(directory, stop)));
    }

    private static async Task<OnePass> ScanAsync(string directory, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "leadbot.db")};Pooling=False");
        await connection.OpenAsync(stop);
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute("CREATE TABLE IF NOT EXISTS bare (person TEXT, said TEXT)");
        var since = Since.Now();
        var longest = new Dictionary<string, string>();
        using (var read = connection.CreateCommand())
        {
            read.CommandText = "SELECT owner, document FROM deals";
            using var rows = read.ExecuteReader();
            while (rows.Read())
            {
                longest[rows.GetString(0)] = rows.GetString(1);
            }
        }

        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO bare VALUES ($person, $said)";
        var (person, said) = (insert.Parameters.Add("$person", SqliteType.Text), insert.Parameters.Add("$said", SqliteType.Text));
        foreach (var commit in longest.Chunk(InOneCommit))
        {
            Execute("BEGIN IMMEDIATE");
            foreach (var (owner, document) in commit)
            {
                (person.Value, said.Value) = (owner, string.Concat(Enumerable.Repeat(document, 10))[..AsADigest]);
                insert.ExecuteNonQuery();
            }

            Execute("COMMIT");
        }

        return since.Measured(longest.Count);

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The few texts above.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
