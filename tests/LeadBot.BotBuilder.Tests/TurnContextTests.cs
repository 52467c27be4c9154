using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LeadBot.BotBuilder.Tests;

public sealed class TurnContextTests
{
    private readonly List<Activity> sent = [];

    [Fact]
    public async Task A_reply_is_addressed_to_whoever_spoke()
    {
        var turn = Turn(new Activity
        {
            Type = "message", Id = "1", ChannelId = "msteams", ServiceUrl = "https://channel.test", Locale = "de-DE",
            From = new() { Id = "rep" }, Recipient = new() { Id = "bot" }, Conversation = new() { Id = "c" },
        });
        await turn.SendActivityAsync(new Activity { Text = "hi" }, TestContext.Current.CancellationToken);
        var reply = Assert.Single(sent);
        Assert.Equal(("message", "1", "msteams", "https://channel.test", "de-DE"), (reply.Type, reply.ReplyToId, reply.ChannelId, reply.ServiceUrl, reply.Locale));
        Assert.Equal(("bot", "rep", "c"), (reply.From?.Id, reply.Recipient?.Id, reply.Conversation?.Id));
    }

    [Theory]
    [InlineData("webchat", null)]
    [InlineData("directline", null)]
    [InlineData("msteams", "1")]
    public async Task The_opening_of_a_web_chat_cannot_be_replied_to(string channel, string? replyTo)
    {
        var turn = Turn(new Activity { Type = "conversationUpdate", Id = "1", ChannelId = channel });
        await turn.SendActivityAsync(new Activity { Text = "hi" }, TestContext.Current.CancellationToken);
        Assert.Equal(replyTo, Assert.Single(sent).ReplyToId);
    }

    [Fact]
    public async Task Several_go_in_order()
    {
        var turn = Turn(new Activity { Type = "message" });
        var ids = await turn.SendActivitiesAsync([new Activity { Text = "a" }, new Activity { Text = "b" }], TestContext.Current.CancellationToken);
        Assert.Equal(["a", "b"], sent.Select(a => a.Text));
        Assert.Equal(["id of a", "id of b"], ids.Select(r => r.Id));
    }

    [Fact]
    public async Task Nothing_cannot_be_sent()
    {
        var turn = Turn(new Activity { Type = "message" });
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(null!, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivitiesAsync(null!, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([], TestContext.Current.CancellationToken));
    }

    private TurnContext Turn(Activity activity) => new(activity, (reply, _) =>
    {
        sent.Add(reply);
        return Task.FromResult(new ResourceResponse { Id = $"id of {reply.Text}" });
    });
}
