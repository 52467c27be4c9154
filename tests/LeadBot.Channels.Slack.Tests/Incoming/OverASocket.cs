using System.Globalization;
using System.Runtime.CompilerServices;
using LeadBot.Channels.Slack.Socket;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Wording;
using LeadBot.TestKit;

namespace LeadBot.Channels.Slack.Tests.Incoming;

public sealed class OverASocket
{
    [Fact]
    public async Task Everything_is_heard_as_over_http_and_acknowledged()
    {
        await using var slack = await SlackLines.StartAsync();
        await using var host = await StartAsync(slack);
        var line = await GreetedAsync(slack);

        await line.EnvelopeAsync("events_api", Payloads.Direct(), "e1");
        Assert.Equal("""{"envelope_id":"e1"}""", await line.HearAsync());
        await line.EnvelopeAsync("interactive", Payloads.Press(), "e2", answers: true);
        Assert.Equal("""{"envelope_id":"e2"}""", await line.HearAsync());
        await line.EnvelopeAsync("slash_commands", """{"team_id":"T1","channel_id":"C1","user_id":"UDANA","command":"/lead","text":"deals","response_url":"https://hooks.slack.com/commands/T1/4/w","trigger_id":"1.2","is_enterprise_install":"false"}""", "e3", answers: true);
        Assert.Equal("""{"envelope_id":"e3"}""", await line.HearAsync());

        Assert.Equal(["T1:D1", "T1:C1:1763888000.000100", "T1:C1:only:UDANA"], host.Heard.Select(message => message.Place.Conversation));
        var opened = host.Slack.Of("apps.connections.open")[0];
        Assert.Equal("Bearer xapp-1", opened.Token);
    }

