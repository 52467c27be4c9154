using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using LeadBot.Channels.Slack.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Moq.Protected;

namespace LeadBot.Channels.Slack.Tests.Sending;

/// <summary>The channel's own services with scripted answers in place of Slack.</summary>
internal sealed class ScriptedSlack : IDisposable
{
    public static readonly SlackTenant Acme = new("T1", null);

    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly ServiceProvider _services;

    public ScriptedSlack(params (string Key, string? Value)[] settings)
    {
        var handler = new Mock<HttpMessageHandler>();
        handler.Protected()
            .Setup<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .Returns<HttpRequestMessage, CancellationToken>(async (request, stop) =>
            {
                Calls.Add(await Call.OfAsync(request));
                return await _answers.Dequeue()(request, stop);
            });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        services.AddSlack(new ConfigurationBuilder().AddInMemoryCollection(
            [
                .. new Dictionary<string, string?> { ["Slack:SigningSecret"] = "s", ["Slack:BotToken"] = "xoxb-1" }.Where(s => settings.All(given => given.Key != s.Key)),
                .. settings.Select(given => KeyValuePair.Create(given.Key, given.Value)),
            ]).Build());
        services.AddHttpClient(SlackHttp.Client).ConfigurePrimaryHttpMessageHandler(() => handler.Object);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>What was asked of Slack, in order.</summary>
    public List<Call> Calls { get; } = [];

    public SlackWebApi Api => Get<SlackWebApi>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ScriptedSlack Answers(string body, HttpStatusCode status = HttpStatusCode.OK, string? retryAfter = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) };
        if (retryAfter is not null)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        _answers.Enqueue((_, _) => Task.FromResult(answer));
        return this;
    }

    public ScriptedSlack Refuses(string error) => Answers($$"""{"ok":false,"error":"{{error}}"}""");

    public ScriptedSlack Fails(Exception failure)
    {
        _answers.Enqueue((_, _) => Task.FromException<HttpResponseMessage>(failure));
        return this;
    }

    /// <summary>Says nothing until the caller's patience has ended.</summary>
    public ScriptedSlack IsSilent()
    {
        _answers.Enqueue(async (_, stop) =>
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            using var ended = stop.Register(() => never.SetCanceled(stop));
            Clock.Advance(SlackHttp.Timeout);
            return await never.Task;
        });
        return this;
    }

    public Task<SlackResult> CallAsync(string method = "chat.postMessage", SlackTenant? tenant = null, JsonObject? body = null) =>
        Api.CallAsync(tenant ?? Acme, method, body ?? [], TestContext.Current.CancellationToken);

    public void Dispose() => _services.Dispose();

    /// <summary>One request.</summary>
    /// <param name="Fields">Of a form, or of a JSON object with its values as JSON.</param>
    internal sealed record Call(Uri Url, string? Token, string Type, IReadOnlyDictionary<string, string> Fields)
    {
        public string Method => Url.Segments[^1];

        /// <summary>A field that is JSON.</summary>
        public JsonNode? Json(string field) => JsonNode.Parse(Fields[field]);

        public static async Task<Call> OfAsync(HttpRequestMessage request)
        {
            var text = await request.Content!.ReadAsStringAsync();
            var type = request.Content.Headers.ContentType!.MediaType!;
            IReadOnlyDictionary<string, string> fields;
            if (type == "application/json")
            {
                fields = JsonNode.Parse(text)!.AsObject().ToDictionary(f => f.Key, f => f.Value!.ToString());
            }
            else
            {
                var form = HttpUtility.ParseQueryString(text);
                fields = form.AllKeys.ToDictionary(key => key!, key => form[key]!);
            }

            return new Call(request.RequestUri!, request.Headers.Authorization?.ToString(), type, fields);
        }
    }
}
