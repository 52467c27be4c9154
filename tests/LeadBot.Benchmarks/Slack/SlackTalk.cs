using System.Diagnostics;
using LeadBot.Benchmarks.Load;
using LeadBot.Benchmarks.Measured;

namespace LeadBot.Benchmarks.Slack;

/// <summary>Somebody in Slack who talks one deal after the other through to its verdict, in their direct conversation with the bot.</summary>
/// <param name="prospect">What the names of all deals begin with.</param>
internal sealed class SlackTalk(int number, SlackRequests requests, SlackInbox inbox, string prospect = "Northwind")
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private int _deal;
    private int _said;

    /// <summary>Says hello and waits for the reply.</summary>
    public Task GreetAsync(Samples samples) => SayAsync(samples, () => requests.TypeAsync(number, ++_said, "hello bot"));

    /// <summary>Answers what was asked last; begins the next deal when there was a verdict.</summary>
    public Task SayNextAsync(Samples samples)
    {
        if (_deal == 0 || inbox.Reply.IsVerdict)
        {
            var name = $"qualify {prospect} {number} {++_deal}";
            return SayAsync(samples, () => requests.TypeAsync(number, ++_said, name));
        }

        var answer = Walk.All[(number + _deal) % Walk.All.Count].To(inbox.Reply.Question);
        return SayAsync(samples, answer.Typed is { } text
            ? () => requests.TypeAsync(number, ++_said, text)
            : () => requests.PressAsync(number, ++_said, inbox.Reply.ButtonFor(answer.Outcome)));
    }

    private async Task SayAsync(Samples samples, Func<Task> say)
    {
        var replied = inbox.ExpectAsync();
        var sent = Stopwatch.GetTimestamp();
        await say();
        var response = Stopwatch.GetTimestamp();
        samples.Add(sent, response, await replied.WaitAsync(s_patience));
    }
}
