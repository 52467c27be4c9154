using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadBot.Host.LocalChat;

/// <summary>One activity of a transcript.</summary>
/// <param name="Number">Counts up with everything written; Direct Line's watermark.</param>
/// <param name="ClientId">The <c>clientActivityID</c> Web Chat knows its own activity by.</param>
public sealed record TranscriptLine(long Number, string Id, string? ClientId, JsonObject Activity)
{
    /// <summary>As it stands in the file.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads what <see cref="Write"/> wrote; null for half a line, left by a process that was killed while writing.</summary>
    public static TranscriptLine? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<TranscriptLine>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
