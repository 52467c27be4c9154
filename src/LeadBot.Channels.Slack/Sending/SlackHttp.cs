using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>One request to Slack and what came of it; who asks brings the token.</summary>
internal sealed class SlackHttp(IHttpClientFactory http, IOptions<SlackOptions> options, RateLimits limits, TimeProvider clock, ILogger<SlackHttp> log)
{
    /// <summary>The named client.</summary>
    public const string Client = "LeadBot.Slack";

    /// <summary>How long one call may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>An answer to any of our calls is a few kilobytes.</summary>
    public const int MostBytes = 1024 * 1024;

    private static readonly TimeSpan s_unsaid = TimeSpan.FromSeconds(1);

    // What goes out is read by Slack alone, never by a page.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Uri api = new(options.Value.ApiBaseUrl);

    /// <summary>
    /// Calls a method of the Web API. What has blocks or a view in it goes as JSON, as Slack wants such bodies; anything else
    /// as a form, which is the one body every method reads.
    /// </summary>
    /// <param name="tenant">Whose limits count.</param>
    public async Task<SlackResult> PostAsync(string method, SlackTenant tenant, AuthenticationHeaderValue? authorization, JsonObject body, CancellationToken cancellationToken)
    {
        if (limits.Left(method, tenant) is { } left)
        {
            return new SlackResult.TryAgain($"Slack asked to wait with {method}.", left);
        }

        foreach (var unsaid in body.Where(field => field.Value is null).Select(field => field.Key).ToList())
        {
            body.Remove(unsaid);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, method))
        {
            Content = body.Any(field => field.Value is JsonArray or JsonObject)
                ? Json(body)
                : new FormUrlEncodedContent(body.Select(field => KeyValuePair.Create(field.Key, Text(field.Value!)))),
        };
        request.Headers.Authorization = authorization;
        var result = await SendAsync(request, (said, answer) => Read(method, tenant, said, answer), cancellationToken);
        if (result is SlackResult.TryAgain { After: { } wait })
        {
            log.SlackSlowsDown(method, tenant.Team, wait.TotalSeconds);
            limits.Keep(method, tenant, wait);
        }

        return result;
    }

    /// <summary>Answers a command or a press at the address it brought, as JSON.</summary>
    public async Task<SlackResult> RespondAsync(string responseUrl, JsonObject body, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(responseUrl, UriKind.Absolute, out var url) || !IsSlacks(url))
        {
            return new SlackResult.Refused("response_url");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Json(body) };
        return await SendAsync(request, ReadPlain, cancellationToken);
    }

    private async Task<SlackResult> SendAsync(HttpRequestMessage request, Func<HttpResponseMessage, byte[], SlackResult> read, CancellationToken cancellationToken)
    {
        using var slow = new CancellationTokenSource(Timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, slow.Token);
        try
        {
            using var client = http.CreateClient(Client);
            using var response = await client.SendAsync(request, stop.Token);
            return read(response, await response.Content.ReadAsByteArrayAsync(stop.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SlackResult.TryAgain($"No answer from Slack within {Timeout.TotalSeconds:0} s.");
        }
        catch (HttpRequestException unreachable)
        {
            return new SlackResult.TryAgain($"Slack cannot be reached: {unreachable.HttpRequestError}.");
        }
    }

    private SlackResult Read(string method, SlackTenant tenant, HttpResponseMessage response, byte[] body)
    {
        if (Object(body) is not { } answer || !answer.TryGetProperty("ok", out var ok))
        {
            return Failed(response) ?? new SlackResult.TryAgain($"Slack answered {method} with {(int)response.StatusCode} and no result.");
        }

        if (ok.ValueKind == JsonValueKind.True)
        {
            return new SlackResult.Ok(answer);
        }

        var error = Word(answer, "error") ?? "no_reason";
        var remedy = SlackErrors.Remedy(error);
        if (remedy == SlackRemedy.TryAgain || Failed(response) is SlackResult.TryAgain)
        {
            return new SlackResult.TryAgain($"Slack answered {method} with {error}.", Wait(response, error));
        }

        if (remedy is SlackRemedy.TokenDead or SlackRemedy.TellAdmin)
        {
            log.SlackNeedsAdmin(method, tenant.Team, error);
        }

        return new SlackResult.Refused(error, Word(answer, "needed"));
    }

    // It answers "ok", an object, or the plain word for what is wrong.
    private SlackResult ReadPlain(HttpResponseMessage response, byte[] body)
    {
        var said = Object(body) is { } answer ? Word(answer, "error") : System.Text.Encoding.UTF8.GetString(body).Trim();
        return Failed(response) is SlackResult.TryAgain again ? again
            : !response.IsSuccessStatusCode || said is not (null or "ok" or "") ? new SlackResult.Refused(IsWord(said) ? said! : Http(response))
            : new SlackResult.Ok(default);
    }

    private SlackResult? Failed(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
            new SlackResult.TryAgain($"Slack answered {(int)response.StatusCode}.", Wait(response, null)),
        >= HttpStatusCode.MultipleChoices => new SlackResult.Refused(Http(response)),
        _ => null,
    };

    private TimeSpan? Wait(HttpResponseMessage response, string? error)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? asked?.Date - clock.GetUtcNow();
        var slow = response.StatusCode == HttpStatusCode.TooManyRequests || error is "ratelimited" or "rate_limited";
        return wait > TimeSpan.Zero ? wait : slow ? s_unsaid : null;
    }

    private bool IsSlacks(Uri url) => (api.IsLoopback && url.IsLoopback && url.Scheme is "http" or "https")
        || (url.Scheme == Uri.UriSchemeHttps && url is { Host: "hooks.slack.com", IsDefaultPort: true });

    private static string Http(HttpResponseMessage response) => $"http_{(int)response.StatusCode}";

    /// <summary>Of a known length, so that it goes out in one piece.</summary>
    private static ByteArrayContent Json(JsonObject body) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body, s_json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };

    private static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(s_json);

    private static string? Word(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var said) && said.ValueKind == JsonValueKind.String && IsWord(said.GetString()) ? said.GetString() : null;

    /// <summary>Slack's words are kept and shown, so nothing else passes for one.</summary>
    private static bool IsWord(string? said) => said is { Length: > 0 and <= 200 } && said.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or ':' or '.' or ',' or '-');

    private static JsonElement? Object(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
