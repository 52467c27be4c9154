using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadBot.Dialog.Wording;
using LeadBot.Faults.Checking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LeadBot.Faults.World;

/// <summary>
/// Slack's Web API, the Bot Framework's connector with its tokens, and the managed identity of the machine, on the loopback of every island. They
/// are slow, refuse, and hang up, before and after they took a message; only not in calm conversations.
/// </summary>
internal sealed class FakeChannels : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string AppId = "11111111-1111-4111-8111-111111111111";

    /// <summary>Longer than LeadBot waits.</summary>
    private static readonly TimeSpan s_tooLong = TimeSpan.FromSeconds(11);

    private static readonly string[] s_endorsed = ["msteams"];

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "key" };
    private readonly ConcurrentQueue<SeenMessage> _seen = new();
    private readonly TaskCompletionSource _digest = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _zone;
    private long _sent;
    private bool _areMoody;

    private FakeChannels(WebApplication app, int port, string zone) => (_app, Port, _zone) = (app, port, zone);

    /// <summary>The same on every island.</summary>
    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Where the connector is.</summary>
    public string ServiceUrl => $"{Address}/connector/";

    /// <summary>Whether they misbehave where they may.</summary>
    public bool AreMoody
    {
        get => _areMoody;
        set => _areMoody = Lines.AreMoody = value;
    }

    /// <summary>What instances in Socket Mode hold.</summary>
    public SocketLines Lines { get; } = new();

    /// <summary>What people see.</summary>
    public ArrivedCards Cards { get; } = new();

    /// <summary>Nothing is taken before this is completed.</summary>
    public Task Opened { get; set; } = Task.CompletedTask;

    /// <summary>Every message that arrived.</summary>
    public IReadOnlyList<SeenMessage> Seen => [.. _seen];

    /// <summary>Completes when the first digest has arrived.</summary>
    public Task FirstDigest => _digest.Task;

    /// <param name="zone">Everybody's time zone.</param>
    public static async Task<FakeChannels> StartAsync(IReadOnlyList<Island> islands, string zone)
    {
        // One socket here, whose port is then everybody's.
        var own = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        own.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        own.Listen(512);
        var port = ((System.Net.IPEndPoint)own.LocalEndPoint!).Port;
        List<Socket> sockets = [own, .. islands.Select(island => island.Listen(port))];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => sockets.ForEach(socket => kestrel.ListenHandle((ulong)socket.Handle)));
        var channels = new FakeChannels(builder.Build(), port, zone);
        channels.Map();
        await channels._app.StartAsync();
        return channels;
    }

    /// <summary>How an instance finds them.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Slack__SigningSecret"] = Secret,
        ["Slack__BotToken"] = "xoxb-first",
        ["Slack__ApiBaseUrl"] = $"{Address}/api/",
        ["MicrosoftAppType"] = "UserAssignedMSI",
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppTenantId"] = Names.Tenant(0),
        ["ToBotFromChannelOpenIdMetadataUrl"] = $"{Address}/openid",
        ["IDENTITY_ENDPOINT"] = $"{Address}/identity",
        ["IDENTITY_HEADER"] = "header",
        ["Teams__Tenants"] = Names.Tenants,
        ["Teams__ServiceHosts"] = "127.0.0.1",
    };

    /// <summary>The same for one in Socket Mode.</summary>
    public Dictionary<string, string> SettingsOverLines => new(Settings) { ["Slack__AppToken"] = "xapp-first" };

    /// <summary>What the connector proves itself with.</summary>
    public string Token() => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "https://api.botframework.com",
        Audience = AppId,
        NotBefore = DateTime.UtcNow.AddHours(-1),
        Expires = DateTime.UtcNow.AddHours(3),
        Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
    });

    /// <summary>What arrived until now is of no interest.</summary>
    public void Forget() => _seen.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.UseWebSockets();
        _app.Map("/link", async http => await Lines.ServeAsync(await http.WebSockets.AcceptWebSocketAsync()));
        _app.MapPost("/api/apps.connections.open", () => Results.Json(new { ok = true, url = $"ws://127.0.0.1:{Port}/link" }));
        _app.MapPost("/api/chat.postMessage", async http =>
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body);
            var ts = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}.{Interlocked.Increment(ref _sent):000000}";
            await TakeAsync(http, Names.Conversation(body.RootElement.GetProperty("channel").GetString()!), body.RootElement.GetRawText(), $$"""{"ok":true,"ts":"{{ts}}"}""", ts);
        });
        _app.MapPost("/api/chat.update", async http =>
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body);
            Cards.Redraw(Names.Conversation(body.RootElement.GetProperty("channel").GetString()!), body.RootElement.GetProperty("ts").GetString()!);
            await TellAsync(http, """{"ok":true}""");
        });
        _app.MapPost("/connector/v3/conversations/{id}/activities/{reply?}", async (HttpContext http, string id) =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            var named = $"{Interlocked.Increment(ref _sent)}";
            await TakeAsync(http, Names.Conversation(id), await reader.ReadToEndAsync(), $$"""{"id":"{{named}}"}""", named);
        });
        _app.MapPost("/api/users.info", () => Results.Json(new { ok = true, user = new { name = "sam", tz = _zone, locale = "en-US", profile = new { display_name = "Sam Rep" } } }));
        _app.MapPost("/api/auth.test", () => Results.Text("""{"ok":true,"team_id":"T0","user_id":"UBOT","bot_id":"BBOT"}""", "application/json"));
        _app.MapGet("/identity", () => Results.Json(new { access_token = "token", expires_on = $"{DateTimeOffset.UtcNow.AddHours(3).ToUnixTimeSeconds()}", resource = "https://api.botframework.com", token_type = "Bearer", client_id = AppId }));
        _app.MapGet("/openid", () => Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{Address}/keys" }));
        _app.MapGet("/keys", () =>
        {
            var rsa = _key.Rsa.ExportParameters(false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = _key.KeyId, endorsements = s_endorsed, n = Base64UrlEncoder.Encode(rsa.Modulus), e = Base64UrlEncoder.Encode(rsa.Exponent) } } });
        });
    }

    private async Task TakeAsync(HttpContext http, int conversation, string request, string answer, string id)
    {
        if (request.Contains(BusyWords.TryAgain, StringComparison.Ordinal))
        {
            // To somebody whose press did not get through: said once, and no message that has to arrive.
            await TellAsync(http, answer);
            return;
        }

        await Opened;
        var mood = AreMoody && !Names.IsCalm(conversation) ? Random.Shared.Next(100) : 100;
        switch (mood)
        {
            case < 3:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case < 6:
                http.Abort();
                return;
            case < 7:
                (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, "1");
                return;
            case < 12:
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1500)));
                break;
        }

        // Whatever is told from here on, it has arrived.
        var at = DateTimeOffset.UtcNow;
        var isTold = mood >= 19;
        switch (mood)
        {
            case >= 12 and < 15:
                http.Response.StatusCode = StatusCodes.Status502BadGateway;
                break;
            case >= 15 and < 18:
                http.Abort();
                break;
            case 18:
                await Task.Delay(s_tooLong);
                break;
            default:
                isTold = await TellAsync(http, answer);
                break;
        }

        var says = Names.Said(request);
        Cards.Add(conversation, says, request, id);
        _seen.Enqueue(new SeenMessage(conversation, says, at, isTold));
        if (says.EndsWith("digest", StringComparison.Ordinal))
        {
            _digest.TrySetResult();
        }
    }

    /// <summary>False: nobody listened any more.</summary>
    private static async Task<bool> TellAsync(HttpContext http, string answer)
    {
        try
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = answer.Length;
            await http.Response.WriteAsync(answer, http.RequestAborted);
            return !http.RequestAborted.IsCancellationRequested;
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            return false;
        }
    }
}
