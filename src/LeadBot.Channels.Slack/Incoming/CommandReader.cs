using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>Reads a slash command: words only the one who typed them sees, and so is the answer. The command alone asks what can be done.</summary>
internal static class CommandReader
{
    /// <summary>How long its address takes answers: half an hour, less what is on its way.</summary>
    public static readonly TimeSpan Responds = TimeSpan.FromMinutes(29);

    /// <param name="fields">As Slack names them.</param>
    public static Heard? Read(IReadOnlyDictionary<string, string> fields, DateTimeOffset received)
    {
        if (Payload.Id(Field("team_id"), "T") is not { } team || Payload.Id(Field("user_id"), "UW") is not { } user
            || Payload.Id(Field("channel_id"), "CGD") is not { } channel || Field("trigger_id") is not { Length: > 0 } trigger)
        {
            return null;
        }

        var enterprise = Field("is_enterprise_install") == "true" ? Payload.Id(Field("enterprise_id"), "E") : null;
        var (url, typed) = (Field("response_url"), Field("text") ?? "");
        return new Heard(
            Payload.Key(trigger),
            new SlackAddress(team, enterprise, channel, null, user, SlackView.Ephemeral, url, url is null ? null : received + Responds),
            text => string.IsNullOrWhiteSpace(text) ? new Said.Arrived() : new Said.Typed(text))
        {
            Text = typed,
            ResponseUrl = url,
        };

        string? Field(string name) => fields.GetValueOrDefault(name);
    }
}
