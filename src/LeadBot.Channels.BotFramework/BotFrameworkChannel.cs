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
    CloudAdapter adapter, IOptions<BotFrameworkOptions> options, ServiceUrls serviceUrls, TimeProvider clock, ILogger<BotFrameworkChannel> log) : IChannel
{
    internal const string ChannelName = "botframework";

    /// <summary>How long one message may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly BotFrameworkOptions options = options.Value;

    public string Name => ChannelName;

    public Task<Sent> SendAsync(string address, Card card, CancellationToken cancellationToken) =>
        AttemptAsync(
            address,
            async (to, stop) =>
            {
                string? id = null;
                var activity = CardActivities.Of(card, to, options.IsLocal);
                await ContinueAsync(to.ToReference(), async (turn, token) => id = (await turn.SendActivityAsync(activity, token))?.Id, stop);
                return new Sent.Delivered(id);
            },
            cancellationToken);

    public async Task<Opened> OpenDirectAsync(string address, CancellationToken cancellationToken)
    {
        Address? direct = null;
        var attempt = await AttemptAsync(
            address,
            async (at, stop) =>
            {
                direct = at.IsDirect ? at : await CreateAsync(at, stop);
                return direct is null ? new Sent.GiveUp("The channel made no conversation.") : new Sent.Delivered(null);
            },
            cancellationToken);
        return attempt switch
        {
            Sent.TryAgain again => new Opened.TryAgain(again.Why, again.After),
            Sent.GiveUp given => new Opened.Never(given.Why),
            Sent.Gone gone => new Opened.Never(gone.Why),
            _ => new Opened.Direct(direct!.Conversation.Id, direct.ToString()),
        };
    }

    private async Task<Sent> AttemptAsync(string address, Func<Address, CancellationToken, Task<Sent>> attempt, CancellationToken cancellationToken)
    {
        if (Address.Read(address) is not { } to)
        {
            return new Sent.GiveUp("The address is not a conversation reference.");
        }

        if (!serviceUrls.Allows(to.ServiceUrl))
        {
            return new Sent.GiveUp(options.IsLocal ? "In local mode nothing is sent beyond this machine." : "Nothing is sent to a host that is not in Teams:ServiceHosts.");
        }

        using var slow = new CancellationTokenSource(Timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, slow.Token);
        try
        {
            return await attempt(to, stop.Token);
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

    /// <summary>The channel makes it or finds the one there is; null when it names none.</summary>
    private async Task<Address?> CreateAsync(Address from, CancellationToken cancellationToken)
    {
        string? id = null;
        await adapter.CreateConversationAsync(
            options.IsLocal ? "" : options.MicrosoftAppId!,
            from.ChannelId,
            from.ServiceUrl,
            null,
            DirectConversations.With(from),
            (turn, _) =>
            {
                id = turn.Activity.Conversation?.Id;
                return Task.CompletedTask;
            },
            cancellationToken);
        return string.IsNullOrEmpty(id) ? null : from.Direct(id);
    }
}
