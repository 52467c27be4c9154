using LeadBot.Dialog.Channels;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Opening;
using Microsoft.Extensions.Options;

namespace LeadBot.Host.Delivery;

/// <summary>Delivers what waits in one held conversation, oldest first.</summary>
public sealed class ConversationDelivery(Store store, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<ConversationDelivery> logger)
{
    /// <summary>How long a channel may take for one message.</summary>
    public static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    /// <summary>What must be left of a lease before a message is sent: the send, and the marking of it.</summary>
    private static readonly TimeSpan s_lastSend = SendTimeout + TimeSpan.FromSeconds(2);

    /// <summary>Sends what is held and marks it in one write.</summary>
    /// <param name="onPutOff">Called when the conversation has to be claimed again later.</param>
    /// <returns>The conversation held anew with what else waits, or null when this process no longer holds it.</returns>
    public async Task<Held?> DeliverAsync(IChannel channel, Held held, Action onPutOff)
    {
        var settled = new List<Settled>(held.Messages.Count);
        foreach (var message in held.Messages)
        {
            var now = clock.GetUtcNow();
            if (held.LeaseUntil - now < s_lastSend)
            {
                break;
            }

            switch (GiveUpAt(message) <= now ? new Sent.GiveUp("it is too old") : await SendAsync(channel, held, message))
            {
                case Sent.Delivered delivered:
                    settled.Add(new Settled(message.Id, clock.GetUtcNow(), delivered.MessageId, null));
                    break;
                case Sent.GiveUp given:
                    settled.Add(Dead(held, message, given.Why));
                    break;
                case Sent.Gone gone:
                    settled.Add(Dead(held, message, gone.Why));
                    break;
                case Sent.TryAgain again:
                    var failures = 1 + (settled.Count > 0 ? 0 : held.Attempts);
                    var nextSendAt = clock.GetUtcNow() + Backoff.After(failures, again.After, Random.Shared.NextDouble());
                    if (nextSendAt < GiveUpAt(message))
                    {
                        await PutOffAsync(held, settled, nextSendAt, failures, again.Why);
                        onPutOff();
                        return null;
                    }

                    settled.Add(Dead(held, message, again.Why));
                    break;
            }
        }

        return await store.Gate.BackgroundAsync(session => Deliveries.Settle(session, held, settled, clock.GetUtcNow()), CancellationToken.None);
    }

    private DateTimeOffset GiveUpAt(WaitingMessage message) => message.SaidAt.AddHours(options.Value.GiveUpAfterHours);

    private Settled Dead(Held held, WaitingMessage message, string why)
    {
        Log.MessageGivenUp(logger, message.Id, held.Channel, why.TrimEnd('.'));
        return new Settled(message.Id, clock.GetUtcNow(), null, why);
    }

    private async Task PutOffAsync(Held held, List<Settled> settled, DateTimeOffset nextSendAt, int failures, string why)
    {
        if (failures == 1)
        {
            Log.DeliveryPutOff(logger, held.Conversation, held.Channel, why.TrimEnd('.'));
        }

        await store.Gate.BackgroundAsync(session => Deliveries.PutOff(session, held, settled, nextSendAt, failures), CancellationToken.None);
    }

    private async Task<Sent> SendAsync(IChannel channel, Held held, WaitingMessage message)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, clock);
        try
        {
            return await channel.SendAsync(held.Address, message.Card, timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Sent.TryAgain($"no answer within {SendTimeout.TotalSeconds} seconds");
        }
        catch (Exception failure)
        {
            Log.SendFailed(logger, failure, message.Id, held.Channel);
            return new Sent.TryAgain(failure.GetType().Name);
        }
    }
}
