using System.Text;
using CsvHelper;
using LeadBot.Host.Startup;
using LeadBot.Host.Turns;

namespace LeadBot.Host.Import;

/// <summary>One line of a deal file: what each known column holds, trimmed, empty where nothing stands.</summary>
/// <param name="Number">Where it begins in the file, from 1.</param>
/// <param name="Broken">Why its cells cannot be trusted; null: they can.</param>
public sealed record DealLine(long Number, IReadOnlyDictionary<CrmField, string> Cells, string? Broken = null)
{
    /// <summary>The cell, empty where the file has no such column.</summary>
    public string this[CrmField field] => Cells.GetValueOrDefault(field, "");
}

/// <summary>A CSV file of deals, read line by line; never all of it is in memory.</summary>
public sealed class DealFile
{
    /// <summary>No deal needs more bytes; a quote that is opened and never closed would swallow the rest of the file.</summary>
    private const int LargestLine = 1 << 20;

    private readonly string _path;
    private readonly Encoding? _encoding;
    private readonly Dictionary<CrmField, int> _columns;
    private readonly int _width;

    private DealFile(string path, Encoding? encoding, char separator, Dictionary<CrmField, int> columns, int width)
    {
        (_path, _encoding, IsSemicolon, _columns, _width) = (path, encoding, separator == ';', columns, width);
    }

    /// <summary>Semicolons between the cells, as Excel has it where the decimal sign is a comma.</summary>
    public bool IsSemicolon { get; }

    /// <summary>Reads the header.</summary>
    /// <exception cref="StartRefusedException">There is no such file, or no column for the deal's name, or the mapping names one that is not there.</exception>
    public static DealFile Open(string path, ImportMapping mapping)
    {
        if (!File.Exists(path))
        {
            throw new StartRefusedException(Directory.Exists(path) ? $"{path} is a directory. Name a CSV file in it." : $"There is no file {path}.");
        }

        try
        {
            var encoding = CsvEncoding.Of(path);
            using var reader = Reader(path, encoding, _ => { });
            List<string> headers = [.. reader.Headers.Select(header => header.Trim())];
            return new DealFile(path, encoding, reader.Separator, Columns(path, headers, mapping), headers.Count);
        }
        catch (Exception unreadable) when (unreadable is CsvFormatException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{path} cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>The lines below the header; empty ones are left out.</summary>
    public IEnumerable<DealLine> Lines()
    {
        CsvMalformedRecord? malformed = null;
        using var reader = Reader(_path, _encoding, record => malformed = record);
        while (true)
        {
            malformed = null;
            if (!Read(reader, out var torn))
            {
                if (torn is not null)
                {
                    yield return torn;
                }

                yield break;
            }

            if (!IsEmpty(reader))
            {
                yield return new DealLine(reader.LineNumber, Cells(reader), Fault(reader, malformed));
            }
        }
    }

    /// <param name="torn">The last line, of which no end can be found.</param>
    private static bool Read(CsvReader reader, out DealLine? torn)
    {
        torn = null;
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException broken)
        {
            torn = new DealLine(broken.LineNumber, new Dictionary<CrmField, string>(), "A quote is opened here and not closed; nothing below could be read.");
            return false;
        }
    }

    private Dictionary<CrmField, string> Cells(CsvReader reader) => _columns
        .Where(column => column.Value < reader.FieldCount)
        .ToDictionary(column => column.Key, column => ReadableText.Of(SafeCell.Read(reader.GetString(column.Value))).Trim());

    private string? Fault(CsvReader reader, CsvMalformedRecord? malformed) =>
        malformed is not null ? "The quotes in this line do not match."
        : reader.FieldCount > _width ? FormattableString.Invariant($"It has {reader.FieldCount} cells, and the header {_width}: put quotes around a cell with the separator in it.")
        : null;

    private static bool IsEmpty(CsvReader reader)
    {
        for (var at = 0; at < reader.FieldCount; at++)
        {
            if (!reader.IsEmpty(at))
            {
                return false;
            }
        }

        return true;
    }

    private static CsvReader Reader(string path, Encoding? encoding, Action<CsvMalformedRecord> malformed) => CsvReader.FromFile(path, new CsvReaderOptions
    {
        Encoding = encoding,
        TrackLineNumbers = true,
        MaxRecordSize = LargestLine,
        OnMalformedRecord = malformed,
    });

    private static Dictionary<CrmField, int> Columns(string path, List<string> headers, ImportMapping mapping)
    {
        var columns = new Dictionary<CrmField, int>();
        foreach (var field in Enum.GetValues<CrmField>())
        {
            if (mapping.Columns.TryGetValue(field, out var header))
            {
                var at = headers.FindIndex(h => h.Equals(header, StringComparison.OrdinalIgnoreCase));
                columns[field] = at >= 0 ? at : throw new StartRefusedException($"The mapping says {KnownHeaders.KeyOf(field)} stands under \"{header}\", which {path} does not have. {There(headers)}");
            }
            else if (KnownHeaders.Find(field, headers) is { } guessed && !mapping.Columns.Values.Contains(headers[guessed], StringComparer.OrdinalIgnoreCase))
            {
                columns[field] = guessed;
            }
        }

        return columns.ContainsKey(CrmField.Name) ? columns : throw new StartRefusedException(
            $"No column of {path} looks like the deals' names. {There(headers)} Say which it is in a mapping file (columns: name: HEADER) and name that with --mapping.");
    }

    private static string There(List<string> headers) => headers.Count == 0 ? "It has no header at all." : $"Its header has {string.Join(", ", headers.Take(20))}.";
}
