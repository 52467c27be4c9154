using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack.Transcripts;

/// <summary>
/// Holds what was seen in Slack to what a transcript recorded. All that may differ, and why, stands here:
/// what was pressed is always redrawn, so what was recorded of a press that could not redraw may stand there;
/// of many alternatives what is suggested stands before a menu of the others; a field's label is not said twice;
/// in a window the question stands right above what is chosen, and is no heading; in a thread strangers are told alone.
/// What is asked about a button that was pressed is asked in a window (<see cref="InOne"/>) and answered there (<see cref="FilledIn"/>), and in a group everybody
/// has a thread of their own, so that nobody has to wait for another (<see cref="HasToWait"/>).
/// </summary>
internal static class AsRecorded
{
    private const string Alone = "(only for you) ";
    private const string Again = "(redrawn)";
    private const string InAWindow = "(in a window)";

    /// <summary>More alternatives than this are a menu.</summary>
    private const int MostInSight = 5;

    public static void Check(TranscriptStep step, Seen seen, bool isInThread)
    {
        var recorded = step.Said.Where(line => !step.Said.Contains($"_____ {line}")).SelectMany(Labels).ToList();
        var opens = recorded.IndexOf(InAWindow);
        var asked = seen.Window.SelectMany(Labels).ToList();
        var (said, window) = opens >= 0 ? (recorded[..opens], recorded[(opens + 1)..]) : OpensUnrecorded(step, seen) ? ([], InOne(recorded, asked)) : (recorded, []);
        var (redrawn, shown) = (seen.Redrawn.SelectMany(Labels).ToList(), seen.Said.SelectMany(Labels).ToList());
        var alone = seen.OnlyForThem.Select(line => isInThread && step.Done is TranscriptLine.Typed && said.Contains(line) ? line : Alone + line);
        if (said.Remove(Again))
        {
            Assert.Equal(Whole(step, said), Whole(step, [.. alone, .. redrawn, .. shown]));
        }
        else
        {
            Assert.Equal(Whole(step, said.Where(line => shown.Contains(line) || !redrawn.Contains(line))), Whole(step, [.. alone, .. shown]));
        }

        Assert.Equal(Whole(step, window.Select(Unmarked).Order(StringComparer.Ordinal)), Whole(step, asked.Select(Unmarked).Order(StringComparer.Ordinal)));
    }

    /// <summary>Whether a window opened for what was recorded as said.</summary>
    public static bool OpensUnrecorded(TranscriptStep step, Seen seen) => seen.Window.Count > 0 && !step.Said.Contains(InAWindow);

    /// <summary>Whether they were told to wait until somebody else is done.</summary>
    public static bool HasToWait(TranscriptStep step) => step.Said.Any(line => line.Contains("I take one conversation at a time", StringComparison.Ordinal));

    /// <summary>
    /// The same in a window: without what is said of typing and of the way there, and without ways back; with what is
    /// filled in, and what sends it, where one would have typed.
    /// </summary>
    private static List<string> InOne(List<string> recorded, List<string> window) =>
    [
        .. recorded.Skip(AskedAgain(recorded)).Where(line => window.Contains(line) || !(line.StartsWith('~') || line is "[Back]" or "[Why this question?]")),
        .. window.Where(line => !recorded.Contains(line) && (line.StartsWith('_') || line is "Which day?" or "[Start]")),
    ];

    /// <summary>What was half said before: it still stands above, and is asked about again when the window is sent.</summary>
    private static int AskedAgain(List<string> recorded) =>
        recorded[0].StartsWith("Not counted yet: ", StringComparison.Ordinal) ? 1 + recorded.Skip(1).TakeWhile(line => line.StartsWith('[')).Count() : 0;

    private static string Whole(TranscriptStep step, IEnumerable<string> lines) => $"{step.Done.Text}\n{string.Join('\n', lines)}";

    /// <summary>A line, or each label of a row.</summary>
    private static IEnumerable<string> Labels(string line)
    {
        if (!line.StartsWith('['))
        {
            return [line];
        }

        var labels = line.Replace("] [", "]\n[", StringComparison.Ordinal).Split('\n');
        return labels.Length > MostInSight ? labels.Order(StringComparer.Ordinal) : labels;
    }

    private static string Unmarked(string line) => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line;
}
