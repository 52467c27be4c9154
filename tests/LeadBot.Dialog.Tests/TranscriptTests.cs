using LeadBot.Dialog.Cards;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

/// <summary>Whole conversations. <c>LEADBOT_RECORD=1</c> writes the files anew; read what changed before keeping it.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Transcripts");

    [Theory]
    [MemberData(nameof(Files))]
    public void The_conversation_goes_as_written(string name)
    {
        var record = Environment.GetEnvironmentVariable("LEADBOT_RECORD") == "1";
        var script = File.ReadAllText(Path.Combine(record ? SourceFolder.Of("Transcripts") : Folder, $"{name}.txt")).ReplaceLineEndings("\n");
        var played = Transcript.Play(script, new Desk()).ReplaceLineEndings("\n");
        if (record)
        {
            File.WriteAllText(Path.Combine(SourceFolder.Of("Transcripts"), $"{name}.txt"), played);
        }

        Assert.Equal(record ? played : script, played);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_card_has_two_buttons_that_stand_out(string name)
    {
        var desk = new Desk();
        Transcript.Play(File.ReadAllText(Path.Combine(Folder, $"{name}.txt")).ReplaceLineEndings("\n"), desk);

        Assert.All(desk.Shown, card => Assert.InRange(card.AllButtons.Count(button => button.Style == ButtonStyle.Primary), 0, 1));
    }
}
