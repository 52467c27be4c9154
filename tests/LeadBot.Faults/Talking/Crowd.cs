using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using LeadBot.Dialog.Cards;
using LeadBot.Faults.Checking;
using LeadBot.Faults.World;
using LeadBot.TestKit;

namespace LeadBot.Faults.Talking;

/// <summary>
/// People who talk with LeadBot, one conversation after the other. What is not answered with 200 is sent again, to whichever instance, until it
/// is; and now and then, as channels do, what was.
/// </summary>
/// <param name="instances">Where instances listen; what is behind it may be dead.</param>
internal sealed class Crowd(Mouth mouth, FakeChannels channels, IReadOnlyList<Uri> instances)
{
    /// <summary>A deal is begun, valued, and won by its button, so often in each conversation.</summary>
    private const int Deals = 3;

    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(200);

    /// <summary>Whoever sees nothing come of a press presses again.</summary>
    private static readonly TimeSpan s_sees = TimeSpan.FromSeconds(3);

    private readonly ConcurrentQueue<IReadOnlyList<SaidEvent>> _said = new();
    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private int _conversations;
    private int _repeats;
    private int _buttons;
    private int _presses;

    public IReadOnlyList<SaidEvent> Said => [.. _said.SelectMany(said => said)];

    /// <summary>How many conversations there were.</summary>
    public int Conversations => _conversations;

    /// <summary>How many buttons were pressed.</summary>
    public int Buttons => _buttons;

    /// <summary>How often.</summary>
    public int Presses => _presses;

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

            if (isValue)
            {
                await PressAsync(await channels.Cards.WaitAsync(conversation, Names.Answer(conversation, nr, isValue)), said);
            }
        }

        await Task.WhenAll(repeats);
        Interlocked.Add(ref _repeats, repeats.Count);
        _said.Enqueue(said);
    }

    private async Task SayAsync(int conversation, int id, string text)
    {
        for (var patience = new Patience($"{text} is accepted"); await mouth.SayAsync(To(conversation), conversation, id, text) is not { Status: HttpStatusCode.OK }; patience.Check())
        {
            await Task.Delay(s_again);
        }
    }

    /// <summary>Presses the card's button until it is clear that it did its work, now and then twice at once; each time is an event of its own, that may come twice, too.</summary>
    private async Task PressAsync(ArrivedCard card, List<SaidEvent> said)
    {
        Interlocked.Increment(ref _buttons);
        for (var patience = new Patience("a press gets through"); ; patience.Check())
        {
            var attempts = new List<Task<bool>>();
            for (var left = Random.Shared.Next(10) == 0 ? 2 : 1; left > 0; left--)
            {
                attempts.Add(PressOnceAsync(card, said));
            }

            if ((await Task.WhenAll(attempts)).Contains(true))
            {
                return;
            }

            await Task.Delay(s_again);
        }
    }

    /// <summary>True: it got through.</summary>
    private async Task<bool> PressOnceAsync(ArrivedCard card, List<SaidEvent> said)
    {
        int id;
        lock (said)
        {
            id = said.Count + 1;
            said.Add(new SaidEvent(
                Mouth.Key(card.Conversation, id), card.Conversation, null, Names.IsCalm(card.Conversation), DateTimeOffset.UtcNow, false, $"The button of {card.Id} in {card.Conversation}"));
        }

        Interlocked.Increment(ref _presses);
        var answers = new List<Task<Answered?>>();
        for (var left = Random.Shared.Next(10) == 0 ? 2 : 1; left > 0; left--)
        {
            answers.Add(mouth.PressAsync(To(card.Conversation), card, id, ButtonActions.Won));
        }

        var isTaken = (await Task.WhenAll(answers)).Any(answer => answer is { Status: HttpStatusCode.OK });
        if (!Names.IsInSlack(card.Conversation))
        {
            lock (said)
            {
                said[id - 1] = said[id - 1] with { IsAccepted = isTaken };
            }

            return isTaken;
        }

        // Slack is always told that it came; whether it was kept, who pressed it sees.
        for (var since = Stopwatch.GetTimestamp(); isTaken && !channels.Cards.IsRedrawn(card) && Stopwatch.GetElapsedTime(since) < s_sees;)
        {
            await Task.Delay(s_again);
        }

        return channels.Cards.IsRedrawn(card);
    }

    /// <summary>Slack's HTTP comes to the one that is not in Socket Mode.</summary>
    private Uri To(int conversation) => Names.IsInSlack(conversation) ? instances[^1] : instances[Random.Shared.Next(instances.Count)];
}
