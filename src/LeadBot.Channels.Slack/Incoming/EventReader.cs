using System.Text.Json;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>Reads what the Events API sends: <c>event_callback</c>.</summary>
internal static class EventReader
{
    /// <summary>What of it is for the bot: nothing, something, or the same of several workspaces.</summary>
    public static IEnumerable<Heard> Read(JsonElement payload) => payload.Text("event", "type") switch
    {
        "team_access_revoked" => Revoked(payload),
        _ => One(payload) is { } heard ? [heard] : [],
    };

    private static Heard? One(JsonElement payload)
    {
        var said = payload.At("event");
        if (payload.Text("event_id") is not { } id)
        {
            return null;
        }

        if (IsUninstalled(said))
        {
            return Uninstalled(payload, Payload.Key(id));
        }

        if (Tenant(payload) is not { } tenant)
        {
            return null;
        }

        // One authorization alone comes with an event; the bot itself may be named there.
        var authorization = Authorization(payload);
        var bot = authorization.Says("is_bot") ? authorization.User("user_id") : null;
        var key = Payload.Key(id);
        return said.Text("type") switch
        {
            "message" or "app_mention" => Message(said, tenant, bot) is { } heard
                ? heard with { From = Elsewhere(payload, said, tenant), Organisation = authorization.Enterprise("enterprise_id") }
                : null,
            "app_home_opened" => HomeOpened(said, tenant, key),
            "member_joined_channel" when bot is not null && said.User("user") == bot => Joined(said, tenant, key),
            _ => null,
        };
    }

    /// <summary>The installation the event came through: in a channel shared by two companies it is not always where it was said.</summary>
    private static SlackTenant? Tenant(JsonElement payload)
    {
        var authorization = Authorization(payload);
        var team = authorization.Team("team_id") ?? payload.Team("context_team_id") ?? payload.Team("team_id");
        var forAll = authorization.Says("is_enterprise_install") || payload.Says("is_enterprise_install");
        return team is null ? null : new SlackTenant(team, forAll ? Enterprise(payload) : null);
    }

    private static string? Enterprise(JsonElement payload) =>
        Authorization(payload).Enterprise("enterprise_id") ?? payload.Enterprise("context_enterprise_id") ?? payload.Enterprise("enterprise_id") ?? payload.Enterprise("team_id");

    /// <summary>In a channel shared by two companies each message says whose it is, and of one's own people not always.</summary>
    private static string? Elsewhere(JsonElement payload, JsonElement said, SlackTenant tenant) =>
        payload.Says("is_ext_shared_channel") && Payload.Id(said.Text("user_team") ?? said.Text("team"), "TE") is { } home && home != tenant.Team ? home : null;

    private static JsonElement Authorization(JsonElement payload) =>
        payload.At("authorizations") is { ValueKind: JsonValueKind.Array } all && all.GetArrayLength() > 0 ? all[0] : default;

    private static Heard? Message(JsonElement said, SlackTenant tenant, string? bot)
    {
        // A reply that is shown in the channel too has a subtype of its own, and so has a message with a file. All others are
        // edits, deletions, other bots, or Slack itself.
        if (said.Text("subtype") is not (null or "thread_broadcast" or "file_share" or "me_message")
            || said.At("bot_id").ValueKind == JsonValueKind.String || said.At("edited").ValueKind == JsonValueKind.Object || said.Says("hidden")
            || said.User("user") is not { } user || user == bot
            || said.Channel("channel") is not { } channel || said.Ts("ts") is not { } ts)
        {
            return null;
        }

        var (thread, mentioned) = (said.Ts("thread_ts"), said.Text("type") == "app_mention" || Names(said, bot));
        if (Places.IsDirect(channel))
        {
            return Typed(null);
        }

        return mentioned ? Typed(thread ?? ts) : thread is null ? null : Typed(thread) with { Unbidden = true };

        Heard Typed(string? inThread) => new(
            $"{tenant.Team}|{channel}|{ts}",
            new SlackAddress(tenant.Team, tenant.Enterprise, channel, inThread, user),
            text => new Said.Typed(text))
        {
            Text = said.Text("text") ?? "",
            Bot = bot,
        };
    }

    /// <summary>A direct message of several people that names the bot is for it, whether Slack tells of it as a mention too or not.</summary>
    private static bool Names(JsonElement said, string? bot) =>
        bot is not null && said.Text("channel_type") == "mpim" && said.Text("text")?.Contains($"<@{bot}", StringComparison.Ordinal) == true;

    private static Heard? HomeOpened(JsonElement said, SlackTenant tenant, string key)
    {
        if (said.User("user") is not { } user)
        {
            return null;
        }

        return said.Text("tab") switch
        {
            "home" => new(key, new SlackAddress(tenant.Team, tenant.Enterprise, null, null, user, SlackView.Home), _ => new Said.HomeOpened()),
            "messages" when said.Channel("channel") is { } channel && Places.IsDirect(channel) =>
                new(key, new SlackAddress(tenant.Team, tenant.Enterprise, channel, null, user), _ => new Said.Arrived()),
            _ => null,
        };
    }

    /// <summary>The bot came into a channel: said to whoever invited it.</summary>
    private static Heard? Joined(JsonElement said, SlackTenant tenant, string key) =>
        said.User("inviter") is { } inviter && said.Channel("channel") is { } channel
            ? new(key, new SlackAddress(tenant.Team, tenant.Enterprise, channel, null, inviter), _ => new Said.Arrived())
            : null;

    /// <summary>An organisation took the bot out of some of its workspaces.</summary>
    private static IEnumerable<Heard> Revoked(JsonElement payload) =>
        from team in payload.At("event", "team_ids") is { ValueKind: JsonValueKind.Array } teams ? teams.EnumerateArray().Select(team => team.Team()).OfType<string>().Distinct() : []
        let organisation = Enterprise(payload)
        where organisation is not null && payload.Text("event_id") is not null
        select new Heard(Payload.Key($"{payload.Text("event_id")}|{team}"), new SlackAddress(team, organisation, null, null, null), _ => new Said.Removed(Everywhere: true));

    private static bool IsUninstalled(JsonElement said) => said.Text("type") switch
    {
        "app_uninstalled" => true,
        "tokens_revoked" => said.At("tokens", "bot") is { ValueKind: JsonValueKind.Array } revoked && revoked.GetArrayLength() > 0,
        _ => false,
    };

    /// <summary>Where an organisation had installed it for its workspaces, all of it goes; then no workspace is named, or one that stands for them.</summary>
    private static Heard? Uninstalled(JsonElement payload, string key)
    {
        var address = Tenant(payload) is { Enterprise: null } tenant ? new SlackAddress(tenant.Team, null, null, null, null)
            : Enterprise(payload) is { } organisation ? new SlackAddress(organisation, organisation, null, null, null)
            : null;
        return address is null ? null : new Heard(key, address, _ => new Said.Removed(Everywhere: true));
    }
}
