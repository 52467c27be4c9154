using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LeadBot.Scenarios.Slack;

/// <summary>What goes wrong with the next calls, by method, one each.</summary>
internal sealed class Faults
{
    /// <summary>In place of a method: the addresses that take answers.</summary>
    public const string Response = "response_url";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<(int Status, string Body, string? RetryAfter)>> _faults = new();

    public void Fail(string method, string error) => Add(method, 200, $$"""{"ok":false,"error":"{{error}}"}""", null, 1);

    /// <summary>It comes too soon.</summary>
    public void Limit(string method, int seconds) => Add(method, 429, """{"ok":false,"error":"ratelimited"}""", $"{seconds}", 1);

    /// <summary>Slack is broken.</summary>
    public void Break(string method, int times = 1) => Add(method, 503, "<html>", null, times);

    /// <summary>What goes wrong with this call; null: nothing.</summary>
    public IResult? Next(HttpContext http, string method)
    {
        if (!_faults.TryGetValue(method, out var faults) || !faults.TryDequeue(out var fault))
        {
            return null;
        }

        http.Response.Headers.RetryAfter = fault.RetryAfter;
        return Results.Text(fault.Body, "application/json", Encoding.UTF8, fault.Status);
    }

    private void Add(string method, int status, string body, string? retryAfter, int times)
    {
        for (var left = times; left > 0; left--)
        {
            _faults.GetOrAdd(method, _ => new()).Enqueue((status, body, retryAfter));
        }
    }
}
