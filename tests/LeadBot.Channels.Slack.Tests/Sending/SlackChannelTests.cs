using LeadBot.Channels.Slack.Sending;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;

namespace LeadBot.Channels.Slack.Tests.Sending;

public sealed class SlackChannelTests
{
    private const string Ok = """{"ok":true,"ts":"1.5"}""";
    private const string ResponseUrl = "https://hooks.slack.com/commands/T1/2/x";

    private static readonly Card Hello = Card.Of("Hello.");
    private static readonly SlackAddress Thread = new("T1", null, "C1", "1.2", "U1");
    private static readonly SlackAddress Whisper = new("T1", null, "C1", null, "U1", SlackView.Ephemeral, ResponseUrl, new DateTimeOffset(2026, 11, 23, 9, 29, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_message_goes_into_its_thread()
    {
        using var slack = new ScriptedSlack().Answers(Ok);
        Assert.Equal(new Sent.Delivered("1.5"), await SendAsync(slack, Thread));
        var call = Assert.Single(slack.Calls);
        Assert.Equal(("chat.postMessage", "C1", "1.2", "Hello.", "none"), (call.Method, call.Fields["channel"], call.Fields["thread_ts"], call.Fields["text"], call.Fields["parse"]));
        Assert.Equal("Hello.", call.Json("blocks")![0]!["text"]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("msg_too_long", typeof(Sent.GiveUp))]
    [InlineData("channel_not_found", typeof(Sent.Gone))]
    [InlineData("is_archived", typeof(Sent.Gone))]
    [InlineData("invalid_auth", typeof(Sent.TryAgain))]
    [InlineData("missing_scope", typeof(Sent.TryAgain))]
    [InlineData("service_unavailable", typeof(Sent.TryAgain))]
    public async Task A_refusal_means_what_it_says(string error, Type sent)
    {
        using var slack = new ScriptedSlack().Refuses(error);
        Assert.IsType(sent, await SendAsync(slack, Thread));
    }

    [Fact]
    public async Task A_whisper_is_the_answer_to_the_command_while_that_is_possible()
    {
        using var slack = new ScriptedSlack().Answers("ok");
        Assert.IsType<Sent.Delivered>(await SendAsync(slack, Whisper));
        var call = Assert.Single(slack.Calls);
        Assert.Equal((ResponseUrl, "ephemeral", "false"), (call.Url.ToString(), call.Fields["response_type"], call.Fields["replace_original"]));
    }

    [Fact]
    public async Task Later_a_whisper_goes_into_the_channel_for_one_person()
    {
        using var slack = new ScriptedSlack().Answers("""{"ok":true,"message_ts":"1.6"}""");
        slack.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(new Sent.Delivered("1.6"), await SendAsync(slack, Whisper));
        var call = Assert.Single(slack.Calls);
        Assert.Equal(("chat.postEphemeral", "C1", "U1"), (call.Method, call.Fields["channel"], call.Fields["user"]));
    }

    [Fact]
    public async Task Who_is_not_in_the_channel_hears_it_directly()
    {
        using var slack = new ScriptedSlack().Answers("used_url", System.Net.HttpStatusCode.NotFound).Refuses(SlackErrors.UserNotInChannel).Answers("""{"ok":true,"channel":{"id":"D9"}}""").Answers(Ok);
        Assert.Equal(new Sent.Delivered("1.5"), await SendAsync(slack, Whisper));
        Assert.Equal(["x", "chat.postEphemeral", "conversations.open", "chat.postMessage"], slack.Calls.Select(call => call.Method));
        Assert.Equal("D9", slack.Calls[^1].Fields["channel"]);
    }

    [Theory]
    [InlineData("user_disabled", typeof(Sent.Gone))]
    [InlineData("invalid_auth", typeof(Sent.TryAgain))]
    public async Task Who_cannot_be_reached_at_all_is_gone_unless_it_is_the_bots_fault(string error, Type sent)
    {
        using var slack = new ScriptedSlack().Refuses("channel_not_found").Refuses(error);
        Assert.IsType(sent, await SendAsync(slack, Whisper with { ResponseUrl = null }));
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("ratelimited")]
    public async Task What_may_work_later_in_the_channel_is_not_said_elsewhere(string error)
    {
        using var slack = new ScriptedSlack().Refuses(error);
        Assert.IsType<Sent.TryAgain>(await SendAsync(slack, Whisper with { ResponseUrl = null }));
        Assert.Single(slack.Calls);
    }

    [Fact]
    public async Task A_page_is_published_to_its_person()
    {
        using var slack = new ScriptedSlack().Answers("""{"ok":true,"view":{}}""").Refuses("not_enabled");
        var home = new SlackAddress("T1", null, null, null, "U1", SlackView.Home);
        Assert.Equal(new Sent.Delivered(null), await SendAsync(slack, home));
        Assert.Equal(("views.publish", "U1", "home"), (slack.Calls[0].Method, slack.Calls[0].Fields["user_id"], slack.Calls[0].Json("view")!["type"]!.GetValue<string>()));
        Assert.Contains("Switch on the home tab", Assert.IsType<Sent.GiveUp>(await SendAsync(slack, home)).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"team":"T1"}""")]
    [InlineData("""{"team":"T1","view":"home"}""")]
    public async Task What_is_no_address_is_given_up(string address)
    {
        using var slack = new ScriptedSlack();
        Assert.IsType<Sent.GiveUp>(await Channel(slack).SendAsync(address, Hello, TestContext.Current.CancellationToken));
        Assert.IsType<Opened.Never>(await Channel(slack).OpenDirectAsync(address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_direct_conversation_is_opened_once()
    {
        using var slack = new ScriptedSlack().Answers("""{"ok":true,"channel":{"id":"D9"}}""");
        var direct = new Opened.Direct("T1:D9", """{"team":"T1","channel":"D9","user":"U1","view":"Message"}""");
        Assert.Equal(direct, await OpenAsync(slack, Thread));
        Assert.Equal(direct, await OpenAsync(slack, Whisper));
        var call = Assert.Single(slack.Calls);
        Assert.Equal(("conversations.open", "U1"), (call.Method, call.Fields["users"]));
    }

    [Theory]
    [InlineData("user_not_found", typeof(Opened.Never))]
    [InlineData("invalid_arguments", typeof(Opened.Never))]
    [InlineData("token_revoked", typeof(Opened.TryAgain))]
    [InlineData("internal_error", typeof(Opened.TryAgain))]
    public async Task A_direct_conversation_that_cannot_be_opened_says_why(string error, Type opened)
    {
        using var slack = new ScriptedSlack().Refuses(error);
        Assert.IsType(opened, await OpenAsync(slack, Thread));
    }

    [Fact]
    public async Task A_channel_gets_four_at_once_and_then_one_a_second_whatever_the_thread()
    {
        using var slack = new ScriptedSlack();
        for (var i = 0; i < 8; i++)
        {
            slack.Answers(Ok);
        }

        for (var i = 0; i < 4; i++)
        {
            Assert.IsType<Sent.Delivered>(await SendAsync(slack, Thread with { Thread = $"{i}" }));
        }

        var waiting = Enumerable.Range(0, 3).Select(i => SendAsync(slack, Thread with { Thread = $"{4 + i}" })).ToList();
        Assert.All(waiting, sending => Assert.False(sending.IsCompleted));
        Assert.Equal(4, slack.Calls.Count);
        Assert.Equal(TimeSpan.FromSeconds(4), Assert.IsType<Sent.TryAgain>(await SendAsync(slack, Thread)).After);
        Assert.IsType<Sent.Delivered>(await SendAsync(slack, Thread with { Channel = "C2" }));
        for (var i = 0; i < 3; i++)
        {
            slack.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.IsType<Sent.Delivered>(await waiting[i]);
            Assert.Equal(6 + i, slack.Calls.Count);
        }
    }

    [Fact]
    public void Without_settings_there_is_no_channel()
    {
        using var slack = new ScriptedSlack(("Slack:BotToken", ""), ("Slack:SigningSecret", ""));
        Assert.Throws<InvalidOperationException>(() => slack.Get<IChannel>());
    }

    private static IChannel Channel(ScriptedSlack slack) => slack.Get<IChannel>();

    private static Task<Sent> SendAsync(ScriptedSlack slack, SlackAddress to) => Channel(slack).SendAsync(to.ToString(), Hello, TestContext.Current.CancellationToken);

    private static Task<Opened> OpenAsync(ScriptedSlack slack, SlackAddress at) => Channel(slack).OpenDirectAsync(at.ToString(), TestContext.Current.CancellationToken);
}
