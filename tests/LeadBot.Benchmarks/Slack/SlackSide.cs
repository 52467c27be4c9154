using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadBot.Benchmarks.Slack;

/// <summary>Slack's side: takes what the bot sends into the inbox of the person whose number its channel has, and knows everybody.</summary>
internal sealed class SlackSide : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SlackSide(WebApplication app, SlackInbox[] inboxes) => (_app, Inboxes) = (app, inboxes);

    public IReadOnlyList<SlackInbox> Inboxes { get; }

    public string ApiBaseUrl => $"{_app.Urls.First()}/api/";

    /// <summary>Where a pressed message is redrawn.</summary>
    public string ResponseUrl => $"{_app.Urls.First()}/respond";

    public static async Task<SlackSide> StartAsync(int people)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var inboxes = Enumerable.Range(0, people).Select(_ => new SlackInbox()).ToArray();
        app.Run(http => TakeAsync(http, inboxes));
        await app.StartAsync();
        return new SlackSide(app, inboxes);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task TakeAsync(HttpContext http, SlackInbox[] inboxes)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var method = http.Request.Path.Value!;
        if (method == "/api/chat.postMessage")
        {
            inboxes[PersonOf(body.GetBuffer().AsSpan(0, (int)body.Length))].Take(body.ToArray());
        }

        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(method switch
        {
            "/api/users.info" => """{"ok":true,"user":{"name":"sam","tz":"Etc/UTC","locale":"en-US","profile":{"display_name":"Sam Rep"}}}""",
            "/api/auth.test" => """{"ok":true,"team_id":"T0","user_id":"UBOT","bot_id":"BBOT"}""",
            "/api/chat.postMessage" => """{"ok":true,"ts":"1795408023.000100"}""",
            _ => """{"ok":true}""",
        });
    }

    private static int PersonOf(ReadOnlySpan<byte> json)
    {
        var from = json[(json.LastIndexOf("\"channel\":\"D"u8) + 12)..];
        return int.Parse(from[..from.IndexOf((byte)'"')], CultureInfo.InvariantCulture);
    }
}
