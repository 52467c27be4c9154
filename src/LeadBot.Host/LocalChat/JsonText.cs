using System.Text.Json.Nodes;

namespace LeadBot.Host.LocalChat;

/// <summary>Reads what somebody else wrote.</summary>
internal static class JsonText
{
    /// <summary>The text; null for anything that is none.</summary>
    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
