using System.Net;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Wording;

namespace LeadBot.Channels.Slack.Tests.Incoming;

public sealed class AnsweringInTime
{
    private static readonly TimeSpan Given = TimeSpan.FromSeconds(3);

    public static TheoryData<string> Failures => ["it throws", "it does not begin", "it does not end"];

    [Theory, MemberData(nameof(Failures))]
    public async Task An_event_that_was_not_kept_in_time_is_to_be_sent_again(string failure)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await InTimeAsync(host, failure, () => host.EventAsync(Payloads.Direct()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        await host.SettleAsync();
        Assert.DoesNotContain(host.Slack.Calls, call => call.Method is not ("users.info" or "conversations.info"));
    }

    [Theory, MemberData(nameof(Failures))]
    public async Task A_press_that_was_not_kept_is_asked_for_again(string failure)
    {
        await using var host = await HearingHost.StartAsync();
        using var response = await InTimeAsync(host, failure, () => host.InteractAsync(Payloads.Press()));
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await BodyAsync(response)));
        if (failure == "it does not end")
        {
            return;
        }

        await host.SettleAsync();

        var call = Assert.Single(host.Slack.Calls, call => call.Method is not ("users.info" or "conversations.info"));
        Assert.Equal("https://hooks.slack.com/actions/T1/1/x", call.Url.ToString());
        Assert.Equal(("ephemeral", "false", BusyWords.TryAgain, "1763888000.000100"), (call.Fields["response_type"], call.Fields["replace_original"], call.Fields["text"], call.Fields["thread_ts"]));
    }

    [Theory]
    [InlineData("it throws")]
    [InlineData("it does not begin")]
    public async Task A_command_that_was_not_kept_is_asked_for_again_in_the_answer(string failure)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await InTimeAsync(host, failure, () => host.CommandAsync(Payloads.Command()));

        Assert.Equal($$"""{"response_type":"ephemeral","text":"{{BusyWords.TryAgain}}"}""", await BodyAsync(response));
        await host.SettleAsync();
        Assert.DoesNotContain(host.Slack.Calls, call => call.Method is not ("users.info" or "conversations.info"));
    }

    [Theory, MemberData(nameof(Failures))]
    public async Task A_form_that_was_not_kept_stays_open_and_says_so(string failure)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await InTimeAsync(host, failure, () => host.InteractAsync(Payloads.Submission(AfterTheCommit.Metadata())));

        Assert.Equal($$$"""{"response_action":"errors","errors":{"field:note":"{{{BusyWords.TryAgain}}}"}}""", await BodyAsync(response));
    }

    [Fact]
    public async Task What_is_kept_late_is_shown_all_the_same()
    {
        await using var host = await HearingHost.StartAsync();
        var (begun, ends) = (new TaskCompletionSource(), new TaskCompletionSource<TurnResponse>());
        host.Turn = (_, _) =>
        {
            begun.SetResult();
            return ends.Task;
        };

        var answering = host.CommandAsync(Payloads.Command());
        await begun.Task;
        host.Clock.Advance(Given);
        using var response = await answering;
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await BodyAsync(response)));
        ends.SetResult(new TurnResponse(null, "Only the starter is heard.", []));
        await host.SettleAsync();

        var call = Assert.Single(host.Slack.Calls, call => call.Method is not ("users.info" or "conversations.info"));
        Assert.Equal(("https://hooks.slack.com/commands/T1/4/w", "Only the starter is heard."), (call.Url.ToString(), call.Fields["text"]));
    }

    [Fact]
    public async Task A_command_that_fails_late_is_asked_for_again()
    {
        await using var host = await HearingHost.StartAsync();
        var (begun, ends) = (new TaskCompletionSource(), new TaskCompletionSource<TurnResponse>());
        host.Turn = (_, _) =>
        {
            begun.SetResult();
            return ends.Task;
        };

        var answering = host.CommandAsync(Payloads.Command());
        await begun.Task;
        host.Clock.Advance(Given);
        await answering;
        ends.SetException(new InvalidOperationException("The disk is full."));
        await host.SettleAsync();

        Assert.Equal(BusyWords.TryAgain, Assert.Single(host.Slack.Calls, call => call.Method is not ("users.info" or "conversations.info")).Fields["text"]);
    }

    [Fact]
    public async Task A_person_without_a_direct_conversation_is_told_what_can_be_told()
    {
        await using var host = await HearingHost.StartAsync();
        host.Slack.Says("conversations.open", """{"ok":false,"error":"user_disabled"}""");

        using var response = await host.InteractAsync(Payloads.GlobalShortcut());
        await host.SettleAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Heard);
        Assert.Equal(("UDANA", BusyWords.TryAgain), (host.Slack.Of("chat.postMessage").Single().Fields["channel"], host.Slack.Of("chat.postMessage").Single().Fields["text"]));
    }

    /// <summary>Posts it, and moves the clock to where Slack gives up once the turn hangs.</summary>
    private static async Task<HttpResponseMessage> InTimeAsync(HearingHost host, string failure, Func<Task<HttpResponseMessage>> post)
    {
        var begun = new TaskCompletionSource();
        host.Turn = async (_, stop) =>
        {
            begun.TrySetResult();
            switch (failure)
            {
                case "it throws":
                    throw new InvalidOperationException("The disk is full.");
                case "it does not begin":
                    await Task.Delay(Timeout.InfiniteTimeSpan, stop);
                    break;
                default:
                    await new TaskCompletionSource().Task;
                    break;
            }

            return TurnResponse.None;
        };
        var posting = post();
        await begun.Task;
        if (failure != "it throws")
        {
            host.Clock.Advance(SlackTurns.BeginsWithin);
        }

        if (failure == "it does not end")
        {
            host.Clock.Advance(SlackDesk.AnswersWithin - SlackTurns.BeginsWithin);
        }

        return await posting;
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
