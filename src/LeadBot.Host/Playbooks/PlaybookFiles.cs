using System.Text;

namespace LeadBot.Host.Playbooks;

/// <summary>Playbooks as files.</summary>
public static class PlaybookFiles
{
    /// <summary>More than this no playbook needs; far more would only keep a reader busy.</summary>
    public const int LargestBytes = 256 * 1024;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The playbook files of a directory, by name.</summary>
    public static IReadOnlyList<string> In(string directory) =>
        [.. Directory.EnumerateFiles(directory).Where(f => Path.GetExtension(f) is ".yaml" or ".yml").Order(StringComparer.Ordinal)];

    /// <summary>Reads one file; its text is empty when there is none. A file that cannot be read is a fault like any other.</summary>
    public static (PlaybookReading Reading, string Text) Read(string path)
    {
        try
        {
            var bytes = Bytes(path);
            if (bytes.Length > LargestBytes)
            {
                return Refused("The file is larger than 256 kB, which no playbook needs.");
            }

            var text = s_strict.GetString(bytes).TrimStart('\uFEFF');
            return (PlaybookReader.Read(text), text);
        }
        catch (DecoderFallbackException)
        {
            return Refused("The file is not UTF-8 text.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refused(unreadable.Message);
        }
    }

    private static (PlaybookReading, string) Refused(string sentence) => (new PlaybookReading(null, [new LineFault(1, sentence)]), "");

    // The length a file claims says nothing of a pipe or a device, so one byte too many is read instead.
    private static byte[] Bytes(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[LargestBytes + 1];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
