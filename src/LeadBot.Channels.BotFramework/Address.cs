using System.Text.Json;
using System.Text.Json.Serialization;
using LeadBot.Channels.BotFramework.Incoming;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework;

/// <summary>Where to send to: the conversation reference, written the same whichever SDK is built with.</summary>
internal sealed record Address(
    string ServiceUrl,
    string ChannelId,
    Address.Talk Conversation,
    Address.Account? Bot,
    Address.Account? User,
    string? Locale)
{
    /// <summary>Where the activity came from, and who sent it.</summary>
    public static Address Of(Activity activity)
    {
        var conversation = activity.Conversation!;
        return new Address(
            activity.ServiceUrl!,
            activity.ChannelId!,
            new Talk(conversation.Id!, conversation.ConversationType, Tenants.Of(activity), conversation.IsGroup),
            Account.Of(activity.Recipient),
            Account.Of(activity.From),
            activity.Locale);
    }

    /// <summary>One person and the bot.</summary>
    [JsonIgnore]
    public bool IsDirect => Conversation is { ConversationType: null or "personal", IsGroup: not true };

    /// <summary>The team channel itself, where each message starts a thread.</summary>
    public Address Channel(string id) => this with { Conversation = Conversation with { Id = id }, User = null };

    /// <summary>The direct conversation with this address's user.</summary>
    public Address Direct(string id) => this with { Conversation = new Talk(id, ChannelId == ChannelIds.Teams ? "personal" : null, Conversation.TenantId, null) };

    /// <summary>Null: not an address of this channel.</summary>
    public static Address? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AddressJson.Default.Address);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, AddressJson.Default.Address);

    public ConversationReference ToReference() => new()
    {
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount
        {
            Id = Conversation.Id,
            ConversationType = Conversation.ConversationType,
            TenantId = Conversation.TenantId,
            IsGroup = Conversation.IsGroup,
        },
        Bot = Bot?.ToChannelAccount(),
        User = User?.ToChannelAccount(),
        Locale = Locale,
    };

    internal sealed record Talk(string Id, string? ConversationType, string? TenantId, bool? IsGroup);

    internal sealed record Account(string? Id, string? Name, string? AadObjectId)
    {
        public static Account? Of(ChannelAccount? account) =>
            account is null ? null : new Account(account.Id, account.Name, account.AadObjectId);

        public ChannelAccount ToChannelAccount() => new() { Id = Id, Name = Name, AadObjectId = AadObjectId };
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Address))]
internal sealed partial class AddressJson : JsonSerializerContext;
