using System.Text.Json.Nodes;

namespace LeadBot.Scenarios.Slack;

/// <summary>Somebody who uses Slack: everything they do reaches the bot as Slack would tell it.</summary>
internal sealed class Member
{
    private readonly FakeSlack _slack;

    public Member(FakeSlack slack, string id, string name, string zone = "UTC")
    {
        (_slack, Id) = (slack, id);
        slack.People[id] = (name, zone);
    }

    public string Id { get; }

    /// <summary>The workspace in which the bot hears them.</summary>
    public string Team { get; init; } = FakeSlack.Team;

    /// <summary>The organisation that installed the bot for that workspace; null: the workspace did itself.</summary>
    public string? Organisation { get; init; }

    /// <summary>Their own workspace, when they are of another company and share a channel.</summary>
    public string? Home { get; init; }

    /// <summary>Their direct conversation with the bot.</summary>
    public string Direct => $"D{Id[1..]}";

    /// <summary>Types to the bot directly.</summary>
    public Task<SlackAnswer> TypeAsync(string text) => EventAsync(Said("message", Direct, _slack.Screens.NextTs(), null, text, "im"));

    /// <summary>Mentions the bot; it hears of it twice, as of a mention and as of a message.</summary>
    /// <returns>The message's own time.</returns>
    public async Task<string> MentionAsync(string channel, string text, string? thread = null)
    {
        var ts = _slack.Screens.NextTs();
        Assert.Equal(200, (await EventAsync(Said("app_mention", channel, ts, thread, $"<@{FakeSlack.Bot}> {text}", null))).Status);
        Assert.Equal(200, (await EventAsync(Said("message", channel, ts, thread, $"<@{FakeSlack.Bot}> {text}", KindOf(channel)))).Status);
        return ts;
    }

    /// <summary>Types among others without a mention.</summary>
    public Task<SlackAnswer> ReplyAsync(string channel, string? thread, string text) => EventAsync(Said("message", channel, _slack.Screens.NextTs(), thread, text, KindOf(channel)));

    public Task<SlackAnswer> CommandAsync(string text, string channel = "C1") => _slack.DeliverAsync("commands", new JsonObject
    {
        ["token"] = "old",
        ["team_id"] = FakeSlack.Team,
        ["team_domain"] = "acme",
        ["channel_id"] = channel,
        ["channel_name"] = "sales",
        ["user_id"] = Id,
        ["user_name"] = "name",
        ["command"] = "/lead",
        ["text"] = text,
        ["api_app_id"] = "A1",
        ["is_enterprise_install"] = "false",
        ["response_url"] = _slack.ResponseUrl(new Shown("command", "", channel, null, Id, [])),
        ["trigger_id"] = _slack.Screens.Trigger(Id),
    });

