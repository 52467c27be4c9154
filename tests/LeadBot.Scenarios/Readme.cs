using System.Runtime.CompilerServices;
using LeadBot.Host.Playbooks;
using LeadBot.TestKit;

namespace LeadBot.Scenarios;

/// <summary>The README shows what really happens.</summary>
public sealed class Readme
{
    [Fact]
    public void The_first_conversation_goes_as_the_README_shows_it()
    {
        var desk = new Desk([.. PlaybookFiles.In(Path.Combine(AppContext.BaseDirectory, "Playbooks")).Select(file => PlaybookFiles.Read(file).Reading.Playbook!)]);
        var said = "";
        var turns = 0;
        foreach (var line in Conversation())
        {
            if (line.StartsWith("you ", StringComparison.Ordinal))
            {
                said = string.Join('\n', desk.Type(line[4..].Trim()).Say.Select(CardText.Of));
                turns++;
            }
            else
            {
                var shown = (line.StartsWith("LeadBot ", StringComparison.Ordinal) ? line[8..] : line).Trim().TrimEnd('…').TrimEnd();
                Assert.Contains(shown, said, StringComparison.Ordinal);
            }
        }

        Assert.True(turns >= 4);
    }

    private static IEnumerable<string> Conversation() =>
        File.ReadLines(Path.Combine(Root(), "README.md")).SkipWhile(l => l != "```").Skip(1).TakeWhile(l => l != "```");

    private static string Root([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../..");
}
