namespace Microsoft.Bot.Schema;

/// <summary>A person or a bot, as the channel knows them.</summary>
public class ChannelAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The Entra object id.</summary>
    public string? AadObjectId { get; set; }
}

/// <summary>A conversation, as the channel knows it.</summary>
public sealed class ConversationAccount
{
    public bool? IsGroup { get; set; }

    /// <summary>In Teams <c>personal</c>, <c>channel</c> or <c>groupChat</c>.</summary>
    public string? ConversationType { get; set; }

    public string? Id { get; set; }

    public string? TenantId { get; set; }
}
