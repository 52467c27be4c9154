using System.Net;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.Slack.Tests.Incoming;

public sealed class WhatIsHeard
{
    private const string Dana = "UDANA \"Dana\" Europe/Berlin de-DE";

    public static TheoryData<string, string> Events => new()
    {
        { Payloads.Direct(), $"T1|D1|1763888400.000100: \"deals\" in T1:D1 (Direct) by {Dana}" },
        { Payloads.Direct(more: ",\"thread_ts\":\"1763888000.000100\""), $"T1|D1|1763888400.000100: \"deals\" in T1:D1 (Direct) by {Dana}" },
        { Payloads.Direct(more: ",\"subtype\":\"file_share\",\"files\":[{\"id\":\"F1\"}]"), $"T1|D1|1763888400.000100: \"deals\" in T1:D1 (Direct) by {Dana}" },
        { Payloads.Direct("give Acme to <@UKIM>, see <https://crm.example/1|the CRM> &amp; <#C9|sales>"), $"T1|D1|1763888400.000100: \"give Acme to @Kim, see the CRM & #sales\" in T1:D1 (Direct) by {Dana}" },
        { Payloads.Mention(), $"T1|C1|1763888400.000300: \"qualify Acme\" in T1:C1:1763888400.000300 (Thread of C1, whispers) by {Dana}" },
        { Payloads.Mention(thread: "1763888000.000100"), $"T1|C1|1763888400.000300: \"qualify Acme\" in T1:C1:1763888000.000100 (Thread of C1, whispers) by {Dana}" },
        { Payloads.Mention($"hey <@{Payloads.Bot}>, what about <@UKIM|kim>?"), $"T1|C1|1763888400.000300: \"hey what about @Kim?\" in T1:C1:1763888400.000300 (Thread of C1, whispers) by {Dana}" },
        { Payloads.InGroup(), $"T1|G1|1763888400.000800: \"qualify Acme\" in T1:G1:1763888400.000800 (Thread of G1, whispers) by {Dana}" },
        { Payloads.HomeOpened("home"), $"Ev0HOMEHOME: home opened in T1:home:UDANA (Home) by {Dana}" },
        { Payloads.HomeOpened("messages"), $"Ev0HOMEMESSAGES: arrived in T1:D1 (Direct) by {Dana}" },
        { Payloads.Joined(), $"Ev0JOINED: arrived in T1:C1 (Thread of C1, whispers) by {Dana}" },
        { Payloads.Uninstalled(), "Ev0UNINSTALLED: removed everywhere in T1 (Direct) by nobody" },
        { Payloads.Revoked("\"UBOT\""), "Ev0REVOKED: removed everywhere in T1 (Direct) by nobody" },
    };

    [Theory, MemberData(nameof(Events))]
    public async Task An_event_is_heard_as_what_was_said_where_and_by_whom(string json, string heard)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await host.EventAsync(json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(heard, Say(Assert.Single(host.Heard)));
    }

    public static TheoryData<string> Others => new()
    {
        Payloads.Direct(more: ",\"bot_id\":\"B2\""),
        Payloads.Direct(more: ",\"subtype\":\"bot_message\""),
        Payloads.Direct(more: ",\"subtype\":\"message_changed\",\"hidden\":true,\"message\":{\"text\":\"new\"}"),
        Payloads.Direct(more: ",\"subtype\":\"message_deleted\",\"deleted_ts\":\"1.2\""),
        Payloads.Direct(more: ",\"edited\":{\"user\":\"UDANA\",\"ts\":\"1.2\"}"),
        Payloads.Direct(more: ",\"user\":\"" + Payloads.Bot + "\""),
        Payloads.Direct(more: ",\"subtype\":\"channel_join\""),
        Payloads.InChannel(),
        Payloads.InChannel(thread: null),
        Payloads.InChannel($"<@{Payloads.Bot}> qualify Acme", thread: null),
        Payloads.InGroup("lunch?"),
        Payloads.InGroup("about 5k", "1763888000.000100"),
        Payloads.InChannel(more: ",\"subtype\":\"thread_broadcast\""),
        Payloads.Joined("UKIM"),
        Payloads.Revoked(""),
        Payloads.HomeOpened("about"),
        Payloads.Event("""{"type":"reaction_added","user":"UDANA"}"""),
        """{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1763888400,"api_app_id":"A1"}""",
    };

