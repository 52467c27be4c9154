using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Channels.Slack.Sending;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;

namespace LeadBot.Channels.Slack;

/// <summary>Writes to people in Slack: messages and threads, what one person alone sees, and their App Home.</summary>
internal sealed class SlackChannel(SlackWebApi api, DirectChannels directs, Saying saying) : IChannel
{
    internal const string ChannelName = "slack";

    /// <summary>What an admin has to mend is not mended within minutes.</summary>
    private static readonly TimeSpan s_mending = TimeSpan.FromMinutes(15);

    public string Name => ChannelName;

    /// <summary>Four a second, 240 a minute: Slack takes "several hundred" a minute into a workspace.</summary>
    public TimeSpan Apart => TimeSpan.FromMilliseconds(250);

    public async Task<Sent> SendAsync(string address, Card card, CancellationToken cancellationToken) => SlackAddress.Read(address) switch
    {
        { View: SlackView.Home, User: { } user } to => await PublishAsync(to, user, card, cancellationToken),
        { View: SlackView.Ephemeral, User: not null } to => Sent(await saying.ToOneAsync(to, card, cancellationToken)),
        { View: SlackView.Message, Channel: { } channel } to => Sent(await saying.ToAllAsync(to.Tenant, channel, to.Thread, card, cancellationToken)),
        _ => new Sent.GiveUp("The address is none of Slack's."),
    };

    public async Task<Opened> OpenDirectAsync(string address, CancellationToken cancellationToken)
    {
        if (SlackAddress.Read(address) is not { User: { } user } at)
        {
            return new Opened.Never("The address names nobody in Slack.");
        }

        var (channel, answer) = await directs.OpenAsync(at.Tenant, user, cancellationToken);
        return channel is not null
            ? new Opened.Direct($"{at.Team}:{channel}", new SlackAddress(at.Team, at.Enterprise, channel, null, user).ToString())
            : Sent(answer) switch
            {
                Sent.TryAgain again => new Opened.TryAgain(again.Why, again.After),
                Sent.GiveUp given => new Opened.Never(given.Why),
                Sent.Gone gone => new Opened.Never(gone.Why),
                _ => throw new InvalidOperationException("Slack opened a conversation and did not."),
            };
    }

    private async Task<Sent> PublishAsync(SlackAddress to, string user, Card card, CancellationToken cancellationToken)
    {
        var published = await api.CallAsync(to.Tenant, "views.publish", new JsonObject { ["user_id"] = user, ["view"] = Homes.Of(card) }, cancellationToken);
        // A page is drawn anew when it is opened next; until then an old one is no use.
        return published is SlackResult.Refused refused ? new Sent.GiveUp(refused.Why) : Sent(published);
    }

    private static Sent Sent(SlackResult result) => result switch
    {
        SlackResult.Ok ok => new Sent.Delivered(ok.Text("ts") ?? ok.Text("message_ts")),
        SlackResult.TryAgain again => new Sent.TryAgain(again.Why, again.After),
        SlackResult.Refused refused => SlackErrors.Remedy(refused.Error) switch
        {
            SlackRemedy.Gone => new Sent.Gone(refused.Why),
            SlackRemedy.TokenDead or SlackRemedy.TellAdmin => new Sent.TryAgain(refused.Why, s_mending),
            _ => new Sent.GiveUp(refused.Why),
        },
        _ => throw new InvalidOperationException("There is no other result."),
    };
}
