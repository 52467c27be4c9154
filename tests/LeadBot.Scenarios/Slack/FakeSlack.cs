using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadBot.Scenarios.Slack;

/// <summary>Slack on a real port: its Web API, OAuth, response addresses and sockets, and what its people see. Faults on demand.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    public const string Team = "T1";
    public const string Bot = "UBOT";
    public const string Token = "xoxb-first";

    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Client = "1234.5678";
    private const string ClientSecret = "client-secret-of-the-app";

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http = new();
    private bool _overSocket;

    private FakeSlack(WebApplication app, TimeProvider clock) => (_app, _clock, Screens) = (app, clock, new Screens());

    /// <summary>What people see.</summary>
    public Screens Screens { get; }

    public SlackSocket Socket { get; } = new();

    /// <summary>What goes wrong next.</summary>
    public Faults Faults { get; } = new();

    /// <summary>Every call of the Web API with its arguments, oldest first.</summary>
    public ConcurrentQueue<(string Method, string? Token, JsonObject Arguments)> Calls { get; } = new();

    /// <summary>Where the bot is, once it is started.</summary>
    public Uri Host { get; set; } = new("http://127.0.0.1");

    /// <summary>The tokens that are good, and the error for each that is not any more.</summary>
    public ConcurrentDictionary<string, string?> Tokens { get; } = new() { [Token] = null };

    /// <summary>What <c>oauth.v2.access</c> gives for each code.</summary>
    public ConcurrentDictionary<string, JsonObject> Codes { get; } = new();

    /// <summary>The channels the bot was not invited to.</summary>
    public ISet<string> Closed { get; } = new HashSet<string>();

    /// <summary>Names and zones, by id.</summary>
    public IDictionary<string, (string Name, string Zone)> People { get; } = new Dictionary<string, (string, string)>();

    public static async Task<FakeSlack> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var slack = new FakeSlack(builder.Build(), clock ?? TimeProvider.System);
        slack._app.UseWebSockets();
        slack._app.MapPost("/api/{method}", slack.CallAsync);
        slack._app.MapPost("/response/{id}", slack.RespondAsync);
        slack._app.Map("/socket", async http => await slack.Socket.ServeAsync(await http.WebSockets.AcceptWebSocketAsync(), http.RequestAborted));
        await slack._app.StartAsync();
        return slack;
    }

    /// <summary>The bot's settings for one workspace over HTTP.</summary>
    public string[] OverHttp => ["--Slack:SigningSecret", Secret, "--Slack:BotToken", Token, "--Slack:ApiBaseUrl", Api];

    /// <summary>… over a socket.</summary>
    public string[] OverSocket
    {
        get
        {
            _overSocket = true;
            return ["--Slack:AppToken", "xapp-1", "--Slack:BotToken", Token, "--Slack:ApiBaseUrl", Api];
        }
    }

    /// <summary>… for whoever installs it.</summary>
    public string[] ForMany => ["--Slack:SigningSecret", Secret, "--Slack:ClientId", Client, "--Slack:ClientSecret", ClientSecret, "--Slack:ApiBaseUrl", Api];

    private string Address => _app.Urls.Single();

    private string Api => $"{Address}/api/";

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>What happens before anybody does anything: people are slower than programs.</summary>
    public Func<Task> Pause { get; set; } = () => Task.CompletedTask;

    /// <summary>Not null: every envelope is on its way when the line drops, and comes again on the next; called while that is waited for.</summary>
    public Action? Waiting { get; set; }

    /// <summary>An address that takes answers to a command or a press.</summary>
    public string ResponseUrl(Shown about) => $"{Address}/response/{Screens.Remember(about, Now)}";

    /// <summary>Brings the bot what happened: over HTTP, signed, or over the socket.</summary>
    /// <param name="kind"><c>events</c>, <c>interactions</c> or <c>commands</c>.</param>
    public async Task<SlackAnswer> DeliverAsync(string kind, JsonObject payload)
    {
        await Pause();
        if (_overSocket)
        {
            var type = kind switch { "events" => "events_api", "interactions" => "interactive", _ => "slash_commands" };
            return new SlackAnswer(200, Waiting is { } goOn ? await Socket.DeliverShakilyAsync(type, payload, goOn) : await Socket.DeliverAsync(type, payload));
        }

        using HttpContent content = kind switch
        {
            "events" => new ByteArrayContent(Encoding.UTF8.GetBytes(payload.ToJsonString())),
            "interactions" => new FormUrlEncodedContent([KeyValuePair.Create("payload", payload.ToJsonString())]),
            _ => new FormUrlEncodedContent(payload.Select(field => KeyValuePair.Create(field.Key, (string)field.Value!))),
        };
        if (kind == "events")
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Host, $"/slack/{kind}")) { Content = content };
        SlackSigner.Sign(request, await content.ReadAsByteArrayAsync(), Secret, Now);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new SlackAnswer((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> CallAsync(HttpContext http, string method)
    {
        var arguments = http.Request.HasJsonContentType()
            ? (await http.Request.ReadFromJsonAsync<JsonObject>())!
            : new JsonObject((await http.Request.ReadFormAsync()).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString()))));
        var authorization = AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var given) ? given : null;
        Calls.Enqueue((method, authorization?.Parameter, arguments));
        if (Faults.Next(http, method) is { } faulty)
        {
            return faulty;
        }

        var error = method switch
        {
            "oauth.v2.access" => authorization is { Scheme: "Basic" } && Encoding.UTF8.GetString(Convert.FromBase64String(authorization.Parameter!)) == $"{Client}:{ClientSecret}" ? null : "bad_client_secret",
            "apps.connections.open" => authorization?.Parameter == "xapp-1" ? null : "invalid_auth",
            _ => authorization?.Parameter is { } token && Tokens.TryGetValue(token, out var revoked) ? revoked : "invalid_auth",
        };
        var answer = error is null ? Answer(method, arguments) : Refused(error);
        return Results.Text(answer.ToJsonString(), "application/json");
    }

    private JsonObject Answer(string method, JsonObject arguments)
    {
        var channel = (string?)arguments["channel"];
        switch (method)
        {
            case "auth.test":
                return new JsonObject { ["ok"] = true, ["team_id"] = Team, ["user_id"] = Bot, ["bot_id"] = "BBOT" };
            case "users.info":
                return People.TryGetValue((string)arguments["user"]!, out var person) ? Of("user", new JsonObject { ["id"] = (string?)arguments["user"], ["real_name"] = person.Name, ["name"] = person.Name, ["tz"] = person.Zone, ["locale"] = "en-GB", ["profile"] = new JsonObject { ["display_name"] = person.Name, ["real_name"] = person.Name } }) : Refused("user_not_found");
            case "conversations.info":
                return Of("channel", new JsonObject { ["id"] = channel, ["name"] = "sales", ["is_member"] = !Closed.Contains(channel!) });
            case "conversations.open":
                return Of("channel", new JsonObject { ["id"] = $"D{((string)arguments["users"]!)[1..]}" });
            case "chat.postMessage" or "chat.postEphemeral" when Closed.Contains(channel!):
                return Refused("not_in_channel");
            case "chat.postMessage":
                return new JsonObject { ["ok"] = true, ["channel"] = channel, ["ts"] = Screens.Show("message", channel, (string?)arguments["thread_ts"], null, arguments) };
            case "chat.postEphemeral":
                return new JsonObject { ["ok"] = true, ["message_ts"] = Screens.Show("ephemeral", channel, (string?)arguments["thread_ts"], (string?)arguments["user"], arguments) };
            case "chat.update":
                return Screens.Replace((string)arguments["ts"]!, arguments) ? new JsonObject { ["ok"] = true } : Refused("message_not_found");
            case "views.open":
                return Screens.Spend((string?)arguments["trigger_id"]) is { } user ? View(Screens.Show("modal", null, null, user, arguments["view"]!.AsObject())) : Refused("expired_trigger_id");
            case "views.publish":
                return View(Screens.Show("home", null, null, (string?)arguments["user_id"], arguments["view"]!.AsObject()));
            case "oauth.v2.access":
                return Codes.TryRemove((string)arguments["code"]!, out var access) ? access : Refused("invalid_code");
            case "apps.connections.open":
                return new JsonObject { ["ok"] = true, ["url"] = $"{Address.Replace("http", "ws", StringComparison.Ordinal)}/socket" };
            default:
                return Refused("unknown_method");
        }
    }

    private async Task<IResult> RespondAsync(HttpContext http, string id)
    {
        var said = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        if (Faults.Next(http, Faults.Response) is { } faulty)
        {
            return faulty;
        }

        if (Screens.Use(id, Now) is not { } about)
        {
            return Results.Text("used_url", statusCode: 404);
        }

        if ((bool?)said["replace_original"] == true)
        {
            Screens.Replace(about.Id, said);
        }
        else
        {
            Screens.Show((string?)said["response_type"] == "in_channel" ? "message" : "ephemeral", about.Channel, (string?)said["thread_ts"], about.User, said);
        }

        return Results.Text("ok");
    }

    private static JsonObject Of(string name, JsonObject value) => new() { ["ok"] = true, [name] = value };

    private static JsonObject View(string id) => Of("view", new JsonObject { ["id"] = id });

    private static JsonObject Refused(string error) => new() { ["ok"] = false, ["error"] = error };
}

/// <summary>How the bot answered what it was brought.</summary>
internal sealed record SlackAnswer(int Status, JsonObject? Body);
