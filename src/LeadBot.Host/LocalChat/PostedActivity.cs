using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.BotFramework.Incoming;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;

namespace LeadBot.Host.LocalChat;

/// <summary>An activity Web Chat posted.</summary>
public sealed record PostedActivity(JsonObject Json)
{
    /// <summary>The largest that is taken, in bytes.</summary>
    public const int MaximumSize = 64 * 1024;

    /// <summary>In local mode there is one person: whoever sits at this machine.</summary>
    public static readonly Sender You = new(new PersonId("local"), "You");

    /// <summary>Reads a body; null when it is not an activity.</summary>
    public static async Task<PostedActivity?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) is JsonObject json
                && json["type"].Text() is not null
                ? new PostedActivity(json)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What Web Chat knows it by; the same when it is posted again.</summary>
    public string? ClientId => (Json["channelData"] as JsonObject)?["clientActivityID"].Text();

    /// <summary>Who said it, with their time zone and language.</summary>
    public Sender Sender => You with { TimeZone = Json["localTimezone"].Text(), Locale = Json["locale"].Text() };

    /// <summary>The pressed button's mark, if a button was pressed.</summary>
    public PressMark? Press => PressMark.Read(Json["value"]);

    /// <summary>What was said; null for what nobody answers, such as an indication of typing.</summary>
    public Said? Said
    {
        get
        {
            if (Json["type"].Text() != "message")
            {
                return null;
            }

            var pressed = Presses.ReadSubmit(Json["value"] as JsonObject);
            return pressed is not null ? pressed with { CanRedraw = Press is not null } : new Said.Typed(Json["text"].Text() ?? "");
        }
    }

    /// <summary>What the transcript shows of it: words as they are, a pressed button as its label.</summary>
    public JsonObject Echo()
    {
        var echo = new JsonObject
        {
            ["type"] = Json["type"]!.DeepClone(),
            ["from"] = new JsonObject { ["id"] = "you", ["role"] = "user" },
            ["text"] = Press?.Label ?? Json["text"].Text(),
            ["textFormat"] = "plain",
        };
        if (ClientId is { } clientId)
        {
            echo["channelData"] = new JsonObject { ["clientActivityID"] = clientId };
        }

        return echo;
    }
}
