using System.Net;
using System.Text;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Moq.Protected;

namespace LeadBot.Channels.BotFramework.Tests;

public sealed class BotFrameworkChannelTests : IAsyncLifetime
{
    private static readonly Card Question = Card.Of("Can they use it?", new Button("answer", "Yes", new Dictionary<string, string> { ["deal"] = "d" }));

    private FakeConnector connector = null!;
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        bot = await TestBot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task What_came_in_can_be_answered_later()
    {
        await bot.PostAsync(Activities.Of("message", "\"text\":\"hi\",\"locale\":\"en-US\"", connector.ServiceUrl));
        var sent = await bot.Channel.SendAsync(Assert.Single(bot.Heard).Place.Address, Card.Of("Hello *Sam*."), TestContext.Current.CancellationToken);

        Assert.Equal(new Sent.Delivered("1795408023794"), sent);
        var request = Assert.Single(connector.Received);
        Assert.Equal("POST", request.Method);
        Assert.StartsWith("/_connector/v3/conversations/c/activities", request.Path, StringComparison.Ordinal);
        Assert.Null(request.Authorization);
        var body = request.Body;
        Assert.Equal(("message", "Hello *Sam*.", "plain"), (Text(body, "type"), Text(body, "text"), Text(body, "textFormat")));
        Assert.Equal(("msteams", "en-US", connector.ServiceUrl), (Text(body, "channelId"), Text(body, "locale"), Text(body, "serviceUrl")));
        Assert.Equal("""{"id":"bot","name":"LeadBot"}""", body.GetProperty("from").GetRawText());
        Assert.Equal("""{"id":"rep","name":"Sam Rep"}""", body.GetProperty("recipient").GetRawText());
        Assert.Equal("""{"conversationType":"personal","id":"c","tenantId":"t"}""", body.GetProperty("conversation").GetRawText());
    }

