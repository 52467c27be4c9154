using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>The direct conversation with each person; it stays the same, so Slack is asked once.</summary>
internal sealed class DirectChannels(SlackWebApi api)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(SlackTenant, string User), string> known = new();

    /// <returns>Its id, <c>D…</c>; null with what Slack answered instead.</returns>
    public async Task<(string? Channel, SlackResult Answer)> OpenAsync(SlackTenant tenant, string user, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((tenant, user), out var channel))
        {
            return (channel, new SlackResult.Ok(default));
        }

        var answer = await api.CallAsync(tenant, "conversations.open", new JsonObject { ["users"] = user }, cancellationToken);
        if ((answer as SlackResult.Ok)?.Text("channel", "id") is not { } opened)
        {
            return (null, answer is SlackResult.Ok ? new SlackResult.TryAgain("Slack named no conversation.") : answer);
        }

        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[(tenant, user)] = opened;
        return (opened, answer);
    }
}
