using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Host.CommandLine;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Host.Tests.CommandLine;

/// <summary><c>backup</c> beside a LeadBot that goes on, and a LeadBot started on what it wrote.</summary>
public sealed class BackingUp : IDisposable
{
    private static readonly WorkspaceId s_workspace = new("slack:T1");

    private readonly TemporaryDirectory _directory = new();
    private readonly StringWriter _output = new();
    private int _events;

    private string Data => Path.Combine(_directory.Path, "data");

    private string Copy => Path.Combine(_directory.Path, "backups", "monday");

    [Fact]
    public async Task A_LeadBot_on_a_backup_goes_on_with_a_conversation_where_it_stood_and_reads_the_tokens()
    {
        await using (var running = await StartAsync(Data))
        {
            await running.Services.GetRequiredService<KeepInstallation>()(
                new Installation(s_workspace, false, new("B1"), "xoxb-secret", new("U1"), DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
            var asked = await SayAsync(running, "qualify Acme");
            Assert.Equal("What do they expect to pay?", asked);

            Assert.Equal(ExitCodes.Done, await BackupAsync());
            Assert.Contains(" and 1 key are in ", _output.ToString(), StringComparison.Ordinal);
            // It goes on without waiting for anybody.
            await SayAsync(running, "5k");
            await running.StopAsync(TestContext.Current.CancellationToken);
        }

        await using var restored = await StartAsync(Copy);
        Assert.Equal("xoxb-secret", (await restored.Services.GetRequiredService<FindInstallation>()(s_workspace, null, TestContext.Current.CancellationToken))!.Token);
        Assert.Contains("Noted: $2,000 to $2,400", await SayAsync(restored, "2000 to 2400"), StringComparison.Ordinal);
        await restored.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_writes_over_nothing_and_needs_a_database()
    {
        Assert.Equal(ExitCodes.Refused, await BackupAsync());
        await using (var host = await StartAsync(Data))
        {
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        Directory.CreateDirectory(Copy);
        Assert.Equal(ExitCodes.Done, await BackupAsync());
        Assert.Equal(ExitCodes.Refused, await BackupAsync());
        Assert.Equal(["keys", "leadbot.db"], Directory.GetFileSystemEntries(Copy).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        _directory.Dispose();
        _output.Dispose();
    }

    private async Task<string> SayAsync(WebApplication host, string text)
    {
        var place = new Place("test", s_workspace, "dm", PlaceKind.Direct, null, "address");
        var message = new IncomingMessage($"e{++_events}", place, new Sender(new("U1"), "Kim"), new Said.Typed(text), DateTimeOffset.UtcNow, WantsRepliesInResponse: true);
        var answer = await host.Services.GetRequiredService<TakeTurn>()(message, TestContext.Current.CancellationToken);
        return string.Join('\n', answer.Replies.Select(card => card.Summary));
    }

    private Task<int> BackupAsync() => BackupCommand.RunAsync(Copy, _output, ["--LeadBot:DataDirectory", Data]);

    private static async Task<WebApplication> StartAsync(string data)
    {
        var host = Program.Serve("--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", data, "--Slack:SigningSecret", "s", "--Slack:ClientId", "1.2", "--Slack:ClientSecret", "c", "--Slack:ApiBaseUrl", "http://127.0.0.1:9/");
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }
}
