namespace LeadBot.Channels.Slack.Tests.Incoming;

/// <summary>What Slack sends, in the shapes of its reference (https://docs.slack.dev/reference/events and …/reference/interaction-payloads).</summary>
internal static class Payloads
{
    public const string Bot = "U0LEADBOT";

    /// <summary>An event in its envelope.</summary>
    public static string Event(string inner, string id = "Ev0PV52K25", string team = "T1") => $$"""
        {"token":"one-long-verification-token","team_id":"{{team}}","context_team_id":"{{team}}","context_enterprise_id":null,"api_app_id":"A0LEADBOT",
        "event":{{inner}},"type":"event_callback","event_id":"{{id}}","event_time":1763888400,
        "authorizations":[{"enterprise_id":null,"team_id":"{{team}}","user_id":"{{Bot}}","is_bot":true,"is_enterprise_install":false}],
        "is_ext_shared_channel":false,"event_context":"4-eyJldCI6Im1lc3NhZ2UifQ"}
        """;

    /// <summary>A message in the direct conversation.</summary>
    public static string Direct(string text = "deals", string ts = "1763888400.000100", string more = "") => Event($$"""
        {"client_msg_id":"5f1c","type":"message","text":"{{text}}","user":"UDANA","ts":"{{ts}}","team":"T1","blocks":[{"type":"rich_text","block_id":"a","elements":[]}],
        "channel":"D1","event_ts":"{{ts}}","channel_type":"im"{{more}}}
        """);

    /// <summary>A message in a channel.</summary>
    public static string InChannel(string text = "about 5k", string ts = "1763888400.000200", string? thread = "1763888000.000100", string more = "") => Event($$"""
        {"client_msg_id":"5f1d","type":"message","text":"{{text}}","user":"UDANA","ts":"{{ts}}",{{(thread is null ? "" : $"\"thread_ts\":\"{thread}\",\"parent_user_id\":\"UDANA\",")}}
        "channel":"C1","event_ts":"{{ts}}","channel_type":"channel"{{more}}}
        """, "Ev0INCHANNEL");

    /// <summary>In a direct message of several people.</summary>
    public static string InGroup(string text = $"<@{Bot}> qualify Acme", string? thread = null) => Event($$"""
        {"client_msg_id":"5f1f","type":"message","text":"{{text}}","user":"UDANA","ts":"1763888400.000800",{{(thread is null ? "" : $"\"thread_ts\":\"{thread}\",")}}
        "channel":"G1","event_ts":"1763888400.000800","channel_type":"mpim"}
        """, "Ev0INGROUP");

    public static string Mention(string text = $"<@{Bot}> qualify Acme", string ts = "1763888400.000300", string? thread = null) => Event($$"""
        {"client_msg_id":"5f1e","type":"app_mention","text":"{{text}}","user":"UDANA","ts":"{{ts}}",{{(thread is null ? "" : $"\"thread_ts\":\"{thread}\",")}}"channel":"C1","event_ts":"{{ts}}"}
        """, "Ev0MENTION");

    public static string HomeOpened(string tab) =>
        Event($$$"""{"type":"app_home_opened","user":"UDANA","channel":"D1","event_ts":"1763888400.400000","tab":"{{{tab}}}","view":{"id":"V1","type":"home","private_metadata":""}}""", "Ev0HOME" + tab.ToUpperInvariant());

    public static string Joined(string user = Bot) =>
        Event($$"""{"type":"member_joined_channel","user":"{{user}}","channel":"C1","channel_type":"C","team":"T1","inviter":"UDANA","event_ts":"1763888400.500000"}""", "Ev0JOINED");

    public static string Uninstalled() => Event("""{"type":"app_uninstalled","event_ts":"1763888400.600000"}""", "Ev0UNINSTALLED");

    public static string Revoked(string bots) => Event($$$"""{"type":"tokens_revoked","tokens":{"oauth":["UDANA"],"bot":[{{{bots}}}]},"event_ts":"1763888400.700000"}""", "Ev0REVOKED");

