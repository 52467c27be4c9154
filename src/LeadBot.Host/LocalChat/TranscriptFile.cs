namespace LeadBot.Host.LocalChat;

/// <summary>A transcript's lines on disk, one JSON object each; what was shown anew stands there twice until it is rewritten.</summary>
public sealed class TranscriptFile(string path)
{
    private int _written;

    /// <summary>What an earlier process wrote, less half a last line.</summary>
    public List<TranscriptLine> Read() => File.Exists(path) ? [.. File.ReadLines(path).Select(TranscriptLine.Read).OfType<TranscriptLine>()] : [];

    /// <summary>Adds a line; every so often writes the file anew with <paramref name="kept"/>, so that it stays small.</summary>
    public void Append(TranscriptLine line, IReadOnlyCollection<TranscriptLine> kept)
    {
        if (++_written > 2 * ChatTranscript.Kept)
        {
            Rewrite(kept);
        }
        else
        {
            File.AppendAllText(path, line.Write() + "\n");
        }
    }

    /// <summary>Writes it anew.</summary>
    public void Rewrite(IReadOnlyCollection<TranscriptLine> kept)
    {
        File.WriteAllLines(path, kept.Select(l => l.Write()));
        _written = kept.Count;
    }

    /// <summary>Deletes it.</summary>
    public void Delete() => File.Delete(path);
}
