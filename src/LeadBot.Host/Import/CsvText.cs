using System.Text;

namespace LeadBot.Host.Import;

/// <summary>A CSV file's encoding and delimiter, found out from the file itself.</summary>
/// <param name="Delimiter">Comma, semicolon or tab.</param>
/// <param name="SkippedLines">1 when the first line is Excel's <c>sep=;</c>.</param>
public sealed record CsvText(Encoding Encoding, char Delimiter, int SkippedLines)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A byte order mark decides; else UTF-8 if every byte of the file is; else Windows-1252, as Excel writes it.</summary>
    public static CsvText Of(string path)
    {
        var encoding = EncodingOf(path);
        using var reader = new StreamReader(path, encoding);
        var first = reader.ReadLine() ?? "";
        if (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.Length == 5)
        {
            return new CsvText(encoding, first[4], 1);
        }

        var outside = string.Concat(first.Split('"').Where((_, at) => at % 2 == 0));
        return new CsvText(encoding, ((char[])[',', ';', '\t']).MaxBy(delimiter => outside.Count(c => c == delimiter)), 0);
    }

    private static Encoding EncodingOf(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> mark = stackalloc byte[3];
        var read = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        switch (mark[..read])
        {
            case [0xEF, 0xBB, 0xBF]:
                return Encoding.UTF8;
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode;
        }

        file.Position = 0;
        return IsUtf8(file) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    private static bool IsUtf8(FileStream file)
    {
        var (bytes, characters, decoder) = (new byte[1 << 16], new char[1 << 16], s_utf8.GetDecoder());
        try
        {
            int read;
            do
            {
                read = file.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
            }
            while (read > 0);

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
