namespace LeadBot.Channels.Slack.Sending;

/// <summary>What is to be done about an error.</summary>
internal enum SlackRemedy
{
    /// <summary>This message or call will never be taken.</summary>
    GiveUp,

    /// <summary>It passes.</summary>
    TryAgain,

    /// <summary>Nothing can be said there any more: the channel is closed to the bot, or the person left.</summary>
    Gone,

    /// <summary>The workspace no longer takes the bot's token.</summary>
    TokenDead,

    /// <summary>An admin has to change something; until then it waits.</summary>
    TellAdmin,
}

/// <summary>
/// Every error that Slack's reference lists for the methods this project calls, apart from those that say a call was put
/// together wrongly: what is not listed here is one of those, and is given up.
/// </summary>
internal static class SlackErrors
{
    /// <summary>No token is known for the workspace.</summary>
    public const string NotAuthed = "not_authed";

    /// <summary>The person is not in the channel where a line was meant for them alone.</summary>
    public const string UserNotInChannel = "user_not_in_channel";

    private static readonly Dictionary<string, SlackRemedy> s_remedies = new()
    {
        ["accesslimited"] = SlackRemedy.TellAdmin,
        ["account_inactive"] = SlackRemedy.TokenDead,
        ["channel_not_found"] = SlackRemedy.Gone,
        ["ekm_access_denied"] = SlackRemedy.TellAdmin,
        ["enterprise_is_restricted"] = SlackRemedy.TellAdmin,
        ["external_channel_migrating"] = SlackRemedy.TryAgain,
        ["fatal_error"] = SlackRemedy.TryAgain,
        ["internal_error"] = SlackRemedy.TryAgain,
        ["invalid_auth"] = SlackRemedy.TokenDead,
        ["is_archived"] = SlackRemedy.Gone,
        ["is_inactive"] = SlackRemedy.Gone,
        ["message_limit_exceeded"] = SlackRemedy.TellAdmin,
        ["messages_tab_disabled"] = SlackRemedy.TellAdmin,
        ["missing_scope"] = SlackRemedy.TellAdmin,
        ["no_permission"] = SlackRemedy.TellAdmin,
        ["not_allowed_token_type"] = SlackRemedy.TellAdmin,
        [NotAuthed] = SlackRemedy.TokenDead,
        ["not_enabled"] = SlackRemedy.TellAdmin,
        ["not_in_channel"] = SlackRemedy.Gone,
        ["org_login_required"] = SlackRemedy.TryAgain,
        ["rate_limited"] = SlackRemedy.TryAgain,
        ["ratelimited"] = SlackRemedy.TryAgain,
        ["request_timeout"] = SlackRemedy.TryAgain,
        ["restricted_action"] = SlackRemedy.TellAdmin,
        ["restricted_action_non_threadable_channel"] = SlackRemedy.Gone,
        ["restricted_action_read_only_channel"] = SlackRemedy.Gone,
        ["restricted_action_thread_only_channel"] = SlackRemedy.Gone,
        ["service_unavailable"] = SlackRemedy.TryAgain,
        ["team_access_not_granted"] = SlackRemedy.TokenDead,
        ["team_added_to_org"] = SlackRemedy.TryAgain,
        ["team_not_found"] = SlackRemedy.TokenDead,
        ["token_expired"] = SlackRemedy.TokenDead,
        ["token_revoked"] = SlackRemedy.TokenDead,
        ["two_factor_setup_required"] = SlackRemedy.TellAdmin,
        ["update_failed"] = SlackRemedy.TryAgain,
        ["user_disabled"] = SlackRemedy.Gone,
        ["user_not_found"] = SlackRemedy.Gone,
        [UserNotInChannel] = SlackRemedy.Gone,
        ["user_not_visible"] = SlackRemedy.Gone,
    };

    public static SlackRemedy Remedy(string error) => s_remedies.GetValueOrDefault(error, SlackRemedy.GiveUp);

    /// <summary>For an admin: what Slack said, and what can be done.</summary>
    public static string Sentence(string error, string? needed)
    {
        var said = $"Slack refuses it: {error}{(needed is null ? "" : $" ({needed})")}.";
        return error switch
        {
            "missing_scope" or "not_allowed_token_type" or "no_permission" => $"{said} Install the app again with the scopes of its manifest.",
            "not_in_channel" or "channel_not_found" => $"{said} Invite the bot to the channel.",
            "messages_tab_disabled" => $"{said} Switch on the messages tab under App Home.",
            "not_enabled" => $"{said} Switch on the home tab under App Home.",
            _ when Remedy(error) == SlackRemedy.TokenDead => $"{said} Install the app again.",
            _ => said,
        };
    }
}
