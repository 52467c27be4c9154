using System.Text.Json;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain.Deals;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>Reads presses, filled-in forms and shortcuts.</summary>
internal static class InteractionReader
{
    /// <summary>The message shortcut "Qualify this".</summary>
    public const string QualifyThis = "qualify_this";

    /// <summary>The global shortcut "Qualify a deal".</summary>
    public const string QualifyADeal = "qualify_deal";

    /// <summary>What of it is for the bot; null: nothing.</summary>
    public static Heard? Read(JsonElement payload, DateTimeOffset received)
    {
        try
        {
            return Said(payload, received);
        }
        catch (InvalidOperationException)
        {
            // Half a character: JSON allows it, text does not.
            return null;
        }
    }

    private static Heard? Said(JsonElement payload, DateTimeOffset received)
    {
        if (Tenant(payload) is not { } tenant || payload.User("user", "id") is not { } user)
        {
            return null;
        }

        var by = new SlackAddress(tenant.Team, tenant.Enterprise, null, null, user);
        var heard = payload.Text("type") switch
        {
            "block_actions" => Pressed(payload, by, received),
            "view_submission" => FilledIn(payload, by),
            "message_action" when payload.Text("callback_id") == QualifyThis => OnMessage(payload, by),
            "shortcut" when payload.Text("callback_id") == QualifyADeal => Anywhere(payload, by),
            _ => null,
        };
        // In a channel shared by two companies others press, too: what is pressed came to the workspace of who wrote it.
        var home = payload.Team("user", "team_id");
        return heard is null || home == tenant.Team ? heard : heard with { From = home, Organisation = Enterprise(payload) };
    }

    /// <summary>
    /// The workspace: with an app installed for an organisation it may be said of the person or the form alone, and a form
    /// opened in another company's channel says whose installation it is.
    /// </summary>
    private static SlackTenant? Tenant(JsonElement payload)
    {
        var team = payload.Team("view", "app_installed_team_id") ?? payload.Team("team", "id") ?? payload.Team("user", "team_id") ?? payload.Team("view", "team_id");
        return team is null ? null : new SlackTenant(team, payload.Says("is_enterprise_install") ? Enterprise(payload) : null);
    }

    private static string? Enterprise(JsonElement payload) => payload.Enterprise("enterprise", "id") ?? payload.Enterprise("team", "enterprise_id");

    private static Heard? Pressed(JsonElement payload, SlackAddress by, DateTimeOffset received)
    {
        var pressed = payload.At("actions") is { ValueKind: JsonValueKind.Array } all && all.GetArrayLength() > 0 ? all[0] : default;
        var isForm = payload.Text("view", "type") == "modal";
        var channel = payload.Channel("channel", "id") ?? payload.Channel("container", "channel_id");
        var onMessage = payload.Text("container", "type") == "message" && channel is not null;
        var message = onMessage ? payload.Ts("message", "ts") ?? payload.Ts("container", "message_ts") : null;
        if (isForm || Presses.ReadAction(payload, canRedraw: onMessage) is not { } said)
        {
            return null;
        }

        var (url, trigger) = (payload.Text("response_url"), payload.Text("trigger_id"));
        var onlyForThem = onMessage && payload.Says("container", "is_ephemeral");
        return new Heard(Key(payload, by, pressed, message), Address(), _ => said)
        {
            Answered = onMessage ? Answered.Here : Answered.Directly,
            Trigger = trigger,
            ResponseUrl = url,
            Message = onlyForThem ? null : message,
        };

        SlackAddress Address() => !onMessage ? by
            : onlyForThem ? by with { Channel = channel, View = SlackView.Ephemeral, ResponseUrl = url, RespondBefore = url is null ? null : received + CommandReader.Responds }
            : Places.IsDirect(channel) ? by with { Channel = channel }
            : by with { Channel = channel, Thread = payload.Ts("message", "thread_ts") ?? payload.Ts("container", "thread_ts") ?? message };
    }

    /// <summary>Its address came back with it, to the person it was opened for.</summary>
    private static Heard? FilledIn(JsonElement payload, SlackAddress by) =>
        Presses.ReadSubmission(payload.At("view")) is not { } form || SlackAddress.Read(form.At) is not { } address || (address.Team, address.User) != (by.Team, by.User)
            ? null
            : new Heard(Key(payload, by, default, payload.Text("view", "id")), address, _ => form.Said!)
            {
                Trigger = payload.Text("trigger_id"),
                IsForm = true,
                IsEmpty = form.Said is null,
                Block = payload.At("view", "state", "values").FirstName(),
            };

    private static Heard? OnMessage(JsonElement payload, SlackAddress by)
    {
        if (payload.Channel("channel", "id") is not { } channel || (payload.Ts("message", "ts") ?? payload.Ts("message_ts")) is not { } message)
        {
            return null;
        }

        var inChannel = !Places.IsDirect(channel);
        return new Heard(Key(payload, by, default, message), inChannel ? by with { Channel = channel, Thread = payload.Ts("message", "thread_ts") ?? message } : by, text => Start(FirstLine(text)))
        {
            Text = payload.Text("message", "text") ?? "",
            Answered = inChannel ? Answered.HereOrDirectly : Answered.Directly,
            Trigger = payload.Text("trigger_id"),
            ResponseUrl = payload.Text("response_url"),
        };
    }

    private static Heard Anywhere(JsonElement payload, SlackAddress by) => new(Key(payload, by, default, null), by, _ => Start(""))
    {
        Answered = Answered.Directly,
        Trigger = payload.Text("trigger_id"),
    };

    private static Said.Pressed Start(string name) =>
        new(ButtonActions.Start, name.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { [ButtonFields.Note] = name }, CanRedraw: false);

    /// <summary>The first line, cut between two words where it is longer than a deal's name may be.</summary>
    private static string FirstLine(string text)
    {
        var line = text.Split('\n', 2)[0].Trim();
        if (line.Length <= Deal.LongestName)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', Deal.LongestName);
        return (cut > 0 ? line[..cut] : line[..Deal.LongestName]).TrimEnd();
    }

    private static string Key(JsonElement payload, SlackAddress by, JsonElement pressed, string? on) =>
        Payload.Key(payload.Text("trigger_id") ?? $"{by.Team}|{by.User}|{pressed.Text("action_ts") ?? payload.Text("action_ts")}|{on}");
}
