using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Conversations;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Auditing;

/// <summary>How a workspace's document differs from what it was, setting by setting, whatever settings there are.</summary>
internal static class WorkspaceChanges
{
    /// <summary>Not set by anybody: where a channel is reached, what comes with installing, what LeadBot offers.</summary>
    private static readonly string[] s_notSet = ["id", "organisation", "uninstalledAt", "address", "offered"];

    /// <summary>Each changed setting by its path in the document, with its value before and after as JSON; null: it had none.</summary>
    /// <param name="before">Null: it is new.</param>
    public static IReadOnlyList<(string About, string? Was, string? Became)> Of(Workspace? before, Workspace after)
    {
        var changes = new List<(string, string?, string?)>();
        Compare("", Json(before ?? new Workspace(after.Id, null, null, new Dictionary<string, Domain.PlaybookId>(), null)), Json(after), changes);
        return changes;
    }

    private static void Compare(string path, JsonObject before, JsonObject after, List<(string, string?, string?)> changes)
    {
        foreach (var name in before.Select(field => field.Key).Union(after.Select(field => field.Key)).Where(name => !s_notSet.Contains(name)))
        {
            var (was, became) = (before[name], after[name]);
            var about = path.Length == 0 ? name : $"{path}.{name}";
            if (was is JsonObject deeper && became is JsonObject still)
            {
                Compare(about, deeper, still, changes);
            }
            else if (!JsonNode.DeepEquals(was, became))
            {
                changes.Add((about, Text(was), Text(became)));
            }
        }
    }

    private static string? Text(JsonNode? value)
    {
        (value as JsonObject)?.Remove("address");
        return value?.ToJsonString(StoredJson.Documents.Options);
    }

    private static JsonObject Json(Workspace workspace) => JsonSerializer.SerializeToNode(workspace, StoredJson.Documents.Workspace)!.AsObject();
}
