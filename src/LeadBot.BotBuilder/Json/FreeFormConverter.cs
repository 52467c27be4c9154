using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadBot.BotBuilder.Json;

/// <summary>
/// What the protocol leaves open: <c>value</c>, <c>channelData</c>, a card's content. Objects and lists are read as
/// <see cref="JsonElement"/>, the rest as the plain value; nested dictionaries and lists are written without reflection.
/// </summary>
internal sealed class FreeFormConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => reader.TryGetInt64(out var whole) ? whole : (object)reader.GetDouble(),
            _ => JsonElement.ParseValue(ref reader),
        };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case Dictionary<string, object?> fields:
                WriteFields(writer, fields, options);
                break;
            case List<object?> items:
                WriteItems(writer, items, options);
                break;
            default:
                JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
                break;
        }
    }

    private void WriteFields(Utf8JsonWriter writer, Dictionary<string, object?> fields, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            writer.WritePropertyName(name);
            WriteNullable(writer, value, options);
        }

        writer.WriteEndObject();
    }

    private void WriteItems(Utf8JsonWriter writer, List<object?> items, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            WriteNullable(writer, item, options);
        }

        writer.WriteEndArray();
    }

    private void WriteNullable(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            Write(writer, value, options);
        }
    }
}