    /// <summary>A button of a message.</summary>
    public static string Press(string channel = "C1", string? thread = "1763888000.000100", string more = "", string container = "", string action = Lose) => Interaction("block_actions", $$"""
        "container":{"type":"message","message_ts":"1763888300.000900","channel_id":"{{channel}}","is_ephemeral":false{{container}}},
        "channel":{"id":"{{channel}}","name":"sales"},
        "message":{"bot_id":"B1","type":"message","text":"Acme","user":"{{Bot}}","ts":"1763888300.000900"{{(thread is null ? "" : $",\"thread_ts\":\"{thread}\"")}},"blocks":[]},
        "state":{"values":{"field:note":{"note":{"type":"plain_text_input","value":" no budget "} } } },
        "response_url":"https://hooks.slack.com/actions/T1/1/x",
        "actions":[{{action}}]{{more}}
        """);

    public const string Lose = """{"action_id":"lose:3","block_id":"b","text":{"type":"plain_text","text":"Lose it"},"value":"{\"deal\":\"7\",\"rev\":\"2\"}","type":"button","action_ts":"1763888400.123456"}""";

    /// <summary>A button of a message only they see.</summary>
    public static string PressEphemeral() => Interaction("block_actions", $$"""
        "container":{"type":"message","message_ts":"1763888300.000900","channel_id":"C1","is_ephemeral":true},
        "channel":{"id":"C1","name":"sales"},"response_url":"https://hooks.slack.com/actions/T1/2/y","actions":[{{Lose}}]
        """);

    /// <summary>A button of their home.</summary>
    public static string PressAtHome() => Interaction("block_actions", $$"""
        "container":{"type":"view","view_id":"V1"},"view":{"id":"V1","team_id":"T1","type":"home","private_metadata":"","callback_id":"","state":{"values":{} } },"actions":[{{Lose}}]
        """);

    public static string MessageShortcut(string channel = "C1", string callback = "qualify_this", string text = "Acme wants a quote\\nby Friday") => Interaction("message_action", $$"""
        "action_ts":"1763888400.8","callback_id":"{{callback}}","message_ts":"1763888200.000700","response_url":"https://hooks.slack.com/app/T1/3/z",
        "channel":{"id":"{{channel}}","name":"sales"},"message":{"type":"message","user":"UKIM","ts":"1763888200.000700","text":"{{text}}"}
        """);

    public static string GlobalShortcut() => Interaction("shortcut", """ "action_ts":"1763888400.9","callback_id":"qualify_deal" """);

    /// <param name="metadata">As it is inside the JSON.</param>
    public static string Submission(string metadata, string values = """{"field:note":{"note":{"type":"plain_text_input","value":"no budget"}}}""") => Interaction("view_submission", $$"""
        "view":{"id":"V2","team_id":"T1","type":"modal","private_metadata":{{metadata}},"callback_id":"leadbot-form","state":{"values":{{values}}},"hash":"156.abc","root_view_id":"V2","app_installed_team_id":"T1","bot_id":"B1"},
        "response_urls":[]
        """);

    public static string Interaction(string type, string rest, string team = """{"id":"T1","domain":"acme"}""", string install = "false") => $$"""
        {"type":"{{type}}","team":{{team}},"user":{"id":"UDANA","username":"dana","name":"dana","team_id":"T1"},"api_app_id":"A0LEADBOT","token":"verification",
        "trigger_id":"12466734323.1395872398","enterprise":{"id":"E1","name":"Acme Group"},"is_enterprise_install":{{install}},{{rest}}}
        """;

    public static string Form(string payload) => "payload=" + Uri.EscapeDataString(payload);

    public static string Command(string text = "deals", string channel = "C1", string more = "") =>
        $"token=gIkuvaNzQIHg97ATvDxqgjtO&team_id=T1&team_domain=acme&enterprise_id=E1&enterprise_name=Acme+Group&is_enterprise_install=false&channel_id={channel}&channel_name=sales"
        + $"&user_id=UDANA&user_name=dana&command=%2Flead&text={Uri.EscapeDataString(text)}&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F4%2Fw&trigger_id=13345224609.738474920.8088930838d88f008e0&api_app_id=A0LEADBOT{more}";
}
