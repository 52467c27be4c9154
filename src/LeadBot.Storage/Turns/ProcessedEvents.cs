using System.Text.Json;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>The events that were taken, so that a repeat is answered alike and does nothing more.</summary>
public static class ProcessedEvents
{
    /// <summary>What was answered to this event before; null the first time.</summary>
    public static Asked<TurnResponse> ResponseTo(WriteSession session, IncomingMessage message) => session.Ask(
        "SELECT response FROM processed_events WHERE workspace = $1 AND channel = $2 AND event_key = $3",
        row => row.IsDBNull(0) ? TurnResponse.None : JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.TurnResponse)!,
        message.Place.Workspace.Value,
        message.Place.Channel,
        message.EventKey);

    /// <summary>Keeps what is answered. Two turns cannot both: the event's key is unique.</summary>
    public static void Add(WriteSession session, IncomingMessage message, TurnResponse response, DateTimeOffset now) => session.Later(
        "INSERT INTO processed_events (workspace, channel, event_key, taken_at, response) VALUES ($1, $2, $3, $4, $5)",
        message.Place.Workspace.Value,
        message.Place.Channel,
        message.EventKey,
        now.UtcTicks,
        response.IsEmpty ? null : JsonSerializer.Serialize(response, StoredJson.Documents.TurnResponse));
}
