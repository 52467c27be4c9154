using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Scenarios;

/// <summary>Nobody calls anything: only the clock goes on.</summary>
public sealed class TheHeartbeat : IAsyncLifetime
{
    private static readonly DateTimeOffset s_monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Of this machine's time: how long the heart is left alone before the clock goes on by a minute. Any will do.</summary>
    private static readonly TimeSpan s_aMoment = TimeSpan.FromMilliseconds(200);

    private readonly FakeTimeProvider _clock = new(s_monday);
    private readonly TemporaryDirectory _data = new();
    private readonly HttpClient _http = new();
    private Connector _connector = null!;
    private WebApplication _host = null!;

    public async ValueTask InitializeAsync()
    {
        _clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        _connector = await Connector.StartAsync();
        _host = Host.Program.Serve(_clock, "--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", _data.Path);
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        await _connector.DisposeAsync();
        _http.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task After_a_sleep_of_weeks_one_digest_comes_at_once_and_the_next_on_its_own_day()
    {
        await SayAsync("qualify Acme");
        Assert.Equal("What do they expect to pay?", await HeardAsync());

        await PassAsync(new DateTimeOffset(2027, 1, 13, 9, 30, 0, TimeSpan.Zero) - s_monday);
        Assert.StartsWith("Acme: stale", await HeardAsync(), StringComparison.Ordinal);

        // Unchanged, it is listed again on a Monday, and not before.
        await PassAsync(TimeSpan.FromDays(5));
        Assert.StartsWith("Acme: stale", await HeardAsync(), StringComparison.Ordinal);
        Assert.False(_connector.HasMore);
    }

    /// <summary>
    /// What is said next. The heart may have been about to wait for its next beat when the clock was moved, and then waits
    /// from there: the clock goes on until something is said.
    /// </summary>
    private async Task<string> HeardAsync()
    {
        var next = _connector.NextAsync();
        while (await Task.WhenAny(next, Task.Delay(s_aMoment)) != next)
        {
            await PassAsync(TimeSpan.FromMinutes(1));
        }

        return (await next).GetProperty("summary").GetString()!;
    }

    private Task PassAsync(TimeSpan time) => _host.Services.GetRequiredService<Store>().PassAsync(_clock, time);

    private async Task SayAsync(string text)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["id"] = "1",
            ["channelId"] = "msteams",
            ["serviceUrl"] = _connector.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "ann", ["name"] = "Ann" },
            ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "LeadBot" },
            ["conversation"] = new JsonObject { ["id"] = "a:ann", ["conversationType"] = "personal" },
        };
        using var response = await _http.PostAsJsonAsync(new Uri(new Uri(_host.Urls.Single()), "/api/messages"), activity, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
