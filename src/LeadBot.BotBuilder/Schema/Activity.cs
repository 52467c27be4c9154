using System.Text.Json;
using LeadBot.BotBuilder.Json;

namespace Microsoft.Bot.Schema;

/// <summary>One message, event or request of the Activity protocol, either way.</summary>
public sealed class Activity : IMessageActivity, IConversationUpdateActivity, IInstallationUpdateActivity, IInvokeActivity
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    /// <summary>When the channel sent it, UTC.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The sender's zone: an IANA id, from some clients a Windows one.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Where replies go.</summary>
    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; set; }

    public IList<ChannelAccount>? MembersAdded { get; set; }

    public IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>BCP 47.</summary>
    public string? Locale { get; set; }

    public string? Text { get; set; }

    /// <summary>What notifications show of it.</summary>
    public string? Summary { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public IList<Attachment>? Attachments { get; set; }

    public IList<Entity>? Entities { get; set; }

    public object? ChannelData { get; set; }

    /// <summary>Of an installation update: <c>add</c>, <c>add-upgrade</c>, <c>remove</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; set; }

    public string? ReplyToId { get; set; }

    public object? Value { get; set; }

    /// <summary>Which invoke or event it is.</summary>
    public string? Name { get; set; }

    public ConversationReference? RelatesTo { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>; none is normal.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>What is needed to answer it, or to write to this conversation later.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        // A web chat forgets the activity that opened the conversation, so a reply to it has nothing to hang on.
        ActivityId = Type == ActivityTypes.ConversationUpdate && ChannelId is "directline" or "webchat" ? null : Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>Addresses this activity: from the user when incoming, else from the bot as a reply.</summary>
    /// <returns>This activity.</returns>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (isIncoming)
        {
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    /// <summary>Everybody mentioned in the text.</summary>
    public Mention[] GetMentions() =>
        Entities is null ? [] : [.. Entities.Where(e => e.Type == "mention").Select(e => e.GetAs<Mention>()).OfType<Mention>()];

    /// <summary>Reads <see cref="ChannelData"/>; false when there is none or it is of another shape.</summary>
    public bool TryGetChannelData<TypeT>(out TypeT? instance)
    {
        instance = default;
        if (ChannelData is not JsonElement { ValueKind: JsonValueKind.Object } data)
        {
            return false;
        }

        try
        {
            instance = data.Deserialize<TypeT>(ActivityJson.AnyType);
            return instance is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
