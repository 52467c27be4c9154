using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace LeadBot.Storage.Opening;

/// <summary>A table as it is read from either database, row by row in the order of its key, and written to PostgreSQL.</summary>
internal sealed class MovedTable
{
    public MovedTable(IEntityType table)
    {
        var columns = table.GetProperties().ToList();
        var list = string.Join(", ", columns.Select(Quoted));
        Name = table.GetTableName()!;
        Types = [.. columns.Select(column => column.GetColumnType())];
        Select = $"SELECT {list} FROM {Name} ORDER BY {string.Join(", ", table.FindPrimaryKey()!.Properties.Select(Quoted))}";
        CopyFrom = $"COPY {Name} ({list}) FROM STDIN (FORMAT binary)";
        CountedBy = columns.SingleOrDefault(column => column.ValueGenerated == ValueGenerated.OnAdd)?.GetColumnName();
    }

    public string Name { get; }

    /// <summary>Of its columns, as PostgreSQL calls them.</summary>
    public IReadOnlyList<string> Types { get; }

    public string Select { get; }

    public string CopyFrom { get; }

    /// <summary>The column that counts up by itself; null: none does.</summary>
    public string? CountedBy { get; }

    /// <summary>A cell that is not null, as it is the same on either.</summary>
    public string Text(DbDataReader row, int at) => Types[at] switch
    {
        "text" => row.GetString(at),
        "double precision" => row.GetDouble(at).ToString("R", CultureInfo.InvariantCulture),
        _ => row.GetInt64(at).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Writes that cell of the row.</summary>
    public void Write(NpgsqlBinaryImporter writer, DbDataReader row, int at)
    {
        if (row.IsDBNull(at))
        {
            writer.WriteNull();
            return;
        }

        switch (Types[at])
        {
            case "text":
                writer.Write(row.GetString(at), Types[at]);
                break;
            case "bigint":
                writer.Write(row.GetInt64(at), Types[at]);
                break;
            case "integer":
                writer.Write(row.GetInt32(at), Types[at]);
                break;
            case "double precision":
                writer.Write(row.GetDouble(at), Types[at]);
                break;
            default:
                throw new InvalidOperationException($"A column of {Types[at]} cannot be copied.");
        }
    }

    private static string Quoted(IProperty column) => $"\"{column.GetColumnName()}\"";
}
