using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Wording;

namespace LeadBot.Channels.Slack.Tests.Incoming;

public sealed class AfterTheCommit
{
    private static readonly Card Why = new("Why is Acme lost?", [new CardPart.TextField("note", "Why?")], [new Button("lose-because", "Lose it", new Dictionary<string, string> { ["deal"] = "7", ["reason"] = "other" })]);

    private static readonly SlackAddress Thread = new("T1", null, "C1", "1763888000.000100", "UDANA");

    /// <summary>What a form made of a card carries, as JSON text.</summary>
    internal static string Metadata(SlackAddress? at = null) =>
        JsonSerializer.Serialize(Modals.Of(Why, (at ?? Thread).ToString())!["private_metadata"]!.GetValue<string>());

    [Fact]
    public async Task A_press_opens_a_form_then_redraws_what_was_pressed_then_whispers_then_shows_it_on_the_home()
    {
        await using var host = await HearingHost.StartAsync();
        host.Live.Add("T1:home:UDANA");
        host.Turn = (message, _) => Task.FromResult(message.Said is Said.Pressed
            ? new TurnResponse(Card.Of("Acme, as it is now."), "Only you see this.", []) { Form = Why, Changed = true }
            : TurnResponse.None);

        await host.InteractAsync(Payloads.Press());
        await host.SettleAsync();

        var calls = host.Slack.Calls.Where(call => call.Method != "users.info").ToList();
        Assert.Equal(["views.open", "x", "x"], calls.Select(call => call.Method));
        Assert.Equal("12466734323.1395872398", calls[0].Fields["trigger_id"]);
        Assert.Equal(Thread.ToString(), FormData.Read(calls[0].Json("view")!["private_metadata"]!.GetValue<string>())!.At);
        Assert.Equal(("true", "Acme, as it is now."), (calls[1].Fields["replace_original"], calls[1].Fields["text"]));
        Assert.Equal(("ephemeral", "Only you see this."), (calls[2].Fields["response_type"], calls[2].Fields["text"]));
        var shown = host.Heard[1];
        Assert.Equal(("home|12466734323.1395872398", "T1:home:UDANA", PlaceKind.Home), (shown.EventKey, shown.Place.Conversation, shown.Place.Kind));
        Assert.IsType<Said.HomeOpened>(shown.Said);
    }

