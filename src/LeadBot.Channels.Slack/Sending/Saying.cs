using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Channels.Slack.Incoming;
using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>Says something to everybody in a channel, or to one person alone.</summary>
internal sealed class Saying(SlackWebApi api, DirectChannels directs, Pace pace, TimeProvider clock)
{
    /// <param name="thread">Null: into the channel itself.</param>
    public Task<SlackResult> ToAllAsync(SlackTenant tenant, string channel, string? thread, Card card, CancellationToken cancellationToken) =>
        CallAsync(tenant, "chat.postMessage", channel, thread, SlackMessages.Of(card), cancellationToken);

    /// <summary>As the answer to a command or press while that is possible, else in the channel; where they or the bot are not, directly.</summary>
    /// <param name="to">Where they are, and who: its user is not null.</param>
    public async Task<SlackResult> ToOneAsync(SlackAddress to, Card card, CancellationToken cancellationToken)
    {
        if (to is { ResponseUrl: { } url, RespondBefore: { } end } && end > clock.GetUtcNow() && await RespondAsync(url, to.Thread, card, cancellationToken) is var answered and not SlackResult.Refused)
        {
            return answered;
        }

        // A message to a person opens the direct conversation with them.
        var there = await ThereAsync(to, to.Channel ?? to.User!, card, cancellationToken);
        if (to.Channel is null || there is not SlackResult.Refused { Error: var error } || SlackErrors.Remedy(error) != SlackRemedy.Gone)
        {
            return there;
        }

        var (direct, opened) = await directs.OpenAsync(to.Tenant, to.User!, cancellationToken);
        return direct is null ? opened
            : direct == to.Channel ? there
            : await ToAllAsync(to.Tenant, direct, null, card, cancellationToken);
    }

    private Task<SlackResult> RespondAsync(string url, string? thread, Card card, CancellationToken cancellationToken)
    {
        var message = SlackMessages.Of(card);
        (message["response_type"], message["replace_original"]) = ("ephemeral", false);
        if (thread is not null)
        {
            message["thread_ts"] = thread;
        }

        return api.RespondAsync(url, message, cancellationToken);
    }

    private Task<SlackResult> ThereAsync(SlackAddress to, string channel, Card card, CancellationToken cancellationToken)
    {
        if (to.Channel is null || Places.IsDirect(channel))
        {
            return ToAllAsync(to.Tenant, channel, null, card, cancellationToken);
        }

        var message = SlackMessages.Of(card);
        message["user"] = to.User;
        return CallAsync(to.Tenant, "chat.postEphemeral", channel, to.Thread, message, cancellationToken);
    }

    private async Task<SlackResult> CallAsync(SlackTenant tenant, string method, string channel, string? thread, JsonObject message, CancellationToken cancellationToken)
    {
        if (await pace.TakeAsync(tenant, channel, cancellationToken) is { } after)
        {
            return new SlackResult.TryAgain("The channel gets a message a second at most.", after);
        }

        (message["channel"], message["thread_ts"]) = (channel, thread);
        return await api.CallAsync(tenant, method, message, cancellationToken);
    }
}
