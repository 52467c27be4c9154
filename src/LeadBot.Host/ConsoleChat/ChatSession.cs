using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Host.Turns;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;

namespace LeadBot.Host.ConsoleChat;

/// <summary>Talks with the person at the terminal until the input ends or they leave.</summary>
public sealed class ChatSession(IScreen screen, Choices choices, ConsoleChannel channel, TakeTurn takeTurn, Store store, TimeProvider clock)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(5);

    private readonly string _me = $"{ConsoleChannel.ChannelName}:{Environment.UserName}";

    /// <summary>Welcomes, or shows where the conversation was left, then answers line by line.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await DeliveredAsync(cancellationToken);
        await TakeAsync("arrived", new Said.Arrived(), cancellationToken);
        if (channel.Shown == 0)
        {
            foreach (var card in await store.Gate.TurnAsync(Scope.Of(Here.Workspace), session => LastSaid.At(session, Here), cancellationToken))
            {
                channel.Show(card);
            }
        }

        while (await screen.ReadAsync(cancellationToken) is { } line && CleanText.Of(line) is var typed && !Leaves(typed))
        {
            Said said = choices.Pressed(typed) is { } button
                ? new Said.Pressed(button.Action, button.Data, CanRedraw: false)
                : new Said.Typed(typed);
            await TakeAsync(Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), said, cancellationToken);
        }
    }

    /// <summary>What ends programs in a terminal; elsewhere these words leave the question that is asked.</summary>
    private static bool Leaves(string typed) => typed.Trim().ToLowerInvariant() is "exit" or "quit";

    private Place Here => new(ConsoleChannel.ChannelName, FirstSeen.Local, _me, PlaceKind.Direct, null, _me);

    private async Task TakeAsync(string key, Said said, CancellationToken cancellationToken)
    {
        choices.NewTurn();
        var message = new IncomingMessage($"{_me}:{key}", Here, new Sender(new PersonId(_me), Environment.UserName), said, clock.GetUtcNow());
        var response = await takeTurn(message, cancellationToken);
        await DeliveredAsync(cancellationToken);
        if (response.OnlyForYou is { } line)
        {
            screen.Note(line);
        }
    }

    /// <summary>Waits until nothing said is still on its way, so that the next line is read after it.</summary>
    private async Task DeliveredAsync(CancellationToken cancellationToken)
    {
        while (await store.Gate.TurnAsync(Scope.Delivery, session => Deliveries.NextDue(session, channel.Name, DateTimeOffset.MinValue), cancellationToken) is not null)
        {
            await Task.Delay(s_look, clock, cancellationToken);
        }
    }
}
