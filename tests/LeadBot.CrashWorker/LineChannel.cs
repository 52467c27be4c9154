using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;

namespace LeadBot.CrashWorker;

/// <summary>Sends by printing.</summary>
public sealed class LineChannel : IChannel
{
    public string Name => "lines";

    public async Task<Sent> SendAsync(string address, Card card, CancellationToken cancellationToken)
    {
        Console.WriteLine($"sent {address} {card.Summary}");
        if (card.Summary.Contains(Points.Sending, StringComparison.Ordinal))
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        return new Sent.Delivered(null);
    }

    public Task<Opened> OpenDirectAsync(string address, CancellationToken cancellationToken) =>
        Task.FromResult<Opened>(new Opened.Never("It is one already."));
}
