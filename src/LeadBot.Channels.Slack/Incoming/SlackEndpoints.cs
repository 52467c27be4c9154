using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>
/// What Slack calls. First the signature over the bytes as they came, and nothing is parsed before: 401. Then 400 for what
/// Slack would not send, 413 for too much, 503 for what is to be sent again; else 200.
/// </summary>
internal sealed class SlackEndpoints(SlackSignature signature, SlackDesk desk, TimeProvider clock, ILogger<SlackEndpoints> log)
{
    /// <summary>A payload with a long message and its blocks is some tens of kilobytes.</summary>
    private const long MostBytes = 512 * 1024;

    public void Map(IEndpointRouteBuilder app)
    {
        Map(app, "/slack/events", (body, received) => WithJsonAsync(body, json => desk.HearEventAsync(json, received)));
        Map(app, "/slack/interactions", (body, received) => Form(body).TryGetValue("payload", out var payload)
            ? WithJsonAsync(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(payload)), json => desk.HearInteractionAsync(json, received))
            : Task.FromResult(SlackReply.Malformed));
        Map(app, "/slack/commands", (body, received) => desk.HearCommandAsync(Form(body), received));
    }

    private void Map(IEndpointRouteBuilder app, string path, Func<ReadOnlySequence<byte>, DateTimeOffset, Task<SlackReply>> hear) =>
        app.MapPost(path, http => AnswerAsync(http, hear)).WithMetadata(new BodyLimit());

    private async Task AnswerAsync(HttpContext http, Func<ReadOnlySequence<byte>, DateTimeOffset, Task<SlackReply>> hear)
    {
        var received = clock.GetUtcNow();
        try
        {
            var body = await WholeAsync(http.Request.BodyReader, http.RequestAborted);
            SlackReply reply;
            try
            {
                reply = IsSlacks(http.Request, body) ? await hear(body, received) : Stranger(http);
            }
            finally
            {
                http.Request.BodyReader.AdvanceTo(body.End);
            }

            await SayAsync(http, reply);
        }
        catch (BadHttpRequestException refused)
        {
            http.Response.StatusCode = refused.StatusCode;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidDataException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private SlackReply Stranger(HttpContext http)
    {
        log.NotSlacks(http.Request.Path);
        return new SlackReply(StatusCodes.Status401Unauthorized);
    }

    private bool IsSlacks(HttpRequest request, in ReadOnlySequence<byte> body) =>
        request.Headers[SlackSignature.TimestampHeader] is [var timestamp] && request.Headers[SlackSignature.SignatureHeader] is [var signed]
        && signature.IsValid(timestamp, signed, body);

    /// <summary>All of the body, where the server holds it anyway.</summary>
    private static async ValueTask<ReadOnlySequence<byte>> WholeAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async Task<SlackReply> WithJsonAsync(ReadOnlySequence<byte> text, Func<JsonElement, Task<SlackReply>> hear)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind == JsonValueKind.Object ? await hear(json.RootElement) : SlackReply.Malformed;
    }

    private static Dictionary<string, string> Form(in ReadOnlySequence<byte> body)
    {
        using var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueCountLimit = 100 };
        return reader.ReadForm().ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
    }

    private static async Task SayAsync(HttpContext http, SlackReply reply)
    {
        http.Response.StatusCode = reply.Status;
        http.Response.Headers.RetryAfter = reply == SlackReply.SendAgain ? "1" : default(StringValues);
        if (reply.Body is { } body)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
        }
    }

    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