    [Fact]
    public async Task A_home_that_was_never_opened_is_not_drawn()
    {
        await using var host = await HearingHost.StartAsync();
        host.Turn = (_, _) => Task.FromResult(new TurnResponse(null, null, []) { Changed = true });

        await host.InteractAsync(Payloads.Press());
        await host.SettleAsync();

        Assert.Single(host.Heard);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // opened where another process hears of it
    public async Task A_home_that_was_not_there_is_drawn_once_it_is_opened_here_or_a_minute_is_over(bool here)
    {
        await using var host = await HearingHost.StartAsync();
        host.Turn = (message, _) => Task.FromResult(TurnResponse.None with { Changed = message.Said is Said.Pressed });
        await host.InteractAsync(Payloads.Press());
        await host.SettleAsync();

        host.Live.Add("T1:home:UDANA");
        if (here)
        {
            await host.EventAsync(Payloads.HomeOpened("home"));
        }
        else
        {
            await host.InteractAsync(Payloads.Press());
            await host.SettleAsync();
            Assert.Equal(2, host.Heard.Count);
            host.Clock.Advance(AfterCommit.Pageless);
        }

        await host.SettleAsync();
        await host.InteractAsync(Payloads.Press());
        await host.SettleAsync();

        Assert.Equal(4, host.Heard.Count);
        Assert.Equal("T1:home:UDANA", host.Heard[^1].Place.Conversation);
    }

    [Fact]
    public async Task A_form_that_does_not_open_is_shown_to_them_alone_as_a_message()
    {
        await using var host = await HearingHost.StartAsync();
        host.Slack.Says("views.open", """{"ok":false,"error":"expired_trigger_id"}""");
        host.Turn = (_, _) => Task.FromResult(TurnResponse.None with { Form = Why });

        await host.InteractAsync(Payloads.Press());
        await host.SettleAsync();

        var shown = host.Slack.Calls[^1];
        Assert.Equal(("/actions/T1/1/x", "ephemeral", Why.Summary), (shown.Url.AbsolutePath, shown.Fields["response_type"], shown.Fields["text"]));
    }

    [Fact]
    public async Task A_message_whose_response_url_is_spent_is_updated_by_its_own_id()
    {
        await using var host = await HearingHost.StartAsync();
        host.Slack.Says("x", "used_url");
        host.Turn = (_, _) => Task.FromResult(new TurnResponse(Card.Of("Acme, as it is now."), null, []));

        await host.InteractAsync(Payloads.Press());
        await host.SettleAsync();

        var update = Assert.Single(host.Slack.Of("chat.update"));
        Assert.Equal(("C1", "1763888300.000900", "Acme, as it is now."), (update.Fields["channel"], update.Fields["ts"], update.Fields["text"]));
    }

    [Fact]
    public async Task Who_typed_in_a_thread_gets_a_line_there_that_nobody_else_sees()
    {
        await using var host = await HearingHost.StartAsync();
        host.Turn = (_, _) => Task.FromResult(new TurnResponse(null, "Only <Kim> & co are heard here.", []));

        await host.EventAsync(Payloads.Mention(thread: "1763888000.000100"));
        await host.SettleAsync();

        var whisper = Assert.Single(host.Slack.Of("chat.postEphemeral"));
        Assert.Equal(
            ("C1", "UDANA", "1763888000.000100", "Only &lt;Kim&gt; &amp; co are heard here."),
            (whisper.Fields["channel"], whisper.Fields["user"], whisper.Fields["thread_ts"], whisper.Fields["text"]));
    }

    [Fact]
    public async Task Who_wrote_directly_is_answered_directly()
    {
        await using var host = await HearingHost.StartAsync();
        host.Turn = (_, _) => Task.FromResult(new TurnResponse(null, "A line.", []));

        await host.EventAsync(Payloads.Direct());
        await host.SettleAsync();

        Assert.Equal("D1", Assert.Single(host.Slack.Of("chat.postMessage")).Fields["channel"]);
    }

    [Fact]
    public async Task A_repeated_event_is_answered_alike_and_nothing_is_said_twice()
    {
        await using var host = await HearingHost.StartAsync();
        host.Turn = (_, _) => Task.FromResult(new TurnResponse(Card.Of("As it is."), "A line.", []) { Form = Why, IsRepeat = true });

        await host.InteractAsync(Payloads.Press());
        await host.EventAsync(Payloads.Mention());
        await host.SettleAsync();

        Assert.DoesNotContain(host.Slack.Calls, call => call.Method != "users.info");
    }

    [Fact]
    public async Task A_filled_in_form_is_heard_where_it_was_opened_and_closes()
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await host.InteractAsync(Payloads.Submission(Metadata()));

        var heard = Assert.Single(host.Heard);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("T1:C1:1763888000.000100", true), (heard.Place.Conversation, heard.CanOpenForm));
        var pressed = Assert.IsType<Said.Pressed>(heard.Said);
        Assert.Equal(("lose-because", "no budget", "other", false), (pressed.Action, pressed.Fields["note"], pressed.Fields["reason"], pressed.CanRedraw));
    }

    [Fact]
    public async Task A_form_that_asks_again_takes_the_place_of_the_one_that_was_sent()
    {
        await using var host = await HearingHost.StartAsync();
        host.Turn = (_, _) => Task.FromResult(TurnResponse.None with { Form = Why });

        using var response = await host.InteractAsync(Payloads.Submission(Metadata()));
        await host.SettleAsync();

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(("update", "modal"), (body["response_action"]!.GetValue<string>(), body["view"]!["type"]!.GetValue<string>()));
        Assert.Empty(host.Slack.Of("views.open"));
    }

    [Fact]
    public async Task A_form_in_which_nothing_was_chosen_says_so_and_is_not_heard()
    {
        await using var host = await HearingHost.StartAsync();
        var choices = Modals.Of(Card.Of("Why?", Button.Of("settings", "A"), Button.Of("help", "B")), Thread.ToString())!;

        using var response = await host.InteractAsync(Payloads.Submission(JsonSerializer.Serialize(choices["private_metadata"]!.GetValue<string>()), "{}"));

        Assert.Contains("\"response_action\":\"errors\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(host.Heard);
    }

    [Theory]
    [InlineData("T1", "UKIM", "C1", "1763888000.000100")]
    [InlineData("T2", "UDANA", "C1", "1763888000.000100")]
    [InlineData("T1", "UDANA", "c1", "1763888000.000100")]
    [InlineData("T1", "UDANA", "C1", "176\ufffd888000.000100")]
    [InlineData("T1", "UDANA", "C1", "")]
    public async Task A_form_that_was_opened_for_somebody_else_or_nowhere_is_not_heard(string team, string user, string channel, string thread)
    {
        await using var host = await HearingHost.StartAsync();

        await host.InteractAsync(Payloads.Submission(Metadata(Thread with { Team = team, User = user, Channel = channel, Thread = thread })));

        Assert.Empty(host.Heard);
    }

    [Fact]
    public async Task A_stop_waits_for_what_follows_an_answer()
    {
        await using var host = await HearingHost.StartAsync();
        var (asked, answers) = (new TaskCompletionSource(), new TaskCompletionSource<string>());
        host.Slack.Answers["x"] = _ =>
        {
            asked.SetResult();
            return answers.Task;
        };
        host.Turn = (_, _) => Task.FromResult(new TurnResponse(null, "A line.", []));
        await host.InteractAsync(Payloads.Press());
        await asked.Task;

        var stopping = host.Get<Afterwards>().StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCompleted);
        answers.SetResult("ok");
        await stopping;
    }

    [Fact]
    public async Task Nothing_is_posted_to_an_address_that_is_not_slacks()
    {
        await using var host = await HearingHost.StartAsync();
        host.Turn = (_, _) => Task.FromResult(new TurnResponse(null, "A line.", []));

        await host.InteractAsync(Payloads.Press().Replace("https://hooks.slack.com/actions", "https://hooks.slack.example/actions", StringComparison.Ordinal));
        await host.SettleAsync();

        Assert.Equal(["chat.postEphemeral"], host.Slack.Calls.Select(call => call.Method).Where(method => method != "users.info"));
    }
}
