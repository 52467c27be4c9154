using System.Security.Claims;
using LeadBot.Channels.BotFramework.Cards;
using LeadBot.Channels.BotFramework.Sending;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace LeadBot.Channels.BotFramework;

/// <summary>Writes to people in Teams, Web Chat and every other channel of the Bot Framework.</summary>
public sealed class BotFrameworkChannel(
    CloudAdapter adapter, IOptions<BotFrameworkOptions> options, TimeProvider clock, ILogger<BotFrameworkChannel> log) : IChannel
{
    internal const string ChannelName = "botframework";

    /// <summary>How long one message may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly BotFrameworkOptions options = options.Value;

    public string Name => ChannelName;

    public async Task<Sent> SendAsync(string address, Card card, CancellationToken cancellationToken)
    {
        if (Address.Read(address) is not { } to)
        {
            return new Sent.GiveUp("The address is not a conversation reference.");
        }

        if (options.IsLocal && !LocalOnly.Allows(to.ServiceUrl))
        {
            return new Sent.GiveUp("In local mode nothing is sent beyond this machine.");
        }

        using var slow = new CancellationTokenSource(Timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, slow.Token);
        try
        {
            string? id = null;
            var activity = CardActivities.Of(card, to.ChannelId);
            await ContinueAsync(to.ToReference(), async (turn, token) => id = (await turn.SendActivityAsync(activity, token))?.Id, stop.Token);
            return new Sent.Delivered(id);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Sent.TryAgain($"No answer within {Timeout.TotalSeconds:0} s.");
        }
        catch (ErrorResponseException refused)
        {
            return Refusals.Read(refused, clock.GetUtcNow());
        }
        catch (HttpRequestException unreachable)
        {
            return new Sent.TryAgain($"The channel cannot be reached: {unreachable.HttpRequestError}.");
        }
        catch (MsalException noToken)
        {
            log.NoToken(noToken.ErrorCode);
            return new Sent.TryAgain($"The bot cannot get its own token: {noToken.ErrorCode}.");
        }
    }

    // Without an app id there is no identity to continue under but an anonymous one, as for what comes in.
    private Task ContinueAsync(ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        options.IsLocal
            ? adapter.ContinueConversationAsync(new ClaimsIdentity(), reference, callback, cancellationToken)
            : adapter.ContinueConversationAsync(options.MicrosoftAppId!, reference, callback, cancellationToken);

    public Task<Opened> OpenDirectAsync(string address, CancellationToken cancellationToken) =>
        Task.FromResult<Opened>(new Opened.Never("Not known here."));
}
