using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadBot.Benchmarks.Load;

/// <summary>The channel's side: takes what the bot sends into the inbox of the walker whose number the service URL ends with.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private static readonly byte[] s_taken = [.. "{\"id\":\"1795408023794\"}"u8];

    private readonly WebApplication _app;

    private Connector(WebApplication app, Inbox[] inboxes) => (_app, Inboxes) = (app, inboxes);

    public IReadOnlyList<Inbox> Inboxes { get; }

    public static async Task<Connector> StartAsync(int walkers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var inboxes = Enumerable.Range(0, walkers).Select(_ => new Inbox()).ToArray();
        app.Run(http => TakeAsync(http, inboxes));
        await app.StartAsync();
        return new Connector(app, inboxes);
    }

    /// <summary>What the activities of that walker name as their service URL.</summary>
    public string ServiceUrlOf(int walker) => $"{_app.Urls.First()}/{walker}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task TakeAsync(HttpContext http, Inbox[] inboxes)
    {
        var path = http.Request.Path.Value.AsSpan(1);
        var walker = int.Parse(path[..path.IndexOf('/')], CultureInfo.InvariantCulture);
        await inboxes[walker].TakeAsync(http.Request.BodyReader);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = s_taken.Length;
        await http.Response.BodyWriter.WriteAsync(s_taken);
    }
}
