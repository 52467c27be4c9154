using System.Collections.Concurrent;
using System.Text.Json;
using LeadBot.TestKit;

namespace LeadBot.Faults.World;

/// <summary>The cards that people see, on which they press buttons.</summary>
internal sealed class ArrivedCards
{
    private readonly ConcurrentDictionary<(int Conversation, string Says), ArrivedCard> _cards = new();
    private readonly ConcurrentDictionary<(int Conversation, string Id), bool> _redrawn = new();

    /// <param name="json">The request it came with.</param>
    /// <param name="id">As the channel names it.</param>
    public void Add(int conversation, string says, string json, string id) => _cards.TryAdd((conversation, says), new ArrivedCard(conversation, id, json));

    public void Redraw(int conversation, string id) => _redrawn[(conversation, id)] = true;

    /// <summary>Somebody pressed a button of it, and sees what came of it.</summary>
    public bool IsRedrawn(ArrivedCard card) => _redrawn.ContainsKey((card.Conversation, card.Id));

    /// <summary>Waits until it has arrived.</summary>
    public async Task<ArrivedCard> WaitAsync(int conversation, string says)
    {
        for (var patience = new Patience($"\"{says}\" arrives"); ; patience.Check())
        {
            if (_cards.TryGetValue((conversation, says), out var card))
            {
                return card;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}

/// <summary>A card that somebody sees.</summary>
internal sealed record ArrivedCard(int Conversation, string Id, string Json)
{
    /// <summary>What is sent back when its button is pressed: Slack's element, or what Teams' action carries.</summary>
    public string Button(string action)
    {
        using var json = JsonDocument.Parse(Json);
        return Find(json.RootElement, action) ?? throw new InvalidOperationException($"There is no button {action} on {Json}");
    }

    private static string? Find(JsonElement json, string action) => json.ValueKind switch
    {
        JsonValueKind.Object when Text(json, "verb") == action || Text(json, "action_id")?.StartsWith($"{action}:", StringComparison.Ordinal) == true => json.GetRawText(),
        JsonValueKind.Object => json.EnumerateObject().Select(inside => Find(inside.Value, action)).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => json.EnumerateArray().Select(inside => Find(inside, action)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
