namespace Microsoft.Bot.Schema.Teams;

/// <summary>A member of a team or a chat, as Teams knows them.</summary>
public sealed class TeamsChannelAccount : ChannelAccount
{
}
