using System.Text.Json;
using System.Text.Json.Serialization;
using LeadBot.Channels.Slack.Incoming;
using LeadBot.Domain;

namespace LeadBot.Channels.Slack;

/// <summary>Where to write to in Slack, as kept with a conversation.</summary>
/// <param name="Team">The workspace, <c>T…</c>.</param>
/// <param name="Enterprise">The Enterprise Grid organisation, <c>E…</c>, when the app is installed for all of it.</param>
/// <param name="Channel">The channel (<c>C…</c>, <c>G…</c>) or direct conversation (<c>D…</c>); null for a person's home.</param>
/// <param name="Thread">The <c>ts</c> of the message a thread hangs on; null: into the channel itself.</param>
/// <param name="User">Who spoke there last, <c>U…</c>: who sees it in an ephemeral conversation or on a home, and with whom a direct conversation is opened.</param>
/// <param name="View">How it is shown.</param>
/// <param name="ResponseUrl">Of the newest command or press, for ephemeral answers; used no longer than <see cref="RespondBefore"/>.</param>
/// <param name="RespondBefore">UTC. Slack takes five answers within 30 minutes.</param>
internal sealed record SlackAddress(
    string Team,
    string? Enterprise,
    string? Channel,
    string? Thread,
    string? User,
    SlackView View = SlackView.Message,
    string? ResponseUrl = null,
    DateTimeOffset? RespondBefore = null)
{
    /// <summary>The workspace whose token is used.</summary>
    [JsonIgnore]
    public SlackTenant Tenant => new(Team, Enterprise);

    /// <summary>What a workspace or organisation is called everywhere else.</summary>
    public static WorkspaceId Workspace(string id) => new($"slack:{id}");

    /// <summary>Null: not an address of this channel. A form's address travels through Slack, so every id in it is looked at.</summary>
    public static SlackAddress? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SlackAddressJson.Default.SlackAddress) is { IsWhole: true } address ? address : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsWhole =>
        Payload.Id(Team, "T") is not null
        && (Enterprise is null || Payload.Id(Enterprise, "E") is not null)
        && (Channel is null || Payload.Id(Channel, "CGD") is not null)
        && (Thread is null || Payload.Ts(Thread) is not null)
        && (User is null || Payload.Id(User, "UW") is not null)
        && Enum.IsDefined(View);

    public override string ToString() => JsonSerializer.Serialize(this, SlackAddressJson.Default.SlackAddress);
}

/// <summary>How a message is shown.</summary>
internal enum SlackView
{
    /// <summary>A message everybody in the conversation sees.</summary>
    Message,

    /// <summary>A message one person sees until they reload.</summary>
    Ephemeral,

    /// <summary>The person's App Home.</summary>
    Home,
}

/// <summary>A workspace, and the organisation it belongs to if the app is installed for all of it.</summary>
internal readonly record struct SlackTenant(string Team, string? Enterprise);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SlackAddress))]
internal sealed partial class SlackAddressJson : JsonSerializerContext;