    [Theory, MemberData(nameof(Others))]
    public async Task What_is_not_meant_for_the_bot_is_neither_heard_nor_looked_up(string json)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await host.EventAsync(json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Heard);
        Assert.Empty(host.Slack.Calls);
        Assert.DoesNotContain(host.Logged.Lines, line => line.Contains("about 5k", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"subtype\":\"thread_broadcast\"")]
    public async Task In_a_thread_where_the_bot_waits_an_answer_needs_no_mention(string more)
    {
        await using var host = await HearingHost.StartAsync();
        host.Live.Add("T1:C1:1763888000.000100");

        await host.EventAsync(Payloads.InChannel(more: more));

        Assert.Equal($"T1|C1|1763888400.000200: \"about 5k\" in T1:C1:1763888000.000100 (Thread of C1, whispers) by {Dana}", Say(Assert.Single(host.Heard)));
    }

    [Fact]
    public async Task A_message_that_comes_as_two_events_has_one_key()
    {
        await using var host = await HearingHost.StartAsync();
        host.Live.Add("T1:C1:1763888000.000100");

        await host.EventAsync(Payloads.Mention("x", "1763888400.000200", "1763888000.000100"));
        await host.EventAsync(Payloads.InChannel("x"));

        Assert.Equal(2, host.Heard.Count);
        Assert.Single(host.Heard.Select(Say).Distinct());
    }

    public static TheoryData<string, string> Interactions => new()
    {
        { Payloads.Press(), $"12466734323.1395872398: lose(note=no budget, deal=7, rev=2) redrawn in T1:C1:1763888000.000100 (Thread of C1, whispers, forms) by {Dana}" },
        { Payloads.Press(thread: null), $"12466734323.1395872398: lose(note=no budget, deal=7, rev=2) redrawn in T1:C1:1763888300.000900 (Thread of C1, whispers, forms) by {Dana}" },
        { Payloads.Press("D1", null), $"12466734323.1395872398: lose(note=no budget, deal=7, rev=2) redrawn in T1:D1 (Direct, forms) by {Dana}" },
        { Payloads.PressEphemeral(), $"12466734323.1395872398: lose(deal=7, rev=2) redrawn in T1:C1:only:UDANA (Ephemeral of C1, forms) by {Dana}" },
        { Payloads.PressAtHome(), $"12466734323.1395872398: lose(deal=7, rev=2) in T1:DDANA (Direct, forms) by {Dana}" },
        { Payloads.Press().Replace("\"trigger_id\":\"12466734323.1395872398\",", "", StringComparison.Ordinal), $"T1|UDANA|1763888400.123456|1763888300.000900: lose(note=no budget, deal=7, rev=2) redrawn in T1:C1:1763888000.000100 (Thread of C1, whispers) by {Dana}" },
        { Payloads.MessageShortcut(), $"12466734323.1395872398: start(note=Acme wants a quote) in T1:C1:1763888200.000700 (Thread of C1, whispers, forms) by {Dana}" },
        { Payloads.MessageShortcut("D7"), $"12466734323.1395872398: start(note=Acme wants a quote) in T1:DDANA (Direct, forms) by {Dana}" },
        { Payloads.MessageShortcut(text: ""), $"12466734323.1395872398: start() in T1:C1:1763888200.000700 (Thread of C1, whispers, forms) by {Dana}" },
        { Payloads.GlobalShortcut(), $"12466734323.1395872398: start() in T1:DDANA (Direct, forms) by {Dana}" },
    };

    [Theory, MemberData(nameof(Interactions))]
    public async Task A_press_or_a_shortcut_is_heard_where_it_is_answered(string json, string heard)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await host.InteractAsync(json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(heard, Say(Assert.Single(host.Heard)));
    }

    [Fact]
    public async Task A_message_shortcut_is_answered_directly_where_the_bot_is_not_in_the_channel()
    {
        await using var host = await HearingHost.StartAsync();
        host.Slack.Says("conversations.info", """{"ok":false,"error":"channel_not_found"}""");

        await host.InteractAsync(Payloads.MessageShortcut());

        Assert.Equal("T1:DDANA", Assert.Single(host.Heard).Place.Conversation);
    }

    [Theory]
    [InlineData("Short", "Short")]
    [InlineData("0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789", "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789")]
    public async Task A_long_message_is_cut_to_a_name_between_two_words(string text, string name)
    {
        await using var host = await HearingHost.StartAsync();

        await host.InteractAsync(Payloads.MessageShortcut(text: text));

        Assert.Equal(name, Assert.IsType<Said.Pressed>(Assert.Single(host.Heard).Said).Fields["note"]);
    }

    public static TheoryData<string> OtherInteractions => new()
    {
        Payloads.MessageShortcut(callback: "somebody_elses"),
        Payloads.Interaction("view_closed", "\"view\":{\"id\":\"V1\",\"type\":\"modal\"},\"is_cleared\":false"),
        Payloads.Interaction("block_suggestion", "\"value\":\"a\""),
        Payloads.Press(action: """{"action_id":"open-crm","block_id":"b","type":"button","action_ts":"1.2"}"""),
        Payloads.Submission("\"\""),
        Payloads.Submission("\"{\\\"at\\\":\\\"{}\\\",\\\"shared\\\":{},\\\"presses\\\":[]}\""),
    };