    [Fact]
    public async Task A_threads_id_is_escaped_in_the_path()
    {
        await SendAsync(To("msteams", "19:team@thread.tacv2;messageid=17"));
        Assert.StartsWith(
            "/_connector/v3/conversations/19%3Ateam%40thread.tacv2%3Bmessageid%3D17/activities",
            Assert.Single(connector.Received).Path,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("msteams", "Action.Execute")]
    [InlineData("webchat", "Action.Submit")]
    [InlineData("directline", "Action.Submit")]
    [InlineData("emulator", "Action.Submit")]
    public async Task A_card_is_an_adaptive_card_with_the_channels_kind_of_buttons(string channel, string action)
    {
        await SendAsync(To(channel));
        var body = Assert.Single(connector.Received).Body;
        var attachment = Assert.Single(body.GetProperty("attachments").EnumerateArray());
        Assert.Equal("application/vnd.microsoft.card.adaptive", Text(attachment, "contentType"));
        Assert.Equal(action, Text(attachment.GetProperty("content").GetProperty("actions")[0], "type"));
        Assert.Equal("Can they use it?", Text(body, "summary"));
    }

    [Fact]
    public async Task Where_there_are_no_cards_buttons_are_suggested_words()
    {
        await SendAsync(To("sms"));
        var body = Assert.Single(connector.Received).Body;
        Assert.Equal("Can they use it?", Text(body, "text"));
        Assert.Equal("""[{"type":"imBack","title":"Yes","value":"Yes"}]""", body.GetProperty("suggestedActions").GetProperty("actions").GetRawText());
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(403, "NotEnoughPermissions")]
    [InlineData(404, "ActivityNotFoundInConversation")]
    [InlineData(400, "BadSyntax")]
    [InlineData(413, "MessageSizeTooBig")]
    public async Task A_refusal_for_good_is_given_up(int status, string code)
    {
        Refuse(status, code);
        Assert.Equal(new Sent.GiveUp($"The channel answered {status} {code}."), await SendAsync(To("msteams")));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(403, "BotDisabledByUser")]
    [InlineData(404, "ConversationNotFound")]
    public async Task Who_blocked_or_removed_the_bot_is_gone(int status, string code)
    {
        Refuse(status, code);
        Assert.Equal(new Sent.Gone($"The channel answered {status} {code}."), await SendAsync(To("msteams")));
    }

    [Fact]
    public async Task A_blocked_chat_is_gone_in_Teams_own_words_too()
    {
        connector.Answer = http =>
        {
            http.Response.StatusCode = 403;
            return http.Response.WriteAsync("""{"errorCode":209,"message":"{\r\n \"subCode\": \"MessageWritesBlocked\",\r\n \"details\": \"Thread is blocked from message writes.\"}"}""");
        };
        Assert.Equal(new Sent.Gone("The channel answered 403 MessageWritesBlocked."), await SendAsync(To("msteams")));
    }

    [Fact]
    public async Task A_proxys_page_is_no_departure()
    {
        connector.Answer = http =>
        {
            http.Response.StatusCode = 404;
            return http.Response.WriteAsync("<html>Not found</html>");
        };
        Assert.Equal(new Sent.GiveUp("The channel answered 404."), await SendAsync(To("msteams")));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_passing_failure_is_tried_again(int status)
    {
        Refuse(status, "Later");
        Assert.Equal(new Sent.TryAgain($"The channel answered {status} Later."), await SendAsync(To("msteams")));
    }

    [Fact]
    public async Task The_channels_wish_to_be_left_alone_is_heard()
    {
        Refuse(429, "Throttled", "17");
        Assert.Equal(TimeSpan.FromSeconds(17), Assert.IsType<Sent.TryAgain>(await SendAsync(To("msteams"))).After);
        Refuse(503, "Busy", DateTimeOffset.UtcNow.AddMinutes(5).ToString("R"));
        Assert.InRange(Assert.IsType<Sent.TryAgain>(await SendAsync(To("msteams"))).After!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        Refuse(429, "Throttled", "soon");
        Assert.Null(Assert.IsType<Sent.TryAgain>(await SendAsync(To("msteams"))).After);
    }

    [Fact]
    public async Task An_answer_that_is_not_the_protocols_is_still_understood_by_its_status()
    {
        connector.Answer = http =>
        {
            http.Response.StatusCode = 502;
            return http.Response.WriteAsync("<html>Bad gateway</html>");
        };
        Assert.Equal(new Sent.TryAgain("The channel answered 502."), await SendAsync(To("msteams")));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        connector.Answer = http =>
        {
            http.Response.Redirect("http://127.0.0.1:1/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        Assert.Equal(new Sent.GiveUp("The channel answered 307."), await SendAsync(To("msteams")));
    }

    [Fact]
    public async Task Nobody_there_is_tried_again()
    {
        var gone = To("msteams") with { ServiceUrl = "http://127.0.0.1:1" };
        Assert.Equal(new Sent.TryAgain("The channel cannot be reached: ConnectionError."), await SendAsync(gone));
    }

    [Fact]
    public async Task What_is_no_address_is_given_up()
    {
        foreach (var address in new[] { "", "null", "{}", "[]", """{"serviceUrl":null}""" })
        {
            Assert.IsType<Sent.GiveUp>(await bot.Channel.SendAsync(address, Question, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task No_answer_within_ten_seconds_is_tried_again()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using var slow = await WithAsync(clock, async (_, cancellationToken) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Unreachable.");
        });
        var sending = slow.Channel.SendAsync(To("msteams").ToString(), Question, TestContext.Current.CancellationToken);
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new Sent.TryAgain("No answer within 10 s."), await sending);
    }

    [Fact]
    public async Task A_stop_of_the_host_is_no_failure_of_the_channel()
    {
        using var stop = new CancellationTokenSource();
        await using var stopping = await WithAsync(new FakeTimeProvider(), async (_, cancellationToken) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Unreachable.");
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping.Channel.SendAsync(To("msteams").ToString(), Question, stop.Token));
    }

    [Fact]
    public async Task A_refused_secret_is_tried_again()
    {
        await using var refused = await WithAsync(
            new FakeTimeProvider(),
            (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized)
            {
                Content = new StringContent("""{"error":"invalid_client","error_description":"Expired."}""", Encoding.UTF8, "application/json"),
            }),
            ("MicrosoftAppId", "11111111-1111-4111-8111-111111111111"),
            ("MicrosoftAppPassword", "not-a-secret"),
            ("ToChannelFromBotLoginUrl", "https://login.test/{0}"),
            ("ValidateAuthority", "false"),
            ("Teams:ServiceHosts", "127.0.0.1"));
        Assert.Equal(
            new Sent.TryAgain("The bot cannot get its own token: invalid_client."),
            await refused.Channel.SendAsync(To("msteams").ToString(), Question, TestContext.Current.CancellationToken));
    }

    private static Task<TestBot> WithAsync(
        TimeProvider clock, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer, params (string Name, string Value)[] settings)
    {
        var handler = new Mock<DelegatingHandler>();
        handler.Protected()
            .Setup<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .Returns(answer);
        return TestBot.StartAsync(builder =>
        {
            foreach (var (name, value) in settings)
            {
                builder.Configuration[name] = value;
            }

            builder.Services.AddSingleton(clock);
            builder.Services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => handler.Object));
        });
    }

    private Task<Sent> SendAsync(Address to) => bot.Channel.SendAsync(to.ToString(), Question, TestContext.Current.CancellationToken);

    private Address To(string channel, string conversation = "c") =>
        new(connector.ServiceUrl, channel, new(conversation, "personal", "t", null), new("bot", "LeadBot", null), new("rep", "Sam Rep", null), "en-US");

    private void Refuse(int status, string code, string? retryAfter = null) => connector.Answer = http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        return http.Response.WriteAsync($$$"""{"error":{"code":"{{{code}}}","message":"No."}}""");
    };

    private static string? Text(System.Text.Json.JsonElement json, string name) => json.GetProperty(name).GetString();
}
