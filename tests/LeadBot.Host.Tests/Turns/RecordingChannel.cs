using System.Threading.Channels;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;

namespace LeadBot.Host.Tests.Turns;

/// <summary>Keeps what is sent, and answers as a test likes.</summary>
public sealed class RecordingChannel(string name = "recording") : IChannel
{
    private readonly Channel<(string Address, string Line)> _sent = Channel.CreateUnbounded<(string, string)>();

    public string Name => name;

    public TimeSpan Apart { get; init; }

    public Func<string, CancellationToken, Task<Sent>> Answer { get; set; } = (line, _) => Task.FromResult<Sent>(new Sent.Delivered($"id of {line}"));

    /// <summary>The addresses where nobody can be reached any more.</summary>
    public ISet<string> Gone { get; } = new HashSet<string>();

    public Task<Sent> SendAsync(string address, Card card, CancellationToken cancellationToken)
    {
        _sent.Writer.TryWrite((address, card.Summary));
        return Gone.Contains(address) ? Task.FromResult<Sent>(new Sent.Gone("blocked")) : Answer(card.Summary, cancellationToken);
    }

    /// <summary>The next thing sent, whatever became of it; waits for it.</summary>
    public async Task<(string Address, string Line)> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        return await _sent.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Whether something was sent that <see cref="NextAsync"/> has not given out.</summary>
    public bool HasMore => _sent.Reader.TryPeek(out _);

    public Func<string, CancellationToken, Task<Opened>> Open { get; set; } = (_, _) => Task.FromResult<Opened>(new Opened.Never("It is one already."));

    public Task<Opened> OpenDirectAsync(string address, CancellationToken cancellationToken) => Open(address, cancellationToken);
}
