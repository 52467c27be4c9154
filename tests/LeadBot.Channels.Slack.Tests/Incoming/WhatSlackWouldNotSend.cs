using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.Slack.Tests.Incoming;

public sealed partial class WhatSlackWouldNotSend
{
    private const string Events = "/slack/events";
    private const string Interactions = "/slack/interactions";
    private const string Commands = "/slack/commands";

    private static readonly string[] s_paths = [Events, Interactions, Commands];

    private static readonly string[] s_events =
    [
        Payloads.Direct(), Payloads.InChannel(), Payloads.Mention(), Payloads.HomeOpened("home"), Payloads.HomeOpened("messages"), Payloads.Joined(), Payloads.Uninstalled(),
        Payloads.Revoked("\"U1\""), """{"type":"url_verification","challenge":"x"}""",
    ];

    private static readonly string[] s_interactions =
    [
        Payloads.Press(), Payloads.Press("D1", null), Payloads.PressEphemeral(), Payloads.PressAtHome(), Payloads.MessageShortcut(), Payloads.GlobalShortcut(), Payloads.Submission(AfterTheCommit.Metadata()),
        Payloads.Press(action: """{"action_id":"lose-because:3:{\"deal\":\"7\"}","type":"static_select","selected_option":{"value":"{\"reason\":\"price\"}"},"action_ts":"1.2"}"""),
        Payloads.Press(action: """{"action_id":"park-until:3:{\"deal\":\"7\"}","type":"datepicker","selected_date":"2027-01-05","action_ts":"1.2"}"""),
    ];

    [Fact]
    public async Task A_mutated_event_is_ignored_or_refused_and_never_an_exception()
    {
        await using var host = await HearingHost.StartAsync();
        await Mutations.Of(s_events).SampleAsync(async json => await RefusedOrIgnoredAsync(host, Events, json), iter: 1500);
        await SoundAsync(host);
    }

    [Fact]
    public async Task A_mutated_interaction_is_ignored_or_refused_and_never_an_exception()
    {
        await using var host = await HearingHost.StartAsync();
        await Mutations.Of(s_interactions).SampleAsync(async json => await RefusedOrIgnoredAsync(host, Interactions, Payloads.Form(json)), iter: 1500);
        await SoundAsync(host);
    }

    [Fact]
    public async Task A_mutated_command_is_ignored_or_refused_and_never_an_exception()
    {
        await using var host = await HearingHost.StartAsync();
        var fields = Payloads.Command().Split('&');
        await Gen.Select(Gen.Int[0, fields.Length - 1], Gen.OneOf("team_id=", "user_id=%00", "channel_id=%F0%9F", "trigger_id", "text=%", "text=%ED%A0%80", "=", "&&&", "text=<@U1>%3C", "response_url=x", "command=/lead&command=/lead"), Gen.Bool)
            .SampleAsync(
                async (at, other, remove) => await RefusedOrIgnoredAsync(host, Commands, string.Join('&', fields.Select((field, i) => i != at ? field : remove ? "" : other))),
                iter: 500);
        await SoundAsync(host);
    }

    [Fact]
    public async Task Any_signed_bytes_at_all_are_ignored_or_refused()
    {
        await using var host = await HearingHost.StartAsync();
        var bodies = Gen.OneOf(
            Gen.Byte.Array[0, 200],
            Gen.Select(Gen.OneOf([.. s_events, .. s_interactions.Select(Payloads.Form), Payloads.Command()]), Gen.Int[0, 100_000], Gen.Byte).Select((payload, at, other) =>
            {
                var bytes = Encoding.UTF8.GetBytes(payload);
                bytes[at % bytes.Length] = other;
                return bytes;
            }),
            Gen.Select(Gen.OneOf([.. s_events, .. s_interactions.Select(Payloads.Form), Payloads.Command()]), Gen.Int[0, 100_000]).Select((payload, end) => Encoding.UTF8.GetBytes(payload)[..(end % payload.Length)]));
        await Gen.Select(bodies, Gen.OneOf(s_paths)).SampleAsync(async (body, path) => await RefusedOrIgnoredAsync(host, path, body), iter: 1500);
        await SoundAsync(host);
    }

    public static TheoryData<string, string, HttpStatusCode> Malformed => new()
    {
        { Events, "", HttpStatusCode.BadRequest },
        { Events, "null", HttpStatusCode.BadRequest },
        { Events, "[]", HttpStatusCode.BadRequest },
        { Events, "{}", HttpStatusCode.BadRequest },
        { Events, "{\"type\":7}", HttpStatusCode.BadRequest },
        { Events, "{\"type\":\"url_verification\"}", HttpStatusCode.BadRequest },
        { Events, Payloads.Form(Payloads.Direct()), HttpStatusCode.BadRequest },
        { Events, new string('[', 100_000), HttpStatusCode.BadRequest },
        { Events, $"{{\"type\":\"event_callback\",\"event\":{new string('[', 80)}{new string(']', 80)}}}", HttpStatusCode.BadRequest },
        { Events, "{\"type\":\"something_new\"}", HttpStatusCode.OK },
        { Interactions, "", HttpStatusCode.BadRequest },
        { Interactions, "payload=", HttpStatusCode.BadRequest },
        { Interactions, "payload=%7B%7D", HttpStatusCode.BadRequest },
        { Interactions, "payload=%5B", HttpStatusCode.BadRequest },
        { Interactions, Payloads.Press(), HttpStatusCode.BadRequest },
        { Interactions, "payload=" + new string('[', 100_000), HttpStatusCode.BadRequest },
        { Interactions, string.Concat(Enumerable.Range(0, 2000).Select(i => $"a{i}=1&")), HttpStatusCode.BadRequest },
        { Interactions, new string('a', 100_000) + "=1", HttpStatusCode.BadRequest },
        { Interactions, "payload=%7B%22type%22%3A%22something_new%22%7D", HttpStatusCode.OK },
        { Commands, "", HttpStatusCode.BadRequest },
        { Commands, "text=deals", HttpStatusCode.BadRequest },
        { Commands, "{}", HttpStatusCode.BadRequest },
    };

