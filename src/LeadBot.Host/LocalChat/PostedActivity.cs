using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;

namespace LeadBot.Host.LocalChat;

/// <summary>An activity Web Chat posted.</summary>
public sealed record PostedActivity(JsonObject Json)
{
    /// <summary>The largest that is taken, in bytes.</summary>
    public const int MaximumSize = 64 * 1024;

    /// <summary>Reads a body; null when it is not an activity.</summary>
    public static async Task<PostedActivity?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) is JsonObject json
                && Text(json["type"]) is not null
                ? new PostedActivity(json)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What Web Chat knows it by; the same when it is posted again.</summary>
    public string? ClientId => Json["channelData"] is JsonObject data ? Text(data["clientActivityID"]) : null;

    /// <summary>What was said; null for what nobody answers, such as an indication of typing.</summary>
    public Said? Said => Text(Json["type"]) != "message" ? null : new Said.Typed(Text(Json["text"]) ?? "");

    /// <summary>What the transcript shows of it.</summary>
    public JsonObject Echo()
    {
        var echo = (JsonObject)Json.DeepClone();
        var from = new JsonObject { ["id"] = "you", ["role"] = "user" };
        echo["from"] = from;
        return echo;
    }

    /// <summary>In local mode there is one person: whoever sits at this machine.</summary>
    public static readonly Sender You = new(new PersonId("local"), "You");

    /// <summary>Who said it, with their time zone and language.</summary>
    public Sender Sender => new(You.Id, You.Name, Text(Json["localTimezone"]), Text(Json["locale"]));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
