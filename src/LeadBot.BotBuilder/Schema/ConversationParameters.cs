namespace Microsoft.Bot.Schema;

/// <summary>A conversation to be made.</summary>
public sealed class ConversationParameters
{
    public bool? IsGroup { get; set; }

    public ChannelAccount? Bot { get; set; }

    /// <summary>Who is in it besides the bot.</summary>
    public IList<ChannelAccount>? Members { get; set; }

    public object? ChannelData { get; set; }

    public string? TenantId { get; set; }
}

/// <summary>The conversation that was made or found.</summary>
internal sealed class ConversationResourceResponse
{
    public string? Id { get; set; }

    /// <summary>Of the message it began with, if any.</summary>
    public string? ActivityId { get; set; }
}
