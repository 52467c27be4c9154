using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>Teams leaves the name out of whoever installs the bot or adds it somewhere, who may become its first admin: it is asked for.</summary>
internal static class SenderNames
{
    /// <summary>A turn waits no longer for a name, and goes on without.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public static async Task CompleteAsync(ITurnContext turn, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        if (turn.Activity is not { ChannelId: ChannelIds.Teams, From: { Id: { Length: > 0 } id, Name: null or "" } from, Conversation.Id.Length: > 0 })
        {
            return;
        }

        using var slow = new CancellationTokenSource(s_patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, slow.Token);
        try
        {
            var member = await TeamsInfo.GetMemberAsync(turn, id, stop.Token);
            from.Name = member.Name;
            from.AadObjectId ??= member.AadObjectId;
        }
        catch (Exception failure) when (
            failure is ErrorResponseException or HttpRequestException or MsalException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.NameUnknown((failure as ErrorResponseException)?.Body?.Error?.Code ?? failure.GetType().Name);
        }
    }
}
