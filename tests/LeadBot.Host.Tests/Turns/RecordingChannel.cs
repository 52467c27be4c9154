using System.Collections.Concurrent;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;

namespace LeadBot.Host.Tests.Turns;

/// <summary>Keeps what is sent, and answers as a test likes.</summary>
public sealed class RecordingChannel(string name = "recording") : IChannel
{
    private readonly SemaphoreSlim _arrived = new(0);

    public string Name => name;

    /// <summary>Address and line of everything sent, whatever became of it.</summary>
    public ConcurrentQueue<(string Address, string Line)> Sent { get; } = new();

    public Func<string, CancellationToken, Task<Sent>> Answer { get; set; } = (line, _) => Task.FromResult<Sent>(new Sent.Delivered($"id of {line}"));

    public async Task<Sent> SendAsync(string address, Card card, CancellationToken cancellationToken)
    {
        Sent.Enqueue((address, card.Summary));
        _arrived.Release();
        return await Answer(card.Summary, cancellationToken);
    }

    /// <summary>Waits for that many more sends.</summary>
    public async Task ArrivedAsync(int sends = 1)
    {
        for (; sends > 0; sends--)
        {
            Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), "Nothing was sent.");
        }
    }
}
