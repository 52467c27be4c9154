using System.Text;

namespace LeadBot.Host.Import;

/// <summary>Finds out a CSV file's encoding from the file itself.</summary>
internal static class CsvEncoding
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Windows-1252, as Excel writes it, unless a byte order mark says otherwise or every byte is UTF-8; those the reader knows by itself: null.</summary>
    public static Encoding? Of(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> mark = stackalloc byte[2];
        if (file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == 2 && mark is [0xFF, 0xFE] or [0xFE, 0xFF])
        {
            return null;
        }

        file.Position = 0;
        return IsUtf8(file) ? null : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
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