    /// <summary>Looks at the bot's home.</summary>
    public Task<SlackAnswer> OpenHomeAsync() => EventAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = Id, ["channel"] = Direct, ["tab"] = "home", ["event_ts"] = _slack.Screens.NextTs() });

    /// <summary>Opens the direct conversation.</summary>
    public Task<SlackAnswer> OpenMessagesAsync() => EventAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = Id, ["channel"] = Direct, ["tab"] = "messages", ["event_ts"] = _slack.Screens.NextTs() });

    /// <summary>Brings the bot into a channel.</summary>
    public Task<SlackAnswer> InviteAsync(string channel) =>
        EventAsync(new JsonObject { ["type"] = "member_joined_channel", ["user"] = FakeSlack.Bot, ["channel"] = channel, ["channel_type"] = "C", ["team"] = FakeSlack.Team, ["inviter"] = Id, ["event_ts"] = _slack.Screens.NextTs() });

    /// <summary>The global shortcut.</summary>
    public Task<SlackAnswer> ShortcutAsync() => InteractAsync("shortcut", new JsonObject { ["callback_id"] = "qualify_deal", ["action_ts"] = _slack.Screens.NextTs() });

    /// <summary>The message shortcut.</summary>
    public Task<SlackAnswer> ShortcutOnAsync(string channel, string text, string? thread = null)
    {
        var ts = _slack.Screens.NextTs();
        var message = new JsonObject { ["type"] = "message", ["user"] = "UELSE", ["ts"] = ts, ["text"] = text, ["thread_ts"] = thread };
        return InteractAsync("message_action", new JsonObject
        {
            ["callback_id"] = "qualify_this",
            ["action_ts"] = _slack.Screens.NextTs(),
            ["message_ts"] = ts,
            ["channel"] = new JsonObject { ["id"] = channel, ["name"] = "sales" },
            ["message"] = message,
            ["response_url"] = _slack.ResponseUrl(new Shown("shortcut", ts, channel, thread, Id, message)),
        });
    }

    /// <summary>Presses the newest button, or choice of a menu, of that label they can see.</summary>
    /// <param name="on">There.</param>
    /// <param name="nth">Of several with that label on it.</param>
    /// <param name="note">Written into the field beside it.</param>
    public Task<SlackAnswer> PressAsync(string label, Shown? on = null, int nth = 0, string? note = null)
    {
        var where = on ?? _slack.Screens.All.LastOrDefault(shown => shown.Where != "modal" && (shown.User ?? Id) == Id && shown.Presses.Any(press => press.Label == label))
            ?? throw new InvalidOperationException($"No button \"{label}\" is shown.");
        var action = where.Presses.Where(press => press.Label == label).ElementAt(nth).Action;
        action["action_ts"] = _slack.Screens.NextTs();
        var payload = new JsonObject { ["actions"] = new JsonArray(action), ["state"] = new JsonObject { ["values"] = Fields(note) } };
        if (where.Where == "home")
        {
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = where.Id };
            payload["view"] = new JsonObject { ["id"] = where.Id, ["type"] = "home", ["state"] = new JsonObject { ["values"] = Fields(note) } };
        }
        else
        {
            payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = where.Id, ["channel_id"] = where.Channel, ["thread_ts"] = where.Thread, ["is_ephemeral"] = where.Where == "ephemeral" };
            payload["channel"] = new JsonObject { ["id"] = where.Channel, ["name"] = "sales" };
            payload["response_url"] = _slack.ResponseUrl(where with { User = Id });
            if (where.Where == "message")
            {
                payload["message"] = new JsonObject { ["ts"] = where.Id, ["thread_ts"] = where.Thread, ["user"] = FakeSlack.Bot, ["bot_id"] = "BBOT" };
            }
        }

        return InteractAsync("block_actions", payload);
    }

    /// <summary>Sends the newest form.</summary>
    /// <param name="choice">The label of what is chosen in it; null: nothing is.</param>
    /// <param name="note">Written into its field.</param>
    public async Task<SlackAnswer> SendAsync(string? choice, string? note = null, string? day = null)
    {
        var form = _slack.Screens.All.Last(shown => shown.Where == "modal" && shown.User == Id);
        var values = Fields(note);
        if (choice is not null)
        {
            var option = Shown.All(form.Body["blocks"]).First(o => o["value"] is not null && (string?)o["text"]?["text"] == choice);
            values["choice"] = new JsonObject { ["choice"] = new JsonObject { ["type"] = "radio_buttons", ["selected_option"] = option.DeepClone() } };
        }

        if (day is not null)
        {
            values["day"] = new JsonObject { ["day"] = new JsonObject { ["type"] = "datepicker", ["selected_date"] = day } };
        }

        var view = new JsonObject
        {
            ["id"] = form.Id,
            ["type"] = "modal",
            ["callback_id"] = (string?)form.Body["callback_id"],
            ["private_metadata"] = (string?)form.Body["private_metadata"],
            ["state"] = new JsonObject { ["values"] = values },
        };
        var answer = await InteractAsync("view_submission", new JsonObject { ["view"] = view });
        if ((string?)answer.Body?["response_action"] == "update")
        {
            _slack.Screens.Replace(form.Id, answer.Body["view"]!.AsObject());
        }

        return answer;
    }

    /// <summary>Something that happens to the whole workspace.</summary>
    public Task<SlackAnswer> EventAsync(JsonObject happened)
    {
        var id = $"Ev{_slack.Screens.NextTs()}";
        return _slack.DeliverAsync("events", new JsonObject
        {
            ["token"] = "old",
            ["type"] = "event_callback",
            ["team_id"] = Team,
            ["enterprise_id"] = Organisation,
            ["api_app_id"] = "A1",
            ["event_id"] = id,
            ["event_time"] = _slack.Now.ToUnixTimeSeconds(),
            ["event"] = happened,
            ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = Organisation, ["team_id"] = Team, ["user_id"] = FakeSlack.Bot, ["is_bot"] = true, ["is_enterprise_install"] = Organisation is not null }),
            ["is_ext_shared_channel"] = Home is not null,
        });
    }

    private static string KindOf(string channel) => channel[0] == 'G' ? "mpim" : "channel";

    private static JsonObject Fields(string? note) => note is null ? []
        : new JsonObject { ["field:note"] = new JsonObject { ["note"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = note } } };

    private JsonObject Said(string type, string channel, string ts, string? thread, string text, string? channelType) => new()
    {
        ["type"] = type,
        ["user"] = Id,
        ["text"] = text,
        ["ts"] = ts,
        ["event_ts"] = ts,
        ["channel"] = channel,
        ["channel_type"] = channelType,
        ["thread_ts"] = thread,
        ["team"] = Home ?? Team,
        ["user_team"] = Home,
    };

    private Task<SlackAnswer> InteractAsync(string type, JsonObject payload)
    {
        payload["type"] = type;
        payload["team"] = new JsonObject { ["id"] = Team, ["domain"] = "acme" };
        payload["user"] = new JsonObject { ["id"] = Id, ["name"] = "name", ["team_id"] = Home ?? Team };
        payload["api_app_id"] = "A1";
        payload["enterprise"] = null;
        payload["is_enterprise_install"] = false;
        payload["trigger_id"] = _slack.Screens.Trigger(Id);
        return _slack.DeliverAsync("interactions", payload);
    }
}
