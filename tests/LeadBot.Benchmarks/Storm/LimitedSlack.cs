using System.Diagnostics;
using System.Globalization;
using LeadBot.Benchmarks.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadBot.Benchmarks.Storm;

/// <summary>Slack's side, which keeps to its limits: counts the digests, and takes what is answered to people into their inboxes.</summary>
internal sealed class LimitedSlack : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool[] _had;
    private readonly IReadOnlyDictionary<int, SlackInbox> _inboxes;
    private readonly SlackLimits? _limits;
    private int _digests;
    private int _twice;
    private long _last;

    private LimitedSlack(int people, IReadOnlyDictionary<int, SlackInbox> inboxes, SlackLimits? limits)
    {
        (_had, _inboxes, _limits) = (new bool[people], inboxes, limits);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    /// <summary>People who got one.</summary>
    public int Digests => Volatile.Read(ref _digests);

    /// <summary>Digests to who had one.</summary>
    public int Twice => Volatile.Read(ref _twice);

    /// <summary>When the last digest came, by <see cref="Stopwatch.GetTimestamp"/>; 0: none yet.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>The last digest, as it came.</summary>
    public byte[] Digest { get; private set; } = [];

    public string ApiBaseUrl => $"{_app.Urls.First()}/api/";

    /// <summary>Where a pressed message is redrawn.</summary>
    public string ResponseUrl => $"{_app.Urls.First()}/respond";

    /// <param name="inboxes">Of those who talk.</param>
    /// <param name="limits">Null: it takes everything.</param>
    public static async Task<LimitedSlack> StartAsync(int people, IReadOnlyDictionary<int, SlackInbox> inboxes, SlackLimits? limits)
    {
        var slack = new LimitedSlack(people, inboxes, limits);
        await slack._app.StartAsync();
        return slack;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        await http.Request.Body.CopyToAsync(body);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(http.Request.Path.Value switch
        {
            "/api/chat.postMessage" => Take(http.Response, body.ToArray()),
            "/api/users.info" => """{"ok":true,"user":{"name":"sam","tz":"Etc/UTC","locale":"en-US","profile":{"display_name":"Sam Rep"}}}""",
            "/api/auth.test" => """{"ok":true,"team_id":"T0","user_id":"UBOT","bot_id":"BBOT"}""",
            _ => """{"ok":true}""",
        });
    }

    private string Take(HttpResponse response, byte[] message)
    {
        var from = message.AsSpan(message.AsSpan().LastIndexOf("\"channel\":\"D"u8) + 12);
        var person = int.Parse(from[..from.IndexOf((byte)'"')], CultureInfo.InvariantCulture);
        if (_limits?.Refuse(person) is { } seconds)
        {
            (response.StatusCode, response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, seconds.ToString(CultureInfo.InvariantCulture));
            return """{"ok":false,"error":"ratelimited"}""";
        }

        if (message.AsSpan().IndexOf("deals to look at"u8) < 0)
        {
            _inboxes[person].Take(message);
        }
        else if (Interlocked.Exchange(ref _had[person], true))
        {
            Interlocked.Increment(ref _twice);
        }
        else
        {
            Digest = message;
            Volatile.Write(ref _last, Stopwatch.GetTimestamp());
            Interlocked.Increment(ref _digests);
        }

        return """{"ok":true,"ts":"1795408023.000100"}""";
    }
}
