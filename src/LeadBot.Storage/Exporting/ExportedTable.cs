using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Storage.Exporting;

/// <summary>A table as its rows are exported: JSON documents as JSON, instants and days in ISO 8601.</summary>
internal sealed class ExportedTable
{
    private static readonly HashSet<string> s_documents = ["document", "document_before", "card", "response", "what", "answers", "deals", "was", "became"];

    /// <summary>What opens doors is not handed out.</summary>
    private static readonly HashSet<string> s_secrets = ["protected_token"];

    private readonly IReadOnlyList<(string Name, Type Type)> _columns;

    public ExportedTable(IEntityType table)
    {
        Name = table.GetTableName()!;
        _columns = [.. table.GetProperties()
            .Where(column => !column.IsShadowProperty())
            .Select(column => (column.GetColumnName(), Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType))
            .Where(column => !s_secrets.Contains(column.Item1))];
        var key = table.FindPrimaryKey()!.Properties.Select(column => column.GetColumnName());
        Select = $"SELECT {string.Join(", ", _columns.Select(column => column.Name))} FROM {Name} WHERE {(Name == "workspaces" ? "id" : "workspace")} = $1 ORDER BY {string.Join(", ", key)}";
    }

    /// <summary>Also the kind of its objects.</summary>
    public string Name { get; }

    /// <summary>The rows of a workspace, <c>$1</c>.</summary>
    public string Select { get; }

    /// <summary>Writes a row as one object.</summary>
    public void Write(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartObject();
        json.WriteString("kind", Name);
        for (var at = 0; at < _columns.Count; at++)
        {
            if (!row.IsDBNull(at))
            {
                json.WritePropertyName(_columns[at].Name);
                Write(json, row, at, _columns[at].Name, _columns[at].Type);
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DbDataReader row, int at, string name, Type type)
    {
        if (type == typeof(string) && s_documents.Contains(name))
        {
            json.WriteRawValue(row.GetString(at));
        }
        else if (type == typeof(string))
        {
            json.WriteStringValue(row.GetString(at));
        }
        else if (type == typeof(bool))
        {
            json.WriteBooleanValue(row.GetInt64(at) != 0);
        }
        else if (type == typeof(double))
        {
            json.WriteNumberValue(row.GetDouble(at));
        }
        else if (type == typeof(int) && (name is "day" or "covered_until" || name.EndsWith("_on", StringComparison.Ordinal)))
        {
            json.WriteStringValue(DateOnly.FromDayNumber(row.GetInt32(at)).ToString("O", CultureInfo.InvariantCulture));
        }
        else if (type == typeof(long) && (name == "at" || name.EndsWith("_at", StringComparison.Ordinal) || name.EndsWith("_until", StringComparison.Ordinal) || name.EndsWith("_as_of", StringComparison.Ordinal)))
        {
            json.WriteStringValue(new DateTimeOffset(row.GetInt64(at), TimeSpan.Zero));
        }
        else
        {
            json.WriteNumberValue(row.GetInt64(at));
        }
    }
}
