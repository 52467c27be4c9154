using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using LeadBot.Host.Playbooks;
using LeadBot.Host.Startup;

namespace LeadBot.Host.Import;

/// <summary>One line of a deal file: what each known column holds, trimmed, empty where nothing stands.</summary>
/// <param name="Number">Where it begins in the file, from 1.</param>
/// <param name="Broken">Why its cells cannot be trusted; null: they can.</param>
public sealed record DealLine(int Number, IReadOnlyDictionary<CrmField, string> Cells, string? Broken = null)
{
    /// <summary>The cell, empty where the file has no such column.</summary>
    public string this[CrmField field] => Cells.GetValueOrDefault(field, "");
}

/// <summary>A CSV file of deals, read line by line; never all of it is in memory.</summary>
public sealed class DealFile
{
    /// <summary>No cell of a deal needs more; a quote that is opened and never closed would swallow the rest of the file.</summary>
    private const int LongestCell = 1 << 16;

    private readonly string _path;
    private readonly CsvText _text;
    private readonly Dictionary<CrmField, int> _columns;
    private readonly int _width;

    private DealFile(string path, CsvText text, Dictionary<CrmField, int> columns, int width)
    {
        (_path, _text, _columns, _width) = (path, text, columns, width);
    }

    /// <summary>Semicolons between the cells, as Excel has it where the decimal sign is a comma.</summary>
    public bool IsSemicolon => _text.Delimiter == ';';

    /// <summary>Which fields the file has columns for.</summary>
    public IReadOnlyCollection<CrmField> Fields => _columns.Keys;

    /// <summary>Reads the header.</summary>
    /// <exception cref="StartRefusedException">There is no such file, or no column for the deal's name, or the mapping names one that is not there.</exception>
    public static DealFile Open(string path, ImportMapping mapping)
    {
        if (!File.Exists(path))
        {
            throw new StartRefusedException(Directory.Exists(path) ? $"{path} is a directory. Name a CSV file in it." : $"There is no file {path}.");
        }

        var text = CsvText.Of(path);
        using var parser = Parser(path, text);
        var headers = parser.Read() ? parser.Record!.Select(header => header.Trim()).ToList() : [];
        return new DealFile(path, text, Columns(path, headers, mapping), headers.Count);
    }

    /// <summary>The lines below the header; empty ones are left out.</summary>
    public IEnumerable<DealLine> Lines()
    {
        using var parser = Parser(_path, _text);
        parser.Read();
        for (var more = true; more;)
        {
            (var line, more) = Next(parser);
            if (line is not null)
            {
                yield return line;
            }
        }
    }

    private (DealLine? Line, bool More) Next(CsvParser parser)
    {
        var number = parser.RawRow + 1 + _text.SkippedLines;
        try
        {
            return parser.Read() ? (Line(number, parser.Record!), true) : (null, false);
        }
        catch (BadDataException)
        {
            return (Broken(number, "The quotes in this line do not match."), true);
        }
        catch (MaxFieldSizeException)
        {
            return (Broken(number, "A quote is opened here and not closed; nothing below could be read."), false);
        }
    }

    private static DealLine Broken(int number, string why) => new(number, new Dictionary<CrmField, string>(), why);

    private DealLine? Line(int number, string[] cells)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        return new DealLine(
            number,
            _columns.Where(column => column.Value < cells.Length).ToDictionary(column => column.Key, column => SafeCell.Read(cells[column.Value]).Trim()),
            cells.Length > _width ? string.Create(CultureInfo.InvariantCulture, $"It has {cells.Length} cells, and the header {_width}: put quotes around a cell with the delimiter in it.") : null);
    }

    private static CsvParser Parser(string path, CsvText text)
    {
        var reader = new StreamReader(path, text.Encoding);
        for (var skipped = 0; skipped < text.SkippedLines; skipped++)
        {
            reader.ReadLine();
        }

        return new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = text.Delimiter.ToString(),
            MaxFieldSize = LongestCell,
            CacheFields = false,
        });
    }

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
