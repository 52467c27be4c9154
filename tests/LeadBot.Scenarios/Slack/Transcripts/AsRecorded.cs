using LeadBot.Host.Playbooks;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack.Transcripts;

/// <summary>
/// Holds what was seen in Slack to what a transcript recorded. All that may differ, and why, stands here:
/// what was pressed is always redrawn, so what was recorded of a press that could not redraw may stand there;
/// of many alternatives what is suggested stands before a menu of the others; a field's label is not said twice;
/// in a window the question stands right above what is chosen, and is no heading; in a thread strangers are told alone;
/// and beside the transcripts' playbook a host has those it comes with.
/// </summary>
internal static class AsRecorded
{
    private const string Alone = "(only for you) ";
    private const string Again = "(redrawn)";
    private const string InAWindow = "(in a window)";

    /// <summary>The choice of playbooks a host has.</summary>
    private static readonly string s_playbooks = string.Join(' ', PlaybookCatalogue.Load(null).Shelf.Newest.Values.OrderBy(playbook => playbook.Id.Value, StringComparer.Ordinal).Select(playbook => $"[{playbook.Title}]"));

    /// <summary>More alternatives than this are a menu.</summary>
    private const int MostInSight = 5;

    public static void Check(TranscriptStep step, Seen seen, bool isInThread)
    {
        var recorded = step.Said.Where(line => !step.Said.Contains($"_____ {line}")).Select(WithItsPlaybooks).SelectMany(Labels).ToList();
        var opens = recorded.IndexOf(InAWindow);
        var (said, window) = opens < 0 ? (recorded, []) : (recorded[..opens], recorded[(opens + 1)..]);
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

        Assert.Equal(Whole(step, window.Select(Unmarked).Order(StringComparer.Ordinal)), Whole(step, seen.Window.SelectMany(Labels).Select(Unmarked).Order(StringComparer.Ordinal)));
    }

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

    private static string WithItsPlaybooks(string line) => line == "[Lose fast]" ? s_playbooks
        : line.Replace("There are: lose-fast.", "There are: bant, champ, freelancer, lose-fast, meddic.", StringComparison.Ordinal);
}
