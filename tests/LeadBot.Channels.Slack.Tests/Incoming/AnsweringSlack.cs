using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Tests.Sending;

namespace LeadBot.Channels.Slack.Tests.Incoming;

/// <summary>Slack's side of the calls: it knows a few people and says "ok" to everything else, unless the test says otherwise.</summary>
internal sealed class AnsweringSlack : HttpMessageHandler
{
    private readonly ConcurrentQueue<ScriptedSlack.Call> _calls = new();

    /// <summary>What was asked of Slack, in order.</summary>
    public IReadOnlyList<ScriptedSlack.Call> Calls => [.. _calls];

    /// <summary>What it says to a method, or to a response_url by its path; null: never an answer.</summary>
    public ConcurrentDictionary<string, Func<ScriptedSlack.Call, Task<string>>> Answers { get; } = new();

    /// <summary>Calls of a method.</summary>
    public IReadOnlyList<ScriptedSlack.Call> Of(string method) => [.. _calls.Where(call => call.Method == method)];

    public void Says(string method, string answer) => Answers[method] = _ => Task.FromResult(answer);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = await ScriptedSlack.Call.OfAsync(request);
        _calls.Enqueue(call);
        var answer = Answers.TryGetValue(call.Method, out var said) ? await said(call).WaitAsync(cancellationToken) : Usual(call);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8) };
    }

    private static string Usual(ScriptedSlack.Call call) => call.Method switch
    {
        "users.info" => User(call.Fields["user"]),
        "conversations.open" => $$$"""{"ok":true,"channel":{"id":"D{{{call.Fields["users"][1..]}}}"}}""",
        "conversations.info" => """{"ok":true,"channel":{"id":"C1","is_member":true}}""",
        "auth.test" => $$"""{"ok":true,"user_id":"{{Payloads.Bot}}"}""",
        _ => """{"ok":true}""",
    };

    private static string User(string id) => new JsonObject
    {
        ["ok"] = true,
        ["user"] = new JsonObject
        {
            ["id"] = id,
            ["name"] = id.ToLowerInvariant(),
            ["tz"] = "Europe/Berlin",
            ["locale"] = "de-DE",
            ["profile"] = new JsonObject { ["real_name"] = $"{id[1]}{id[2..].ToLowerInvariant()} Smith", ["display_name"] = $"{id[1]}{id[2..].ToLowerInvariant()}" },
        },
    }.ToJsonString();
}
