namespace LeadBot.Channels.Slack.Installing;

/// <summary>What the bot asks for when it is installed; <c>deployment/slack</c> says the same, and a test that it does.</summary>
internal static class SlackScopes
{
    /// <summary>The methods of the Web API the bot calls, and what each needs; those with nothing need only its token. Socket Mode's has a token of the app's own.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> OfMethods = new Dictionary<string, IReadOnlyList<string>>
    {
        ["auth.test"] = [],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        ["conversations.info"] = ["channels:read", "groups:read", "mpim:read"],
        ["conversations.open"] = ["im:write"],
        ["oauth.v2.access"] = [],
        ["users.info"] = ["users:read"],
        ["views.open"] = [],
        ["views.publish"] = [],
    };

    /// <summary>The events it subscribes to, and what each needs.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> OfEvents = new Dictionary<string, IReadOnlyList<string>>
    {
        ["app_home_opened"] = [],
        ["app_mention"] = ["app_mentions:read"],
        ["app_uninstalled"] = [],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
        ["message.channels"] = ["channels:history"],
        ["message.groups"] = ["groups:history"],
        ["message.im"] = ["im:history"],
        ["message.mpim"] = ["mpim:history"],
        ["team_access_revoked"] = [],
        ["tokens_revoked"] = [],
    };

    /// <summary>Slash commands need it.</summary>
    private const string Commands = "commands";

    /// <summary>All of them, in alphabetical order.</summary>
    public static readonly IReadOnlyList<string> All =
        [.. OfMethods.Values.Concat(OfEvents.Values).SelectMany(scopes => scopes).Append(Commands).Distinct().Order(StringComparer.Ordinal)];
}
