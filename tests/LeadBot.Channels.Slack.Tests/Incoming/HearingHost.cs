using System.Text;
using LeadBot.Channels.Slack.Sending;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Channels.Slack.Tests.Incoming;

/// <summary>The channel in a real Kestrel, with a turn that is said by the test and a Slack that answers from a table.</summary>
internal sealed class HearingHost : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly List<IncomingMessage> _heard = [];

    private HearingHost(WebApplication app)
    {
        _app = app;
        // A body too large is refused by its length, before it is sent.
        _http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FakeTimeProvider Clock { get; private init; } = null!;

    public AnsweringSlack Slack { get; private init; } = null!;

    /// <summary>Every line written to the log.</summary>
    public LogLines Logged { get; private init; } = null!;

    /// <summary>What the turn comes to.</summary>
    public Func<IncomingMessage, CancellationToken, Task<TurnResponse>> Turn { get; set; } = (_, _) => Task.FromResult(TurnResponse.None);

    /// <summary>The conversations the bot waits in.</summary>
    public HashSet<string> Live { get; } = [];

    /// <summary>Where it is heard.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>What came to a turn, in order.</summary>
    public IReadOnlyList<IncomingMessage> Heard
    {
        get
        {
            lock (_heard)
            {
                return [.. _heard];
            }
        }
    }

    public static Task<HearingHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync(new AnsweringSlack(), settings);

    public static async Task<HearingHost> StartAsync(AnsweringSlack slack, params (string Key, string Value)[] settings)
    {
        var (clock, log) = (new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)), new LogLines());
        HearingHost host = null!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection([new("Slack:SigningSecret", Secret), new("Slack:BotToken", "xoxb-1"), .. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))]);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<TakeTurn>((message, stop) => host.TakeAsync(message, stop));
        builder.Services.AddSingleton<IsLive>((_, _, conversation, _, _) => Task.FromResult(host.Live.Contains(conversation)));
        builder.Services.AddSlack(builder.Configuration);
        builder.Services.AddHttpClient(SlackHttp.Client).ConfigurePrimaryHttpMessageHandler(() => slack);
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return host = new HearingHost(app) { Clock = clock, Slack = slack, Logged = log };
    }

    public Task<HttpResponseMessage> EventAsync(string json) => PostAsync("/slack/events", Encoding.UTF8.GetBytes(json));

    public Task<HttpResponseMessage> InteractAsync(string json) => PostAsync("/slack/interactions", Encoding.UTF8.GetBytes(Payloads.Form(json)));

    public Task<HttpResponseMessage> CommandAsync(string form) => PostAsync("/slack/commands", Encoding.UTF8.GetBytes(form));

    /// <summary>Posts it, signed unless the test says how.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, byte[] body, string? timestamp = null, string? signature = null)
    {
        timestamp ??= Signer.Seconds(Clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.ExpectContinue = body.Length > 100_000;
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", signature ?? Signer.Sign(Secret, timestamp, body));
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>All that follows an answer is done.</summary>
    public Task SettleAsync() => _app.Services.GetRequiredService<Afterwards>().DoneAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Slack.Dispose();
        Logged.Dispose();
    }

    private Task<TurnResponse> TakeAsync(IncomingMessage message, CancellationToken stop)
    {
        lock (_heard)
        {
            _heard.Add(message);
        }

        return Turn(message, stop);
    }
}