    [Theory, MemberData(nameof(OtherInteractions))]
    public async Task What_is_not_ours_is_acknowledged_and_left(string json)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await host.InteractAsync(json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Heard);
    }

    [Theory]
    [InlineData("deals", "C1", "\"deals\" in T1:C1:only:UDANA (Ephemeral of C1)")]
    [InlineData("deals", "D1", "\"deals\" in T1:D1:only:UDANA (Ephemeral)")]
    [InlineData("give A&B to <@UKIM|kim> until 50%", "C1", "\"give A&B to @Kim until 50%\" in T1:C1:only:UDANA (Ephemeral of C1)")]
    [InlineData("", "C1", "arrived in T1:C1:only:UDANA (Ephemeral of C1)")]
    [InlineData("  ", "D1", "arrived in T1:D1:only:UDANA (Ephemeral)")]
    public async Task A_command_is_answered_to_whoever_typed_it_alone(string text, string channel, string heard)
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await host.CommandAsync(Payloads.Command(text, channel));

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        var message = Assert.Single(host.Heard);
        Assert.Equal($"13345224609.738474920.8088930838d88f008e0: {heard} by {Dana}", Say(message));
        Assert.Equal(
            ("https://hooks.slack.com/commands/T1/4/w", host.Clock.GetUtcNow().AddMinutes(29)),
            (SlackAddress.Read(message.Place.Address)!.ResponseUrl, SlackAddress.Read(message.Place.Address)!.RespondBefore));
        // A thread can be started in the channel, not in a direct conversation.
        var team = message.Place.TeamAddress is { } address ? SlackAddress.Read(address) : null;
        Assert.Equal(channel == "C1" ? new SlackAddress("T1", null, "C1", null, "UDANA") : null, team);
    }

    [Fact]
    public async Task Where_the_bot_is_not_a_command_has_no_channel_to_post_in()
    {
        await using var host = await HearingHost.StartAsync();
        host.Slack.Says("conversations.info", """{"ok":true,"channel":{"id":"C1","is_member":false}}""");
        await host.CommandAsync(Payloads.Command());
        host.Slack.Says("conversations.info", """{"ok":false,"error":"channel_not_found"}""");
        await host.CommandAsync(Payloads.Command());
        host.Slack.Says("conversations.info", """{"ok":false,"error":"internal_error"}""");
        await host.CommandAsync(Payloads.Command());
        host.Slack.Says("conversations.info", """{"ok":true,"channel":{"id":"C1","is_member":true}}""");
        await host.CommandAsync(Payloads.Command());
        await host.CommandAsync(Payloads.Command());

        Assert.Equal([false, false, true, true, true], host.Heard.Select(message => message.Place.TeamAddress is not null));
        Assert.Equal(4, host.Slack.Of("conversations.info").Count);
    }

    [Fact]
    public async Task The_address_of_a_thread_knows_the_channel_to_start_others_in()
    {
        await using var host = await HearingHost.StartAsync();

        await host.EventAsync(Payloads.Mention());

        var place = Assert.Single(host.Heard).Place;
        Assert.Equal(new SlackAddress("T1", null, "C1", "1763888400.000300", "UDANA"), SlackAddress.Read(place.Address));
        Assert.Equal(new SlackAddress("T1", null, "C1", null, "UDANA"), SlackAddress.Read(place.TeamAddress!));
    }

    [Fact]
    public async Task Slacks_challenge_is_answered()
    {
        await using var host = await HearingHost.StartAsync();

        using var response = await host.EventAsync("""{"token":"x","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}""");

        Assert.Equal("""{"challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Say(IncomingMessage message)
    {
        var (place, from) = (message.Place, message.From);
        var kind = $"{place.Kind}{(place.TeamChannel is { } channel ? $" of {channel}" : "")}{(message.CanWhisper ? ", whispers" : "")}{(message.CanOpenForm ? ", forms" : "")}";
        var who = from.Id.Value.Length == 0 ? "nobody" : $"{from.Id.Value} \"{from.Name}\" {from.TimeZone} {from.Locale}";
        return $"{message.EventKey}: {Say(message.Said)} in {place.Conversation} ({kind}) by {who}";
    }

    private static string Say(Said said) => said switch
    {
        Said.Typed typed => $"\"{typed.Text}\"",
        Said.Pressed pressed => $"{pressed.Action}({string.Join(", ", pressed.Fields.Select(field => $"{field.Key}={field.Value}"))}){(pressed.CanRedraw ? " redrawn" : "")}",
        Said.Arrived => "arrived",
        Said.HomeOpened => "home opened",
        Said.Removed { Everywhere: true } => "removed everywhere",
        _ => said.ToString(),
    };
}
