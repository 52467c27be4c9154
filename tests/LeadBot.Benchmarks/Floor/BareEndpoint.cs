using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadBot.Benchmarks.Floor;

/// <summary>
/// As little as an endpoint can do that keeps what it is sent: parses the JSON and commits one row for each request, with
/// the same guarantee against a power cut. It runs as its own process.
/// </summary>
internal static class BareEndpoint
{
    public const string Command = "floor";

    public static async Task RunAsync(string directory, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "floor.db")};Pooling=False");
        await connection.OpenAsync(stop);
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE heard (id TEXT PRIMARY KEY, text TEXT)");
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO heard VALUES ($id, $text)";
        var (id, text) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$text", SqliteType.Text));
        var oneWriter = new Lock();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(async http =>
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            lock (oneWriter)
            {
                id.Value = $"{json.RootElement.GetProperty("conversation").GetProperty("id")}|{json.RootElement.GetProperty("id")}";
                text.Value = json.RootElement.GetProperty("text").GetString();
                insert.ExecuteNonQuery();
            }
        });
        await app.StartAsync(stop);
        Console.WriteLine($"The floor listens on {app.Urls.First()}");
        await app.WaitForShutdownAsync(stop);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The one text above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
