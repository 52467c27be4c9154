using System.Text.Json;
using LeadBot.Channels.BotFramework.Cards;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>
/// Reads a pressed button. What a button carries is open-typed in the protocol: only a JSON object is read, through its
/// JSON text, which either Bot Framework SDK gives alike; anything else is not understood.
/// </summary>
public static class Presses
{
    /// <summary>The name of the invoke that a pressed <c>Action.Execute</c> is.</summary>
    public const string ExecuteInvoke = "adaptiveCard/action";

    /// <summary>A pressed <c>Action.Submit</c>: the value of a message.</summary>
    /// <returns>Null: not understood.</returns>
    public static Said.Pressed? ReadSubmit(object? value)
    {
        using var json = Parse(value);
        return json is null ? null : Pressed(json.RootElement, null, canRedraw: false);
    }

    /// <summary>A pressed <c>Action.Execute</c>: the value of an invoke.</summary>
    /// <returns>Null: not understood.</returns>
    public static Said.Pressed? ReadExecute(object? value)
    {
        using var json = Parse(value);
        if (json is null || !json.RootElement.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var verb = action.TryGetProperty("verb", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        return Pressed(action.TryGetProperty("data", out var data) ? data : default, verb, canRedraw: true);
    }

    private static Said.Pressed? Pressed(JsonElement data, string? verb, bool canRedraw)
    {
        var fields = new Dictionary<string, string>();
        if (data.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in data.EnumerateObject())
            {
                if (field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                {
                    fields[field.Name] = field.Value.ToString();
                }
            }
        }

        fields.Remove(AdaptiveCards.ActionField, out var carried);
        var action = string.IsNullOrEmpty(verb) ? carried : verb;
        return string.IsNullOrEmpty(action) ? null : new Said.Pressed(action, fields, canRedraw);
    }

    private static JsonDocument? Parse(object? value)
    {
        if (value is null or string or bool)
        {
            return null;
        }

        try
        {
            var json = JsonDocument.Parse(value.ToString() ?? "");
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return json;
            }

            json.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
