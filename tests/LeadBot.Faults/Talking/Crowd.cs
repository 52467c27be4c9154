using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using LeadBot.Faults.Checking;
using LeadBot.Faults.World;
using LeadBot.TestKit;

namespace LeadBot.Faults.Talking;

/// <summary>
/// People who talk with LeadBot, one conversation after the other. What is not answered with 200 is sent again, to whichever instance, until it
/// is; and now and then, as channels do, what was.
/// </summary>
/// <param name="instances">Where instances listen; what is behind it may be dead.</param>
internal sealed class Crowd(Mouth mouth, IReadOnlyList<Uri> instances)
{
    /// <summary>A deal is begun, and valued, so often in each conversation.</summary>
    private const int Deals = 3;

    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentQueue<IReadOnlyList<SaidEvent>> _said = new();
    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private int _conversations;
    private int _repeats;

    public IReadOnlyList<SaidEvent> Said => [.. _said.SelectMany(said => said)];

    /// <summary>How many conversations there were.</summary>
    public int Conversations => _conversations;

    /// <summary>How many accepted events were sent again.</summary>
    public int Repeats => _repeats;

    /// <summary>How long each event took to be accepted, the shortest first.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits.Order()];

    /// <summary>Talks until told to stop; conversations that have begun are talked to their end.</summary>
    /// <param name="people">How many talk at a time.</param>
    public Task TalkAsync(int people, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, people).Select(async _ =>
    {
        while (!stop.IsCancellationRequested)
        {
            await ConverseAsync(Interlocked.Increment(ref _conversations));
        }
    }));

    private async Task ConverseAsync(int conversation)
    {
        var said = new List<SaidEvent>();
        List<Task> repeats = [];
        foreach (var (nr, isValue) in Enumerable.Range(1, Deals).SelectMany(nr => new[] { (nr, false), (nr, true) }))
        {
            var (id, deal) = (said.Count + 1, Names.Deal(conversation, nr));
            var text = isValue ? $"value {deal} {1000 + nr}" : $"qualify {deal}";
            said.Add(new SaidEvent(Mouth.Key(conversation, id), conversation, Names.Answer(conversation, nr, isValue), Names.IsCalm(conversation), DateTimeOffset.UtcNow, true));
            var again = Random.Shared.Next(20);
            if (again == 0)
            {
                // To two at once.
                repeats.Add(SayAsync(conversation, id, text));
            }

            var began = Stopwatch.GetTimestamp();
            await SayAsync(conversation, id, text);
            _waits.Enqueue(Stopwatch.GetElapsedTime(began));
            if (again == 1)
            {
                repeats.Add(SayAsync(conversation, id, text));
            }
        }

        await Task.WhenAll(repeats);
        Interlocked.Add(ref _repeats, repeats.Count);
        _said.Enqueue(said);
    }

    private async Task SayAsync(int conversation, int id, string text)
    {
        for (var patience = new Patience($"{text} is accepted"); await mouth.SayAsync(instances[Random.Shared.Next(instances.Count)], conversation, id, text) is not { Status: HttpStatusCode.OK }; patience.Check())
        {
            await Task.Delay(s_again);
        }
    }
}
