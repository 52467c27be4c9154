using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace LeadBot.BotBuilder.Json;

/// <summary>How the protocol's types are read and written: camel case, nothing null.</summary>
internal static class ActivityJson
{
    /// <summary>The protocol's types without reflection. Nothing here is ever put into HTML, so only JSON's own escapes are needed.</summary>
    public static readonly ActivityTypeInfo Protocol = new(
        new JsonSerializerOptions(ActivityTypeInfo.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>For types the channel brings along.</summary>
    public static readonly JsonSerializerOptions AnyType = new(ActivityTypeInfo.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ActivityTypeInfo.Default, new DefaultJsonTypeInfoResolver()),
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(FreeFormConverter)])]
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(TeamsChannelAccount))]
internal sealed partial class ActivityTypeInfo : JsonSerializerContext;
