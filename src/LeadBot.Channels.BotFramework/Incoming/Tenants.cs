using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>The Entra tenant and the team channel an activity comes from.</summary>
internal static class Tenants
{
    public static string? Of(Activity activity)
    {
        if (activity.Conversation?.TenantId is { Length: > 0 } tenant)
        {
            return tenant;
        }

        return activity.TryGetChannelData<TeamsChannelData>(out var teams) && teams?.Tenant?.Id is { Length: > 0 } said ? said : null;
    }

    /// <summary>The channel a thread is in: what Teams says, else the thread's id without its message.</summary>
    public static string TeamChannelOf(Activity activity)
    {
        if (activity.TryGetChannelData<TeamsChannelData>(out var teams) && teams?.Channel?.Id is { Length: > 0 } said)
        {
            return said;
        }

        var thread = activity.Conversation!.Id!;
        var end = thread.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? thread : thread[..end];
    }
}
