using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Incoming;
using LeadBot.Channels.Slack.Sending;

namespace LeadBot.Channels.Slack.Lookups;

/// <summary>In which channels the bot is.</summary>
internal sealed class SlackMembership(SlackWebApi api, TimeProvider clock)
{
    /// <summary>How long it is taken to be still there.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(10);

    private const int Most = 10_000;

    private readonly Recent<(SlackTenant Tenant, string Channel), DateTimeOffset> known = new(Most);

    /// <summary>Whether it is in that one; null when Slack does not say in time.</summary>
    public async Task<bool?> IsInAsync(SlackTenant tenant, string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (known.TryGet((tenant, channel), out var until) && now < until)
        {
            return true;
        }

        using var patience = new CancellationTokenSource(SlackPeople.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            switch (await api.CallAsync(tenant, "conversations.info", new JsonObject { ["channel"] = channel }, either.Token))
            {
                case SlackResult.Ok { Answer: var said } when said.Says("channel", "is_member"):
                    known.Keep((tenant, channel), now + s_fresh);
                    return true;
                case SlackResult.Ok:
                case SlackResult.Refused { Error: "channel_not_found" }:
                    return false;
                default:
                    return null;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
