using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Postgres.Tests;

/// <summary>What deployment/README.md says of a PostgreSQL backup, done with two servers: <c>pg_dump</c> of one, <c>roles.sql</c> and <c>pg_restore</c> on the other.</summary>
public sealed class RestoringElsewhere
{
    private int _events;

    /// <param name="serving">Who the instances connect as; the administrator is another where there are two users, as in kubernetes/leadbot.yaml, and the same as in compose.yaml.</param>
    [Theory]
    [InlineData("leadbot_owner", "leadbot_serving", "administrator")]
    [InlineData("leadbot", "leadbot", "leadbot")]
    public async Task On_another_server_a_conversation_goes_on_where_it_stood(string owner, string serving, string administrator)
    {
        Assert.SkipWhen(PostgresPrograms.Missing is not null, PostgresPrograms.Missing ?? "");
        using var directory = new TemporaryDirectory();
        var dump = Path.Combine(directory.Path, "leadbot.dump");
        using (var before = PostgresServer.StartAnother(administrator))
        {
            Prepare(before);
            await using (var migrating = await StartAsync(before.Connection("leadbot", owner), directory))
            {
                await migrating.StopAsync(TestContext.Current.CancellationToken);
            }

            await using var running = await StartAsync(before.Connection("leadbot", serving), directory);
            Assert.Equal("What do they expect to pay?", await SayAsync(running, "qualify Acme"));
            Assert.Equal("", before.Run("pg_dump", "--format", "custom", "--file", dump, "leadbot"));
            await running.StopAsync(TestContext.Current.CancellationToken);
        }

        using var after = PostgresServer.StartAnother(administrator);
        Prepare(after);
        Assert.Equal("", after.Run("pg_restore", "--dbname", "leadbot", "--exit-on-error", dump));

        await using var restored = await StartAsync(after.Connection("leadbot", serving), directory);
        Assert.Contains("Noted: $2,000 to $2,400", await SayAsync(restored, "2000 to 2400"), StringComparison.Ordinal);
        Assert.DoesNotContain("Acme", await SayAsync(restored, "deals", "slack:T2"), StringComparison.Ordinal);
        await restored.StopAsync(TestContext.Current.CancellationToken);
    }

    private static void Prepare(PostgresServer server) => Assert.Equal("", server.Run("psql", "--dbname", "postgres", "--quiet", "--file", PostgresServer.RolesScript()));

    private static async Task<WebApplication> StartAsync(string connection, TemporaryDirectory directory)
    {
        var host = Host.Program.Serve(
            "--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", directory.Path, "--LeadBot:Database", "postgres", "--ConnectionStrings:LeadBot", connection,
            "--Slack:SigningSecret", "s", "--Slack:BotToken", "xoxb-1", "--Slack:ApiBaseUrl", "http://127.0.0.1:9/");
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private async Task<string> SayAsync(WebApplication host, string text, string workspace = "slack:T1")
    {
        var place = new Place("test", new WorkspaceId(workspace), $"dm of {workspace}", PlaceKind.Direct, null, "address");
        var message = new IncomingMessage($"e{++_events}", place, new Sender(new("U1"), "Kim"), new Said.Typed(text), DateTimeOffset.UtcNow, WantsRepliesInResponse: true);
        var answer = await host.Services.GetRequiredService<TakeTurn>()(message, TestContext.Current.CancellationToken);
        return string.Join('\n', answer.Replies.Select(card => card.Summary));
    }
}
