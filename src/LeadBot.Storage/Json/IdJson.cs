using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadBot.Storage.Json;

/// <summary>An id is stored as its text.</summary>
internal sealed class IdJson<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString() ?? throw new JsonException("An id is never null."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}
