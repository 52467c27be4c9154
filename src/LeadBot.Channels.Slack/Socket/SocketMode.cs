using System.Net.Http.Headers;
using LeadBot.Channels.Slack.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack.Socket;

/// <summary>
/// Keeps a socket to Slack open, over which it hears the same as over HTTP. When Slack says that a socket will end, the next
/// is open before it is closed; when one ends unsaid, the next is tried at once, then ever more slowly.
/// </summary>
internal sealed class SocketMode(SlackHttp http, IOptions<SlackOptions> options, SlackDesk desk, TimeProvider clock, ILogger<SocketMode> log) : BackgroundService
{
    /// <summary>The longest wait between two tries.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>A socket that ended sooner is a failure, too.</summary>
    public static readonly TimeSpan Lasted = TimeSpan.FromMinutes(1);

    /// <summary>How long it may take to connect, and then to be greeted.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SlackOptions options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SocketConnection? current = null;
        var failures = 0;
        try
        {
            while (true)
            {
                if (failures > 0)
                {
                    var wait = Wait(failures);
                    var waiting = Task.Delay(wait, clock, stoppingToken);
                    log.SocketWaits(wait.TotalSeconds);
                    await waiting;
                }

                // One that will end goes on until the next is open.
                if (await ConnectAsync(stoppingToken) is not { } next)
                {
                    failures++;
                    continue;
                }

                if (current is not null)
                {
                    await current.DisposeAsync();
                }

                current = next;
                var ended = await next.Ending.WaitAsync(stoppingToken);
                failures = ended == SocketEnd.Announced || clock.GetUtcNow() - next.Since >= Lasted ? 0 : failures + 1;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is held is finished and acknowledged.
        }
        finally
        {
            if (current is not null)
            {
                await current.DisposeAsync();
            }
        }
    }

    /// <summary>A socket over which Slack said hello; null: it did not come to that.</summary>
    private async Task<SocketConnection?> ConnectAsync(CancellationToken stop)
    {
        using var slow = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, slow.Token);
        SocketConnection? connection = null;
        try
        {
            if (await AddressAsync(either.Token) is not { } url)
            {
                return null;
            }

            connection = new SocketConnection(desk, clock, log);
            await connection.OpenAsync(url, either.Token);
            log.SocketOpen();
            var open = connection;
            connection = null;
            return open;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            log.SocketFailed(failure.GetType().Name);
            return null;
        }
        finally
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }
    }

    /// <summary>A new address, good for one socket; null: Slack gives none.</summary>
    private async Task<Uri?> AddressAsync(CancellationToken stop)
    {
        var answer = await http.PostAsync("apps.connections.open", default, new AuthenticationHeaderValue("Bearer", options.AppToken), [], stop);
        if (answer is SlackResult.Ok ok && Uri.TryCreate(ok.Text("url"), UriKind.Absolute, out var url) && IsSlacks(url))
        {
            return url;
        }

        log.SocketRefused(answer is SlackResult.Refused refused ? refused.Error : "no address");
        return null;
    }

    private bool IsSlacks(Uri url) => (url.Scheme == Uri.UriSchemeWss && url.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase))
        || (url is { IsLoopback: true, Scheme: "ws" or "wss" } && new Uri(options.ApiBaseUrl).IsLoopback);

    private static TimeSpan Wait(int failures)
    {
        var seconds = Math.Min(Math.Pow(2, failures - 1), LongestWait.TotalSeconds);
        // Not all at once, where many lost theirs at once.
        return TimeSpan.FromSeconds(seconds * (0.75 + (0.25 * Random.Shared.NextDouble())));
    }
}
