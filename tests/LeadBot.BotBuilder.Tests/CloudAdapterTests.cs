using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;

namespace LeadBot.BotBuilder.Tests;

public sealed class CloudAdapterTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, JsonElement Body)> sent = new();
    private WebApplication channel = null!;
    private GuardedBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await GuardedBot.StartAsync();
        channel = await Loopback.StartAsync(app => app.Run(async http =>
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body);
            sent.Enqueue((http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, body.RootElement.Clone()));
            http.Response.StatusCode = 201;
            await http.Response.WriteAsync("""{"id":"17"}""");
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await channel.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":17}""")]
    public async Task A_body_that_is_no_activity_is_answered_with_400(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await bot.PostAsync(body)).Status);
        Assert.Empty(bot.Reached);
    }

    [Fact]
    public async Task Only_a_post_is_heard() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await bot.PostAsync(Message("message"), method: "PUT")).Status);

    [Theory]
    [InlineData("message")]
    [InlineData("typing")]
    [InlineData("somethingNew")]
    public async Task A_type_that_wants_no_answer_gets_200_and_nothing(string type)
    {
        var (status, body) = await bot.PostAsync(Message(type));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(body);
        Assert.Single(bot.Reached);
    }

    [Fact]
    public async Task An_invoke_is_answered_with_its_own_status_and_body()
    {
        bot.Answer = turn => new Answering(new InvokeResponse { Status = 202, Body = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "x", Value = new List<object?> { 1, "a" } } })
            .OnTurnAsync(turn);
        var (status, body) = await bot.PostAsync(Message("invoke"));
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("""{"statusCode":200,"type":"x","value":[1,"a"]}""", body);
    }

    [Fact]
    public async Task An_invoke_nobody_answers_gets_501()
    {
        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.PostAsync(Message("invoke"))).Status);
        bot.Answer = turn => new ActivityHandler().OnTurnAsync(turn);
        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.PostAsync(Message("invoke"))).Status);
    }

    [Fact]
    public async Task A_failing_bot_is_a_server_error_so_that_the_channel_sends_again()
    {
        bot.Answer = _ => throw new InvalidOperationException("Broken.");
        Assert.Equal(HttpStatusCode.InternalServerError, (await bot.PostAsync(Message("message"))).Status);
    }

    [Fact]
    public async Task A_reply_goes_under_the_activity_it_answers()
    {
        ResourceResponse? response = null;
        bot.Answer = async turn => response = await turn.SendActivityAsync(new Activity { Text = "hello" });
        await bot.PostAsync(Message("message"));
        var (path, body) = Assert.Single(sent);
        Assert.Equal("/base/v3/conversations/team%3Bmessageid%3D1/activities/in%7C1", path);
        Assert.Equal("17", response?.Id);
        Assert.Equal(
            $$"""
            {"type":"message","serviceUrl":"{{channel.Urls.Single()}}/base/","channelId":"msteams","from":{"id":"bot","name":"LeadBot"},"conversation":{"id":"team;messageid=1"},"recipient":{"id":"rep"},"locale":"en-GB","text":"hello","replyToId":"in|1"}
            """,
            body.GetRawText());
    }

    [Fact]
    public async Task Replies_wait_for_the_response_where_the_channel_wants_them_there()
    {
        bot.Answer = turn => turn.SendActivitiesAsync([new Activity { Text = "one" }, new Activity { Text = "two" }]);
        var (status, body) = await bot.PostAsync(Message("message", "\"deliveryMode\":\"expectReplies\","));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["one", "two"], JsonElement.Parse(body).GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
        Assert.Empty(sent);
    }

    [Fact]
    public async Task A_proactive_turn_is_an_event_in_the_conversation()
    {
        var adapter = new CloudAdapter(new ConfigurationBuilder().Build());
        Activity? begun = null;
        await adapter.ContinueConversationAsync(
            new ClaimsIdentity(),
            new ConversationReference { ServiceUrl = channel.Urls.Single(), ChannelId = "msteams", Conversation = new() { Id = "c" }, Bot = new() { Id = "bot" }, User = new() { Id = "rep" } },
            async (turn, cancellationToken) =>
            {
                begun = turn.Activity;
                await turn.SendActivityAsync(new Activity { Text = "still there?" }, cancellationToken);
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(("event", "ContinueConversation"), (begun?.Type, begun?.Name));
        var (path, body) = Assert.Single(sent);
        Assert.Equal($"/v3/conversations/c/activities/{begun?.Id}", path);
        Assert.Equal("rep", body.GetProperty("recipient").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_conversation_is_made_at_the_channel_and_the_turn_is_in_it()
    {
        var adapter = new CloudAdapter(new ConfigurationBuilder().Build());
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = new() { Id = "bot" },
            Members = [new() { Id = "rep", AadObjectId = "e" }],
            TenantId = "t",
            ChannelData = new Dictionary<string, object?> { ["tenant"] = new Dictionary<string, object?> { ["id"] = "t" } },
        };
        Activity? begun = null;
        await adapter.CreateConversationAsync(
            "",
            "msteams",
            channel.Urls.Single() + "/base/",
            null,
            parameters,
            (turn, _) =>
            {
                begun = turn.Activity;
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        var (path, body) = Assert.Single(sent);
        Assert.Equal("/base/v3/conversations", path);
        Assert.Equal("""{"isGroup":false,"bot":{"id":"bot"},"members":[{"id":"rep","aadObjectId":"e"}],"channelData":{"tenant":{"id":"t"}},"tenantId":"t"}""", body.GetRawText());
        Assert.Equal(("event", "CreateConversation", "17", "t"), (begun?.Type, begun?.Name, begun?.Conversation?.Id, begun?.Conversation?.TenantId));
        Assert.Equal(("msteams", "bot"), (begun?.ChannelId, begun?.Recipient?.Id));
    }

    [Fact]
    public async Task A_proactive_turn_needs_the_bots_id_or_an_identity()
    {
        var adapter = new CloudAdapter(new ConfigurationBuilder().Build());
        await Assert.ThrowsAsync<ArgumentException>(() => adapter.ContinueConversationAsync("", new ConversationReference(), (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentNullException>(() => adapter.ContinueConversationAsync((ClaimsIdentity)null!, new ConversationReference(), (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken));
    }

    private string Message(string type, string more = "") => $$"""
        {"type":"{{type}}","id":"in|1",{{more}}"text":"hi","channelId":"msteams","locale":"en-GB","serviceUrl":"{{channel.Urls.Single()}}/base/",
         "from":{"id":"rep"},"recipient":{"id":"bot","name":"LeadBot"},"conversation":{"id":"team;messageid=1"} }
        """;

    private sealed class Answering(InvokeResponse response) : ActivityHandler
    {
        protected override Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
            Task.FromResult(response);
    }
}
