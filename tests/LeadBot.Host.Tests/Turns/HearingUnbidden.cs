using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Host.Tests.Turns;

/// <summary>What is meant for the bot although nobody names it, asked of the whole host.</summary>
public sealed class HearingUnbidden
{
    private static readonly WorkspaceId s_workspace = new("slack:T1");

    [Fact]
    public async Task In_a_thread_whoever_started_it_is_heard_while_something_is_waited_for()
    {
        using var directory = new TemporaryDirectory();
        await using var app = Program.Serve(["--urls", "http://127.0.0.1:0", .. ServerDatabases.Settings(directory.Path)]);
        var isLive = app.Services.GetRequiredService<IsLive>();

        Assert.False(await IsLiveAsync("T1:C1:1.1", "dana"));
        await SayAsync("1", "qualify Acme");
        Assert.True(await IsLiveAsync("T1:C1:1.1", "dana"));
        Assert.False(await IsLiveAsync("T1:C1:1.1", "kim"));
        Assert.False(await IsLiveAsync("T1:C1:2.2", "dana"));
        Assert.False(await IsLiveAsync("T1:C1:1.1", "dana", "slack:T2"));
        await SayAsync("2", "cancel");
        Assert.False(await IsLiveAsync("T1:C1:1.1", "dana"));

        Task<bool> IsLiveAsync(string conversation, string person, string workspace = "slack:T1") =>
            isLive("slack", new WorkspaceId(workspace), conversation, new PersonId(person), TestContext.Current.CancellationToken);

        Task SayAsync(string key, string text) => app.Services.GetRequiredService<TakeTurn>()(
            new IncomingMessage(
                key,
                new Place("slack", s_workspace, "T1:C1:1.1", PlaceKind.Thread, "C1", "{}", "{}"),
                new Sender(new PersonId("dana"), "Dana"),
                new Said.Typed(text),
                DateTimeOffset.UnixEpoch),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_page_is_live_once_it_was_opened_and_is_nobodys_direct_conversation()
    {
        using var directory = new TemporaryDirectory();
        await using var bench = new TurnBench(directory, input => new Decision(input.Conversation, [Card.Of("page")]));
        var page = bench.Message("1", conversation: "T1:home:ann") with { Said = new Said.HomeOpened() };
        await bench.TakeAsync(page with { Place = page.Place with { Kind = PlaceKind.Home } });

        Assert.True(await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session => Conversations.Find(session, page.Place.Channel, page.Place.Workspace, "T1:home:ann")!.IsHeldBy(page.From.Id),
            TestContext.Current.CancellationToken));
        using var tables = bench.Tables();
        Assert.Equal((null, page.Place.Channel, "address of T1:home:ann"), tables.People.AsEnumerable().Select(p => ValueTuple.Create(p.DirectConversation, p.HeardThrough, p.HeardAt)).Single());
    }

    [Fact]
    public async Task What_a_command_answers_alone_opens_the_way_to_a_direct_conversation()
    {
        using var directory = new TemporaryDirectory();
        await using var bench = new TurnBench(directory, TurnBench.Echo);
        var command = bench.Message("1", conversation: "T1:C1:only:ann");
        await bench.TakeAsync(command with { Place = command.Place with { Kind = PlaceKind.Ephemeral, TeamChannel = "C1" } });

        await bench.RemindAsync("ann", "good morning");

        using var tables = bench.Tables();
        Assert.Equal(["T1:C1:only:ann", "direct:ann"], tables.Conversations.OrderBy(c => c.Id).Select(c => c.Name));
    }
}
