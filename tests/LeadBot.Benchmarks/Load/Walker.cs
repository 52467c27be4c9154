using System.Diagnostics;
using LeadBot.Benchmarks.Measured;

namespace LeadBot.Benchmarks.Load;

/// <summary>Talks deals through to their verdicts, one after the other, as one person after the other.</summary>
internal sealed class Walker(int number, Sender sender, Inbox inbox, string serviceUrl)
{
    /// <summary>How many deals a person has.</summary>
    private const int DealsEach = 5;

    /// <summary>How long a reply may take before the run is given up.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly byte[] _activity = new byte[Activities.Longest];
    private long _said;

    /// <summary>Walks until told to stop.</summary>
    public async Task WalkAsync(Samples samples)
    {
        for (var deal = 0; samples.GoOn; deal++)
        {
            var person = Person.Number(number, deal / DealsEach, serviceUrl);
            var walk = Walk.All[deal % Walk.All.Count];
            await SayAsync(samples, into => Activities.Typed(into, person, ++_said, $"qualify Northwind {deal}"));
            while (samples.GoOn && !Reply.IsVerdict(inbox.Reply))
            {
                await SayAsync(samples, into => Answer(into, person, walk));
            }
        }
    }

    /// <summary>Says hello and waits for the reply.</summary>
    public Task GreetAsync(Samples samples) =>
        SayAsync(samples, into => Activities.Typed(into, Person.Number(number, -1, serviceUrl), ++_said, "hello bot"));

    private int Answer(Span<byte> into, Person person, Walk walk)
    {
        var answer = walk.To(Reply.QuestionOf(inbox.Reply));
        return answer.Typed is { } text
            ? Activities.Typed(into, person, ++_said, text)
            : Activities.Pressed(into, person, ++_said, Reply.ButtonFor(inbox.Reply, answer.Outcome));
    }

    private async Task SayAsync(Samples samples, Writing write)
    {
        var length = write(_activity);
        var replied = inbox.ExpectAsync();
        var sent = Stopwatch.GetTimestamp();
        await sender.PostAsync(_activity.AsMemory(0, length));
        var response = Stopwatch.GetTimestamp();
        var reply = await replied.WaitAsync(s_patience);
        samples.Add(sent, response, reply);
    }

    private delegate int Writing(Span<byte> into);
}
