namespace LeadBot.TestKit;

/// <summary>Something done in a transcript, and what was said to it.</summary>
/// <param name="Said">The recorded lines, without their indentation.</param>
public sealed record TranscriptStep(TranscriptLine Done, IReadOnlyList<string> Said)
{
    private const string Indentation = "    ";

    /// <summary>A transcript as it is recorded.</summary>
    public static IEnumerable<TranscriptStep> Read(string script)
    {
        (string Done, List<string> Said)? step = null;
        foreach (var line in script.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            if (step is { } open && line.StartsWith(Indentation, StringComparison.Ordinal))
            {
                open.Said.Add(line[Indentation.Length..]);
                continue;
            }

            if (step is { } done)
            {
                yield return new TranscriptStep(TranscriptLine.Read(done.Done).Single(), done.Said);
            }

            step = (line, []);
        }

        if (step is { } last)
        {
            yield return new TranscriptStep(TranscriptLine.Read(last.Done).Single(), last.Said);
        }
    }
}
