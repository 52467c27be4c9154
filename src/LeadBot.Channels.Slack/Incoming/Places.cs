using LeadBot.Dialog.Incoming;
using LeadBot.Domain;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>The conversations of Slack: which one an address is in.</summary>
internal static class Places
{
    public static WorkspaceId Workspace(SlackTenant tenant) => SlackAddress.Workspace(tenant.Team);

    public static bool IsDirect(string? channel) => channel is ['D', ..];

    public static Place Of(SlackAddress address)
    {
        var (team, channel, thread) = (address.Team, address.Channel, address.Thread);
        return address switch
        {
            { View: SlackView.Home } => Place(Home(address), PlaceKind.Home),
            { View: SlackView.Ephemeral } => Place($"{team}:{channel}:only:{address.User}", PlaceKind.Ephemeral, IsDirect(channel) ? null : channel),
            { Channel: null } => Place(team, PlaceKind.Direct),
            _ when IsDirect(channel) => Place($"{team}:{channel}", PlaceKind.Direct),
            _ => Place(thread is null ? $"{team}:{channel}" : $"{team}:{channel}:{thread}", PlaceKind.Thread, channel),
        };

        Place Place(string conversation, PlaceKind kind, string? teamChannel = null) => new(
            SlackChannel.ChannelName,
            Workspace(address.Tenant),
            conversation,
            kind,
            teamChannel,
            address.ToString(),
            teamChannel is null ? null : new SlackAddress(team, address.Enterprise, channel, null, address.User).ToString())
        {
            Organisation = address.Enterprise is { } organisation ? SlackAddress.Workspace(organisation) : null,
        };
    }

    /// <summary>The person's App Home.</summary>
    public static SlackAddress HomeOf(SlackAddress address) => new(address.Team, address.Enterprise, null, null, address.User, SlackView.Home);

    /// <summary>The direct conversation with the person.</summary>
    public static SlackAddress DirectOf(SlackAddress address, string channel) => new(address.Team, address.Enterprise, channel, null, address.User);

    private static string Home(SlackAddress address) => $"{address.Team}:home:{address.User}";
}
