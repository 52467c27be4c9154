using System.Diagnostics;
using LeadBot.Benchmarks.Measured;

namespace LeadBot.Benchmarks.Slack;

/// <summary>The load run through <c>/slack/events</c> and <c>/slack/interactions</c>, every request signed.</summary>
internal static class SlackRun
{
    /// <summary>
    /// People in all, however many talk at once: Slack takes about one message a second in a conversation, and LeadBot
    /// keeps to that, so that everybody must have enough others between two of their own messages.
    /// </summary>
    private const int People = 8000;

    public static async Task<Figures> RunAsync(Plan plan, int clients)
    {
        using var data = new ScratchDirectory();
        await using var slack = await SlackSide.StartAsync(People);
        var settings = new Dictionary<string, string>
        {
            ["Slack__SigningSecret"] = SlackRequests.Secret,
            ["Slack__BotToken"] = "xoxb-placeholder",
            ["Slack__ApiBaseUrl"] = slack.ApiBaseUrl,
        };
        await using var host = await StartedProcess.StartAsync("LeadBot.Host.dll", settings, "--urls", "http://127.0.0.1:0", "--data-directory", data.Path);
        using var requests = new SlackRequests(host.Address, slack.ResponseUrl);
        var talks = slack.Inboxes.Select((inbox, number) => new SlackTalk(number, requests, inbox)).ToList();
        await talks[0].GreetAsync(new Samples());
        var firstAnswer = Stopwatch.GetElapsedTime(host.Started);
        return await Window.MeasureAsync(plan, [host], [.. talks.Chunk(People / clients).Take(clients).Select(own => (Func<Samples, Task>)(samples => WalkAsync(own, samples)))], replies: true, firstAnswer);
    }

    /// <summary>One message of each in turn.</summary>
    private static async Task WalkAsync(SlackTalk[] own, Samples samples)
    {
        while (samples.GoOn)
        {
            foreach (var talk in own)
            {
                if (!samples.GoOn)
                {
                    return;
                }

                await talk.SayNextAsync(samples);
            }
        }
    }
}
