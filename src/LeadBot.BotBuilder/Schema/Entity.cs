using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LeadBot.BotBuilder.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Something said about an activity: a mention, the sender's client.</summary>
public class Entity
{
    public string? Type { get; set; }

    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Reads this entity as <typeparamref name="T"/>; null when it has another shape.</summary>
    public T? GetAs<T>()
    {
        var json = new JsonObject { ["type"] = Type };
        foreach (var (name, value) in Properties ?? [])
        {
            json[name] = JsonNode.Parse(value.GetRawText());
        }

        try
        {
            return json.Deserialize<T>(ActivityJson.AnyType);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}

/// <summary>A mention in the text.</summary>
public sealed class Mention : Entity
{
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>As it stands in the text.</summary>
    public string? Text { get; set; }
}
