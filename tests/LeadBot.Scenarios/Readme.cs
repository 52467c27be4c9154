using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LeadBot.Host.Playbooks;
using LeadBot.TestKit;

namespace LeadBot.Scenarios;

/// <summary>The README shows what really happens, line by line; only what stands for an ellipsis is left out.</summary>
public sealed partial class Readme
{
    [Fact]
    public void The_first_conversation_goes_as_the_README_shows_it()
    {
        var desk = new Desk([.. PlaybookFiles.In(Path.Combine(AppContext.BaseDirectory, "Playbooks")).Select(file => PlaybookFiles.Read(file).Reading.Playbook!)]);
        var said = new Queue<string>();
        var turns = 0;
        foreach (var line in Conversation())
        {
            if (line.StartsWith("you ", StringComparison.Ordinal))
            {
                Assert.Empty(said);
                said = new Queue<string>(desk.Type(line[4..].Trim()).Say.SelectMany(card => CardText.Of(card).Split('\n')).Select(Words));
                turns++;
            }
            else
            {
                var shown = (line.StartsWith("LeadBot ", StringComparison.Ordinal) ? line[8..] : line).Trim();
                Assert.Equal(shown, shown.EndsWith('…') ? said.Dequeue()[..(shown.Length - 1)] + '…' : said.Dequeue());
            }
        }

        Assert.Empty(said);
        Assert.True(turns >= 4);
    }

    /// <summary>A line of a transcript without what says how it is drawn.</summary>
    private static string Words(string line) => Tone().Replace(Mark().Replace(line, ""), "").Replace("?: ", "? ", StringComparison.Ordinal);

    private static IEnumerable<string> Conversation() =>
        File.ReadLines(Path.Combine(Root(), "README.md")).SkipWhile(l => l != "```").Skip(1).TakeWhile(l => l != "```");

    private static string Root([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../..");

    [GeneratedRegex("^[#~>-] +")]
    private static partial Regex Mark();

    [GeneratedRegex(" \\((?:Good|Warning|Bad)\\)$")]
    private static partial Regex Tone();
}
