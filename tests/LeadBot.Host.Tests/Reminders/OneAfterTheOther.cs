using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Host.Delivery;
using LeadBot.Host.Tests.Turns;
using LeadBot.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Host.Tests.Reminders;

public sealed class OneAfterTheOther : IDisposable
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_apart = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Digests_go_as_far_apart_as_the_channel_wants_and_no_workspace_waits_for_another()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start, channel: new RecordingChannel { Apart = s_apart });
        foreach (var person in Enumerable.Range(0, 120))
        {
            await bench.TakeAsync(bench.Message($"e{person}", "Acme", $"of {person}", $"p{person}", person % 3 == 0 ? "north" : "south"));
        }

        bench.Clock.Advance(s_day);
        Assert.Equal(120, (await bench.SweepAsync()).Messages);

        using var tables = bench.Tables();
        var places = tables.Deliveries.AsEnumerable().ToLookup(delivery => delivery.Workspace, delivery => (delivery.NextSendAt - bench.Clock.GetUtcNow().UtcTicks) / s_apart.Ticks);
        Assert.Equal(Enumerable.Range(0, 40).Select(place => (long)place), places["north"].Order());
        Assert.Equal(Enumerable.Range(0, 80).Select(place => (long)place), places["south"].Order());
    }

    [Fact]
    public void A_place_is_never_before_it_is_given_out()
    {
        var clock = new FakeTimeProvider(TurnBench.Start);
        var places = new OneByOne([new RecordingChannel { Apart = s_apart }], clock);
        var (north, began) = (new WorkspaceId("north"), clock.GetUtcNow());

        Assert.Equal((began, began + s_apart), (places.Next("recording", north), places.Next("recording", north)));
        clock.Advance(10 * s_apart);
        Assert.Equal((began + (10 * s_apart), began + (11 * s_apart)), (places.Next("recording", north), places.Next("recording", north)));
    }

    [Fact]
    public async Task Who_speaks_gets_their_digest_and_the_answer_at_once()
    {
        await using var bench = new TurnBench(_directory, Decide, channel: new RecordingChannel { Apart = s_apart });
        foreach (var person in (string[])["ann", "ben", "cleo"])
        {
            await bench.StartAsync(person, "Acme");
        }

        bench.Clock.Advance(s_day);
        await bench.SweepAsync();
        List<string> order;
        using (var tables = bench.Tables())
        {
            order = [.. tables.Deliveries.OrderBy(delivery => delivery.NextSendAt).Join(tables.Conversations, delivery => delivery.Conversation, conversation => conversation.Id, (_, conversation) => conversation.Name)];
        }

        await bench.DeliverAsync();
        Assert.Equal($"address of {order[0]}", (await bench.Channel.NextAsync()).Address);

        await bench.TakeAsync(bench.Message("hello", "say hello", order[2], order[2]["of ".Length..]));

        Assert.Equal($"address of {order[2]}", (await bench.Channel.NextAsync()).Address);
        Assert.Equal(($"address of {order[2]}", "say hello"), await bench.Channel.NextAsync());
        // What was sent is marked as sent before a minute passes, or it would be taken for what a dead process held.
        await bench.UntilAsync(tables => tables.Deliveries.Count() == 1);
        bench.Clock.Advance(s_apart);
        Assert.Equal($"address of {order[1]}", (await bench.Channel.NextAsync()).Address);
        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        Assert.False(bench.Channel.HasMore);
    }

    public void Dispose() => _directory.Dispose();

    private static Decision Decide(TurnInput input) => ((Said.Typed)input.Message.Said).Text.StartsWith("say", StringComparison.Ordinal) ? TurnBench.Echo(input) : StaleDeals.Start(input);
}
