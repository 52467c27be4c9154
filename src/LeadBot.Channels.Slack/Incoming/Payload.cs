using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>Reads what Slack sends; what is not there or not what it should be is null, never an exception.</summary>
internal static class Payload
{
    private const int LongestKey = 400;

    /// <summary>Something inside it; undefined when it is not there.</summary>
    public static JsonElement At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        try
        {
            foreach (var name in path)
            {
                if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                {
                    return default;
                }
            }

            return json;
        }
        catch (InvalidOperationException)
        {
            // Half a character: JSON allows it, text does not.
            return default;
        }
    }

    /// <summary>The name of the first thing in an object.</summary>
    public static string? FirstName(this JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(inside => inside.Name).FirstOrDefault() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A string that is not empty.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path)
    {
        try
        {
            return json.At(path) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } said ? said : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A boolean, which Slack writes as a string in forms.</summary>
    public static bool Says(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.True } || json.Text(path) is "true";

    /// <summary>One of Slack's ids, such as <c>U024BE7LH</c>.</summary>
    /// <param name="kinds">The letters it may begin with.</param>
    public static string? Id(string? said, string kinds) =>
        said is { Length: > 1 and <= 40 } && kinds.Contains(said[0], StringComparison.Ordinal) && said.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter)) ? said : null;

    /// <summary>The time of a message, which is also its id within the channel: <c>1515449522.000016</c>.</summary>
    public static string? Ts(this JsonElement json, params ReadOnlySpan<string> path) => Ts(json.Text(path));

    /// <inheritdoc cref="Ts(JsonElement, ReadOnlySpan{string})"/>
    public static string? Ts(string? said) =>
        said is { Length: > 0 and <= 40 } && said.All(letter => char.IsAsciiDigit(letter) || letter == '.') ? said : null;

    public static string? Team(this JsonElement json, params ReadOnlySpan<string> path) => Id(json.Text(path), "T");

    public static string? Enterprise(this JsonElement json, params ReadOnlySpan<string> path) => Id(json.Text(path), "E");

    public static string? User(this JsonElement json, params ReadOnlySpan<string> path) => Id(json.Text(path), "UW");

    public static string? Channel(this JsonElement json, params ReadOnlySpan<string> path) => Id(json.Text(path), "CGD");

    /// <summary>What makes it the same event when it comes again, short enough to keep.</summary>
    public static string Key(string said) => said.Length <= LongestKey ? said : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
}
