using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Host.CommandLine;
using LeadBot.Host.ConsoleChat;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.ConsoleChat;

public sealed class NothingOfOthers
{
    [Fact]
    public async Task A_chat_leaves_other_channels_messages_where_they_wait_and_says_its_own()
    {
        using var directory = new TemporaryDirectory();
        await Say(directory, "directline", "Not for the terminal.");
        await Say(directory, ConsoleChannel.ChannelName, "Left over from a crash.");
        using var output = new StringWriter();

        Assert.Equal(ExitCodes.Done, await ChatCommand.RunAsync(
            new PlainScreen(TextReader.Null, output, echo: true),
            ServerDatabases.Settings(directory.Path),
            TestContext.Current.CancellationToken));

        Assert.Contains("Left over from a crash.", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Not for the terminal.", output.ToString(), StringComparison.Ordinal);
        using var store = Store.Open(Databases.Of(directory.Path));
        Assert.NotNull(await store.Gate.TurnAsync(Scope.Delivery, session => Deliveries.NextDue(session, "directline", DateTimeOffset.MinValue), TestContext.Current.CancellationToken));
        Assert.Null(await store.Gate.TurnAsync(Scope.Delivery, session => Deliveries.NextDue(session, ConsoleChannel.ChannelName, DateTimeOffset.MinValue), TestContext.Current.CancellationToken));
    }

    private static async Task Say(TemporaryDirectory directory, string channel, string text)
    {
        using var store = Store.Open(Databases.Of(directory.Path));
        var place = new Place(channel, new WorkspaceId("local"), "here", PlaceKind.Direct, null, "here");
        await store.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                Outbox.Add(session, place.Workspace, LeadBot.Storage.Turns.Conversations.Save(session, place, Conversation.New), [Card.Of(text)], TimeProvider.System.GetUtcNow());
                return true;
            },
            TestContext.Current.CancellationToken);
    }
}
