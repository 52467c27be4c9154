using System.Text.Json;
using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>What admins did, in words.</summary>
internal static class AuditWords
{
    public const string Title = "Audit log";
    public const string Older = "Older";
    public const string Nothing = "Nothing was changed yet that I keep here.";

    private const string None = "none";

    private static readonly Dictionary<string, string> s_settings = new()
    {
        ["admin"] = "First admin",
        ["admins"] = "Admins",
        ["managers"] = "Managers",
        ["playbook"] = "Playbook",
        ["channelPlaybooks"] = "Playbook of a channel",
        ["floorPerHour"] = "Floor per hour",
        ["stages"] = "Stages",
        ["silence"] = "Silence",
        ["limit"] = "Stale after",
        ["strungAlongAt"] = "Strung along after",
        ["chanceFloor"] = "Chance floor",
        ["approved"] = "Learnt limit",
        ["declined"] = "Learnt limit declined",
        ["channels"] = "Linked channel",
        ["weeklyPost"] = "Weekly post",
        ["dropList"] = "Drop list",
        ["autoParkAfter"] = "Auto-park after",
        ["holidays"] = "Holidays",
    };

    /// <summary>"8:30 Dana", in the reader's zone.</summary>
    public static string When(AuditLine line, string who, Person reader, DateTimeOffset now) => $"{StatusWords.At(line.At, reader, now)} {who}";

    /// <summary>Who it was when nobody in chat was it.</summary>
    public static string Nobody(AuditAct act) => act == AuditAct.Uninstalled ? "in the channel" : "on the server";

    /// <param name="nameOf">A person's name by their id; null: they are not known.</param>
    public static string What(AuditLine line, Func<string, string?> nameOf) => line.Act switch
    {
        AuditAct.Set => $"{Setting(line.About ?? "")}: {Value(line.Was, nameOf)} → {Value(line.Became, nameOf)}",
        AuditAct.Playbook => $"first deal with a new text of the playbook {line.About}",
        AuditAct.Installed => "installed LeadBot",
        AuditAct.Uninstalled => "LeadBot was uninstalled",
        AuditAct.Imported => $"imported deals: {Value(line.Became, nameOf)}",
        AuditAct.Exported => line.Became is null ? $"exported {line.About}" : $"exported {Value(line.Became, nameOf)} {line.About}",
        AuditAct.ForgotDeal => "had a deal forgotten",
        AuditAct.ForgotPerson => "had a person forgotten",
        _ => "something a newer LeadBot knows",
    };

    /// <summary>By the last part of its path that has a name.</summary>
    private static string Setting(string path) => path.Split('.').Reverse().Select(s_settings.GetValueOrDefault).FirstOrDefault(name => name is not null) ?? path;

    private static string Value(string? json, Func<string, string?> nameOf)
    {
        if (json is null)
        {
            return None;
        }

        using var document = JsonDocument.Parse(json);
        return Value(document.RootElement, nameOf);
    }

    private static string Value(JsonElement value, Func<string, string?> nameOf) => value.ValueKind switch
    {
        JsonValueKind.String => nameOf(value.GetString()!) ?? value.GetString()!,
        JsonValueKind.True => "on",
        JsonValueKind.False => "off",
        JsonValueKind.Array => value.GetArrayLength() == 0 ? None : string.Join(", ", value.EnumerateArray().Select(item => Value(item, nameOf))),
        JsonValueKind.Object when value.TryGetProperty("weeklyPost", out _) => value.GetProperty("name").GetString()!,
        JsonValueKind.Object => string.Join(' ', value.EnumerateObject().Select(field => field.Name is "name" or "limit" ? Value(field.Value, nameOf) : $"{field.Name} {Value(field.Value, nameOf)}")),
        _ => value.GetRawText(),
    };
}
