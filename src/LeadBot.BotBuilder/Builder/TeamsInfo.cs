using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What Teams tells of itself when asked.</summary>
public static class TeamsInfo
{
    /// <summary>Who somebody is, in the team or chat the turn is in.</summary>
    /// <param name="turnContext">The turn as <see cref="IBot.OnTurnAsync"/> gets it.</param>
    /// <param name="userId">Teams' id of them.</param>
    /// <exception cref="ErrorResponseException">Teams refused it, or they are not there.</exception>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        if (turnContext is not TurnContext { Connector: { } connector, Activity: var activity })
        {
            throw new ArgumentException("Only the turn itself has a way to Teams.", nameof(turnContext));
        }

        var team = activity.TryGetChannelData<TeamsChannelData>(out var teams) ? teams?.Team?.Id : null;
        return connector.GetMemberAsync(activity.ServiceUrl ?? "", team ?? activity.Conversation?.Id ?? "", userId, cancellationToken);
    }
}
