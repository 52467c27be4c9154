using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain.Qualification;
using LeadBot.Host.Delivery;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>
/// Takes messages through their turns. A turn is one piece of a transaction: find the event's earlier response, load,
/// decide, keep. Only after the commit is it answered and handed to delivery.
/// </summary>
public sealed class TurnTaker(Store store, TurnLoader loader, TurnKeeper keeper, Decisions decisions, OutboxDelivery delivery, TimeProvider clock, ILogger<TurnTaker> logger)
{
    /// <inheritdoc cref="TakeTurn"/>
    public async Task<TurnResponse> TakeAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var kept = await TakeOrderedAsync(ReadableText.Of(message), cancellationToken);
            if (kept.ToDeliver?.Invoke() is { } held)
            {
                delivery.Hand(held);
            }

            if (kept.ElseToDeliver)
            {
                delivery.Wake();
            }

            return kept.Response;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or BusyException))
        {
            Log.TurnFailed(logger, failure, message.Place.Channel, message.EventKey);
            throw;
        }
    }

    /// <summary>An order of questions is worked out between two tries, and what needs a manager is read, where it holds up nobody else's turn.</summary>
    private async Task<KeptTurn> TakeOrderedAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        // Turns of a conversation come one after the other, whichever instance takes them.
        var conversation = $"{message.Place.Channel} {message.Place.Workspace} {message.Place.Conversation}";
        IReadOnlyList<RaisedNow>? needs = null;
        while (true)
        {
            try
            {
                return await store.Gate.TurnAsync(
                    Scope.Of(message.Place.Workspace),
                    conversation,
                    session =>
                    {
                        session.Hold(conversation);
                        return Take(session, message, needs);
                    },
                    cancellationToken);
            }
            catch (OrderNotMadeException missing)
            {
                await Task.Run(missing.Make, cancellationToken);
            }
            catch (NeedsNotReadException missing)
            {
                needs = await Task.Run(
                    () =>
                    {
                        using var onlooker = store.Onlook();
                        return onlooker.Look(Scope.Of(message.Place.Workspace), missing.Read);
                    },
                    cancellationToken);
            }
        }
    }

    private KeptTurn Take(WriteSession session, IncomingMessage message, IReadOnlyList<RaisedNow>? needs)
    {
        // All that is known from the message alone is asked for at once.
        var (answered, sender) = (ProcessedEvents.ResponseTo(session, message), SenderRows.Ask(session, message));
        if (answered.First is { } before)
        {
            return new KeptTurn(before with { IsRepeat = true });
        }

        if (message.Said is Said.Removed { Everywhere: true })
        {
            return TurnKeeper.Uninstalled(session, message, clock.GetUtcNow());
        }

        var loaded = loader.Load(session, message, sender, decisions.Needs, clock, needs);
        var decision = decisions.Decide(loaded.Input);
        Deals.Save(session, message, decision.Changes, loaded.Input, loaded.Deal);
        return keeper.Keep(session, loaded, decision, delivery.HasRoomFor(message.Place.Channel));
    }
}