    [Fact]
    public async Task An_answer_rides_on_the_acknowledgement()
    {
        await using var slack = await SlackLines.StartAsync();
        await using var host = await StartAsync(slack);
        host.Turn = (message, _) => message.Said is Said.Typed
            ? throw new InvalidOperationException("The disk is full.")
            : Task.FromResult(TurnResponse.None with { Form = Card.Of("Why?", Button.Of("help", "A"), Button.Of("settings", "B")) });
        var line = await GreetedAsync(slack);

        await line.EnvelopeAsync("interactive", Payloads.Submission(AfterTheCommit.Metadata()), "e1", answers: true);
        Assert.StartsWith("""{"envelope_id":"e1","payload":{"response_action":"update","view":{"type":"modal",""", await line.HearAsync(), StringComparison.Ordinal);
        await line.EnvelopeAsync("slash_commands", """{"team_id":"T1","channel_id":"C1","user_id":"UDANA","text":"deals","trigger_id":"1.2"}""", "e2", answers: true);
        Assert.Contains(BusyWords.TryAgain, await line.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_kept_is_not_acknowledged_and_what_is_nonsense_is_passed_over()
    {
        await using var slack = await SlackLines.StartAsync();
        await using var host = await StartAsync(slack);
        host.Turn = (_, _) => host.Heard.Count == 1 ? throw new InvalidOperationException("The disk is full.") : Task.FromResult(TurnResponse.None);
        var line = await GreetedAsync(slack);

        await line.EnvelopeAsync("events_api", Payloads.Direct(), "e1");
        await UntilAsync(() => host.Logged.Lines.Any(said => said.Contains("was not kept", StringComparison.Ordinal)));
        foreach (var nonsense in new[] { "{", "[]", "7", "{}", "{\"type\":7}", "{\"type\":\"events_api\",\"envelope_id\":\"e2\"}", "{\"type\":\"interactive\",\"envelope_id\":\"e3\",\"payload\":[]}", "{\"type\":\"slash_commands\",\"envelope_id\":\"e4\",\"payload\":\"\"}" })
        {
            await line.SayAsync(nonsense);
        }

        await line.EnvelopeAsync("events_api", Payloads.Direct(), "e1 again");
        Assert.Equal("""{"envelope_id":"e1 again"}""", await line.HearAsync());
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_socket_that_will_end_goes_on_until_the_next_is_open(string reason)
    {
        await using var slack = await SlackLines.StartAsync();
        await using var host = await StartAsync(slack);
        var (begun, ends) = (new TaskCompletionSource(), new TaskCompletionSource<TurnResponse>());
        host.Turn = (message, _) =>
        {
            begun.TrySetResult();
            return message.EventKey.EndsWith("000100", StringComparison.Ordinal) ? ends.Task : Task.FromResult(TurnResponse.None);
        };
        var old = await GreetedAsync(slack);
        await old.EnvelopeAsync("events_api", Payloads.Direct(), "held");
        await begun.Task;

        await old.DisconnectAsync(reason);
        var next = await slack.NextAsync();
        await old.EnvelopeAsync("events_api", Payloads.Direct(ts: "1763888400.000200"), "before the next says hello");
        Assert.Equal("""{"envelope_id":"before the next says hello"}""", await old.HearAsync());
        await next.HelloAsync();
        await next.EnvelopeAsync("events_api", Payloads.Direct(ts: "1763888400.000300"), "on the next");
        Assert.Equal("""{"envelope_id":"on the next"}""", await next.HearAsync());
        Assert.False(old.Ended.IsCompleted);
        ends.SetResult(TurnResponse.None);
        Assert.Equal("""{"envelope_id":"held"}""", await old.HearAsync());
        await old.Ended;
    }

    [Fact]
    public async Task A_lost_socket_is_opened_again_at_once_when_it_had_lasted_and_ever_more_slowly_when_not()
    {
        await using var slack = await SlackLines.StartAsync();
        await using var host = await StartAsync(slack);
        var first = await GreetedAsync(slack);
        await UntilAsync(() => host.Logged.Lines.Any(said => said.Contains("Hearing Slack over a socket", StringComparison.Ordinal)));
        host.Clock.Advance(SocketMode.Lasted);
        first.Drop();
        var second = await GreetedAsync(slack);

        host.Slack.Says("apps.connections.open", """{"ok":false,"error":"internal_error"}""");
        second.Drop();
        var waits = new List<double>();
        for (var failure = 1; failure <= 8; failure++)
        {
            waits.Add(await WaitsAsync(host, failure));
            if (failure == 8)
            {
                host.Slack.Says("apps.connections.open", slack.Address);
            }

            host.Clock.Advance(SocketMode.LongestWait);
        }

        Assert.All(waits.Zip([1, 2, 4, 8, 16, 32, 60, 60]), wait => Assert.InRange(wait.First, 0.75 * wait.Second - 0.1, wait.Second + 0.1));
        var third = await GreetedAsync(slack);
        await third.EnvelopeAsync("events_api", Payloads.Direct(), "e1");
        Assert.Equal("""{"envelope_id":"e1"}""", await third.HearAsync());
    }

    [Fact]
    public async Task A_socket_on_which_nobody_says_hello_is_left()
    {
        await using var slack = await SlackLines.StartAsync();
        await using var host = await StartAsync(slack);
        var mute = await slack.NextAsync();

        host.Clock.Advance(SocketMode.Patience);
        await mute.Ended;
        await WaitsAsync(host, 1);
        host.Clock.Advance(SocketMode.LongestWait);
        await GreetedAsync(slack);
    }

    [Fact]
    public async Task Where_socket_mode_was_switched_off_it_is_not_tried_at_once()
    {
        await using var slack = await SlackLines.StartAsync();
        await using var host = await StartAsync(slack);
        var line = await GreetedAsync(slack);

        await line.DisconnectAsync("link_disabled");

        await WaitsAsync(host, 1);
        Assert.Single(host.Slack.Of("apps.connections.open"));
    }

    [Fact]
    public async Task A_stop_finishes_and_acknowledges_what_is_held_and_says_goodbye()
    {
        await using var slack = await SlackLines.StartAsync();
        await using var host = await StartAsync(slack);
        var (begun, ends) = (new TaskCompletionSource(), new TaskCompletionSource<TurnResponse>());
        host.Turn = (_, _) =>
        {
            begun.SetResult();
            return ends.Task;
        };
        var line = await GreetedAsync(slack);
        await line.EnvelopeAsync("events_api", Payloads.Direct(), "held");
        await begun.Task;

        var stopping = host.StopAsync();
        ends.SetResult(TurnResponse.None);
        Assert.Equal("""{"envelope_id":"held"}""", await line.HearAsync());
        await line.Ended;
        await stopping;
    }

    [Theory]
    [InlineData("wss://socket.example/link")]
    [InlineData("ws://wss-primary.slack.com/link")]
    [InlineData("https://wss-primary.slack.com/link")]
    [InlineData("")]
    public async Task No_socket_is_opened_to_anybody_else(string url)
    {
        var answers = new AnsweringSlack();
        answers.Says("apps.connections.open", $$"""{"ok":true,"url":"{{url}}"}""");
        await using var host = await HearingHost.StartAsync(answers, ("Slack:AppToken", "xapp-1"), ("Slack:ApiBaseUrl", "http://127.0.0.1:9/api/"));

        await UntilAsync(() => host.Logged.Lines.Any(said => said.Contains("Slack opens no socket: no address", StringComparison.Ordinal)));
    }

    private static Task<HearingHost> StartAsync(SlackLines slack)
    {
        var answers = new AnsweringSlack();
        answers.Says("apps.connections.open", slack.Address);
        return HearingHost.StartAsync(answers, ("Slack:AppToken", "xapp-1"), ("Slack:ApiBaseUrl", "http://127.0.0.1:9/api/"));
    }

    private static async Task<SlackLines.Line> GreetedAsync(SlackLines slack)
    {
        var line = await slack.NextAsync();
        await line.HelloAsync();
        return line;
    }

    /// <summary>How many seconds it waits after so many failures.</summary>
    private static async Task<double> WaitsAsync(HearingHost host, int failures)
    {
        const string Said = "Information: The next socket to Slack is tried in ";
        string[] Waits() => [.. host.Logged.Lines.Where(line => line.StartsWith(Said, StringComparison.Ordinal))];
        await UntilAsync(() => Waits().Length == failures);
        return double.Parse(Waits()[^1][Said.Length..^2], CultureInfo.InvariantCulture);
    }

    private static async Task UntilAsync(Func<bool> happened, [CallerArgumentExpression(nameof(happened))] string what = "")
    {
        for (var patience = new Patience(what); !happened(); patience.Check())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