    [Theory, MemberData(nameof(Malformed))]
    public async Task What_has_another_shape_is_refused(string path, string body, HttpStatusCode status)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await host.PostAsync(path, Encoding.UTF8.GetBytes(body));

        Assert.Equal(status, response.StatusCode);
        await SoundAsync(host);
        Assert.Empty(host.Heard);
    }

    [Theory]
    [InlineData(Events)]
    [InlineData(Interactions)]
    [InlineData(Commands)]
    public async Task A_stranger_is_refused_unread_and_what_they_sent_is_not_logged(string path)
    {
        await using var host = await HearingHost.StartAsync();
        var body = Encoding.UTF8.GetBytes("{\"not json, and a password: hunter2");
        var (now, old) = (Signer.Seconds(host.Clock.GetUtcNow()), Signer.Seconds(host.Clock.GetUtcNow().AddSeconds(-301)));

        foreach (var (timestamp, signature) in new[]
        {
            (now, ""), (now, "v0=" + new string('0', 64)), ("", Signer.Sign(HearingHost.Secret, "", body)), (now, Signer.Sign("another secret", now, body)), (old, Signer.Sign(HearingHost.Secret, old, body)),
            (now, Signer.Sign(HearingHost.Secret, now, body) + "," + Signer.Sign(HearingHost.Secret, now, body)),
        })
        {
            using var response = await host.PostAsync(path, body, timestamp, signature);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        Assert.Empty(host.Heard);
        Assert.DoesNotContain(host.Logged.Lines, line => line.Contains("hunter2", StringComparison.Ordinal));
        Assert.Contains($"Warning: A request to {path} was refused: it is not signed by Slack, or more than five minutes old", host.Logged.Lines);
    }

    [Theory]
    [InlineData(Events)]
    [InlineData(Interactions)]
    [InlineData(Commands)]
    public async Task Too_much_is_refused_before_it_is_read(string path)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await host.PostAsync(path, new byte[600 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(Events)]
    [InlineData(Interactions)]
    [InlineData(Commands)]
    public async Task Too_much_of_unsaid_length_is_refused_once_it_is_too_much(string path)
    {
        await using var host = await HearingHost.StartAsync();
        using var client = new TcpClient(host.Address.Host, host.Address.Port);
        var stream = client.GetStream();

        // One byte more than is read, and no end.
        const int Most = 512 * 1024;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{Most + 1:x}\r\n"), TestContext.Current.CancellationToken);
        await stream.WriteAsync(new byte[Most + 1], TestContext.Current.CancellationToken);
        using var answer = new StreamReader(stream);

        Assert.StartsWith("HTTP/1.1 413 ", await answer.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await SoundAsync(host);
        Assert.Empty(host.Heard);
    }

    [Fact]
    public async Task A_request_played_again_has_the_key_of_the_first_and_after_five_minutes_is_refused()
    {
        await using var host = await HearingHost.StartAsync();
        var body = Encoding.UTF8.GetBytes(Payloads.Direct());
        var timestamp = Signer.Seconds(host.Clock.GetUtcNow());
        var signature = Signer.Sign(HearingHost.Secret, timestamp, body);

        await host.PostAsync(Events, body, timestamp, signature);
        host.Clock.Advance(TimeSpan.FromSeconds(300));
        await host.PostAsync(Events, body, timestamp, signature);
        Assert.Equal(2, host.Heard.Count);
        Assert.Single(host.Heard.Select(message => message.EventKey).Distinct());

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await host.PostAsync(Events, body, timestamp, signature);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.Equal(2, host.Heard.Count);
    }

    [Fact]
    public async Task Over_a_socket_nothing_is_heard_over_http()
    {
        await using var host = await HearingHost.StartAsync(("Slack:AppToken", "xapp-1"));

        using var response = await host.EventAsync(Payloads.Direct());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static Task RefusedOrIgnoredAsync(HearingHost host, string path, string body) => RefusedOrIgnoredAsync(host, path, Encoding.UTF8.GetBytes(body));

    private static async Task RefusedOrIgnoredAsync(HearingHost host, string path, byte[] body)
    {
        using var response = await host.PostAsync(path, body);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{response.StatusCode} for {Encoding.UTF8.GetString(body)}");
    }

    /// <summary>No exception anywhere, and whatever was heard is something that can be kept.</summary>
    private static async Task SoundAsync(HearingHost host)
    {
        await host.SettleAsync();
        Assert.DoesNotContain(host.Logged.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal) || line.Contains("was not kept", StringComparison.Ordinal));
        Assert.All(host.Heard, message =>
        {
            Assert.InRange(message.EventKey.Length, 1, 400);
            Assert.Matches(Ids(), message.Place.Conversation);
            Assert.Matches("^slack:[TE][A-Z0-9]+$", message.Place.Workspace.Value);
            Assert.True(message.Said is Said.Removed || message.From.Id.Value is ['U' or 'W', ..]);
            Assert.NotNull(SlackAddress.Read(message.Place.Address));
        });
    }

    [GeneratedRegex("^[TE][A-Z0-9]+(:[CGD][A-Z0-9]+(:[0-9.]+|:only:[UW][A-Z0-9]+)?|:home:[UW][A-Z0-9]+)?$")]
    private static partial Regex Ids();
}
