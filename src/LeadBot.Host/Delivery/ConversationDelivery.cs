using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Host.Telemetry;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
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

    /// <summary>Opens the conversation if it has to be, sends what is held and marks it in one write.</summary>
    /// <param name="wake">Called when something else waits now, or the conversation has to be claimed again later.</param>
    /// <returns>The conversation held anew with what else waits, or null when this process no longer holds it.</returns>
    public async Task<Held?> DeliverAsync(IChannel channel, Held held, Action wake)
    {
        if (held.Unopened)
        {
            return await OpenAsync(channel, held, wake);
        }

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
                    await GoneAsync(held, settled, Departure.Refused, gone.Why);
                    wake();
                    return null;
                case Sent.TryAgain again:
                    var failures = 1 + (settled.Count > 0 ? 0 : held.Attempts);
                    var nextSendAt = clock.GetUtcNow() + Backoff.After(failures, again.After, Random.Shared.NextDouble());
                    if (nextSendAt < GiveUpAt(message))
                    {
                        await PutOffAsync(held, settled, nextSendAt, failures, again.Why);
                        wake();
                        return null;
                    }

                    settled.Add(Dead(held, message, again.Why));
                    break;
            }
        }

        return await SettleAsync(held, settled);
    }

    /// <summary>Leaves it to whoever claims it next.</summary>
    /// <returns>Null: this process no longer holds it.</returns>
    public async Task<Held?> LetGoAsync(Held held)
    {
        await store.Gate.BackgroundAsync(Scope.Delivery, session => Deliveries.PutOff(session, held, [], clock.GetUtcNow(), held.Attempts), CancellationToken.None);
        return null;
    }

    private async Task<Held?> OpenAsync(IChannel channel, Held held, Action wake)
    {
        switch (await AskAsync(stop => channel.OpenDirectAsync(held.Address, stop), why => new Opened.TryAgain(why), held))
        {
            case Opened.Direct direct:
                var opened = await store.Gate.BackgroundAsync(Scope.Of(held.Workspace), session => Openings.Keep(session, held, direct, clock.GetUtcNow()), CancellationToken.None);
                if (opened is null)
                {
                    wake();
                }

                return opened;
            case Opened.TryAgain again:
                var nextSendAt = clock.GetUtcNow() + Backoff.After(held.Attempts + 1, again.After, Random.Shared.NextDouble());
                var dead = held.Messages.Where(message => GiveUpAt(message) <= nextSendAt).Select(message => Dead(held, message, again.Why)).ToList();
                if (dead.Count == held.Messages.Count)
                {
                    return await SettleAsync(held, dead);
                }

                await PutOffAsync(held, dead, nextSendAt, held.Attempts + 1, again.Why);
                wake();
                return null;
            case Opened.Never never:
                await GoneAsync(held, [], Departure.NeverBegun, never.Why);
                wake();
                return null;
            default:
                throw new InvalidOperationException("There is no other way to open a conversation.");
        }
    }

    private async Task<Held?> SettleAsync(Held held, List<Settled> settled)
    {
        var next = await store.Gate.BackgroundAsync(
            Scope.Delivery,
            session =>
            {
                session.MayBeKeptTwice();
                return Deliveries.Settle(session, held, settled, clock.GetUtcNow());
            },
            CancellationToken.None);
        return next();
    }

    private async Task GoneAsync(Held held, List<Settled> settled, Departure how, string why)
    {
        Log.ConversationGone(logger, held.Conversation, held.Channel, why.TrimEnd('.'));
        await store.Gate.BackgroundAsync(
            Scope.Of(held.Workspace),
            session =>
            {
                var now = clock.GetUtcNow();
                Deliveries.Settle(session, held, settled, now);
                Departures.Keep(session, held.Workspace, held.Conversation, how, why, now);
                return true;
            },
            CancellationToken.None);
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

        await store.Gate.BackgroundAsync(Scope.Delivery, session => Deliveries.PutOff(session, held, settled, nextSendAt, failures), CancellationToken.None);
    }

    private Task<Sent> SendAsync(IChannel channel, Held held, WaitingMessage message) =>
        Measured.SendAsync(held.Channel, () => AskAsync(stop => channel.SendAsync(held.Address, message.Card.Value, stop), why => new Sent.TryAgain(why), held));

    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, Func<string, T> tryAgain, Held held)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, clock);
        try
        {
            return await ask(timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return tryAgain($"no answer within {SendTimeout.TotalSeconds} seconds");
        }
        catch (Exception failure)
        {
            Log.SendFailed(logger, failure, held.Conversation, held.Channel);
            return tryAgain(failure.GetType().Name);
        }
    }
}
