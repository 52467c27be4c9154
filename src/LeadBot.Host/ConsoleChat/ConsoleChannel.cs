using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;

namespace LeadBot.Host.ConsoleChat;

/// <summary>The way to the person at the terminal.</summary>
public sealed class ConsoleChannel(IScreen screen, Choices choices) : IChannel
{
    /// <summary>What <see cref="Dialog.Incoming.Place.Channel"/> says of the terminal.</summary>
    public const string ChannelName = "console";

    private int _shown;

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <summary>How many cards were shown so far.</summary>
    public int Shown => Volatile.Read(ref _shown);

    /// <inheritdoc/>
    public Task<Sent> SendAsync(string address, Card card, CancellationToken cancellationToken)
    {
        try
        {
            Show(card);
            return Task.FromResult<Sent>(new Sent.Delivered(null));
        }
        catch (IOException gone)
        {
            return Task.FromResult<Sent>(new Sent.GiveUp($"nobody reads the output any more: {gone.Message}"));
        }
    }

    /// <summary>Shows a card and offers its buttons.</summary>
    public void Show(Card card)
    {
        screen.Show(FieldPrompts.Once(card), choices.Offer(card));
        Interlocked.Increment(ref _shown);
    }

    /// <inheritdoc/>
    public Task<Opened> OpenDirectAsync(string address, CancellationToken cancellationToken) =>
        Task.FromResult<Opened>(new Opened.Never("A terminal is a direct conversation already."));
}
