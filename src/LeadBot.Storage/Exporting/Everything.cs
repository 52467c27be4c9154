using System.Text.Encodings.Web;
using System.Text.Json;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LeadBot.Storage.Exporting;

/// <summary>Everything that is held about a workspace, whatever tables there are: one JSON object a line, by its kind.</summary>
public static class Everything
{
    private static readonly Lazy<IReadOnlyList<ExportedTable>> s_ofFile = new(() => Tables(new DesignTime().CreateDbContext([])));

    private static readonly Lazy<IReadOnlyList<ExportedTable>> s_ofServer = new(() => Tables(new PostgresDesignTime().CreateDbContext([])));

    /// <summary>The kinds there may be, in the order they are written.</summary>
    public static IReadOnlyList<string> Kinds => [.. s_ofServer.Value.Select(table => table.Name)];

    /// <summary>Writes it, UTF-8, and returns how many lines of each kind.</summary>
    public static IReadOnlyList<(string Kind, int Lines)> Write(WriteSession session, WorkspaceId workspace, Stream to)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return [.. (session.IsShared ? s_ofServer : s_ofFile).Value.Select(table => (table.Name, Write(session, workspace, table, json, to)))];
    }

    private static int Write(WriteSession session, WorkspaceId workspace, ExportedTable table, Utf8JsonWriter json, Stream to) => session.All(
        table.Select,
        row =>
        {
            table.Write(json, row);
            json.Flush();
            json.Reset();
            to.WriteByte((byte)'\n');
            return true;
        },
        workspace.Value).Count;

    /// <summary>The workspace first. What is nobody's own, keys, is not among them.</summary>
    private static IReadOnlyList<ExportedTable> Tables(DbContext db)
    {
        using (db)
        {
            return [.. db.Model.GetEntityTypes()
                .Where(table => table.GetTableName() == "workspaces" || table.FindProperty("Workspace") is not null)
                .Select(table => new ExportedTable(table))
                .OrderBy(table => table.Name == "workspaces" ? "" : table.Name, StringComparer.Ordinal)];
        }
    }
}
