using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Incoming;
using LeadBot.Channels.Slack.Sending;

namespace LeadBot.Channels.Slack.Lookups;

/// <summary>In which channels the bot is.</summary>
internal sealed class SlackMembership(SlackWebApi api)
{
    /// <summary>Whether it is in that one; not when Slack does not say.</summary>
    public async Task<bool> IsInAsync(SlackTenant tenant, string channel, CancellationToken cancellationToken) =>
        await api.CallAsync(tenant, "conversations.info", new JsonObject { ["channel"] = channel }, cancellationToken) is SlackResult.Ok { Answer: var said }
        && said.Says("channel", "is_member");
}
