using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using Microsoft.AspNetCore.Http;

namespace LeadBot.Channels.BotFramework.Tests;

public sealed class OpeningDirectConversations : IAsyncLifetime
{
    private FakeConnector connector = null!;
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        connector.Answer = http => AnswerAsync(http, 201, """{"id":"a:direct"}""");
        bot = await TestBot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task A_person_heard_in_a_thread_of_teams_gets_a_conversation_of_their_own()
    {
        await bot.PostAsync($$$"""
            {"type":"message","text":"hi","id":"1","channelId":"msteams","serviceUrl":"{{{connector.ServiceUrl}}}","locale":"en-GB",
             "from":{"id":"29:kim","name":"Kim","aadObjectId":"e"},"recipient":{"id":"28:bot","name":"LeadBot"},
             "conversation":{"id":"19:abc@thread.tacv2;messageid=17","conversationType":"channel","isGroup":true},"channelData":{"tenant":{"id":"t"}} }
            """);
        var opened = Assert.IsType<Opened.Direct>(await OpenAsync(Assert.Single(bot.Heard).Place.Address));

        var request = Assert.Single(connector.Received);
        Assert.Equal(("POST", "/_connector/v3/conversations"), (request.Method, request.Path));
        Assert.Equal(
            """{"isGroup":false,"bot":{"id":"28:bot","name":"LeadBot"},"members":[{"id":"29:kim","name":"Kim","aadObjectId":"e"}],"channelData":{"tenant":{"id":"t"}},"tenantId":"t"}""",
            request.Body.GetRawText());
        Assert.Equal("a:direct", opened.Conversation);

        Assert.IsType<Sent.Delivered>(await bot.Channel.SendAsync(opened.Address, Card.Of("Good morning."), TestContext.Current.CancellationToken));
        var sent = connector.Received.Last();
        Assert.StartsWith("/_connector/v3/conversations/a%3Adirect/activities", sent.Path, StringComparison.Ordinal);
        Assert.Equal("""{"conversationType":"personal","id":"a:direct","tenantId":"t"}""", sent.Body.GetProperty("conversation").GetRawText());
        Assert.Equal("29:kim", sent.Body.GetProperty("recipient").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Who_speaks_in_a_direct_conversation_has_one()
    {
        await bot.PostAsync(Activities.Of("message", "\"text\":\"hi\"", connector.ServiceUrl));
        var address = Assert.Single(bot.Heard).Place.Address;
        Assert.Equal(new Opened.Direct("c", address), await OpenAsync(address));
        Assert.Empty(connector.Received);
    }

    [Theory]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(400, "BadSyntax")]
    public async Task A_refusal_for_good_is_never(int status, string code)
    {
        connector.Answer = http => AnswerAsync(http, status, $$$"""{"error":{"code":"{{{code}}}"}}""");
        Assert.Equal(new Opened.Never($"The channel answered {status} {code}."), await OpenAsync(Thread()));
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again_when_the_channel_says()
    {
        connector.Answer = http =>
        {
            http.Response.Headers.RetryAfter = "17";
            return AnswerAsync(http, 429, """{"error":{"code":"Throttled"}}""");
        };
        Assert.Equal(new Opened.TryAgain("The channel answered 429 Throttled.", TimeSpan.FromSeconds(17)), await OpenAsync(Thread()));
        Assert.Equal(
            new Opened.TryAgain("The channel cannot be reached: ConnectionError."),
            await OpenAsync(Thread("http://127.0.0.1:1")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"id":""}""")]
    public async Task An_answer_without_a_conversation_is_never(string body)
    {
        connector.Answer = http => AnswerAsync(http, 201, body);
        Assert.Equal(new Opened.Never("The channel made no conversation."), await OpenAsync(Thread()));
    }

    [Theory]
    [InlineData("https://channel.test", "In local mode nothing is sent beyond this machine.")]
    [InlineData("http://127.0.0.1@channel.test", "In local mode nothing is sent beyond this machine.")]
    public async Task In_local_mode_nothing_is_opened_beyond_this_machine(string serviceUrl, string why) =>
        Assert.Equal(new Opened.Never(why), await OpenAsync(Thread(serviceUrl)));

    [Fact]
    public async Task What_is_no_address_is_never() => Assert.IsType<Opened.Never>(await OpenAsync("{}"));

    private Task<Opened> OpenAsync(string address) => bot.Channel.OpenDirectAsync(address, TestContext.Current.CancellationToken);

    private string Thread(string? serviceUrl = null) => new Address(
        serviceUrl ?? connector.ServiceUrl, "msteams", new("19:abc;messageid=17", "channel", "t", true), new("bot", "LeadBot", null), new("kim", "Kim", null), null).ToString();

    private static Task AnswerAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body);
    }
}
