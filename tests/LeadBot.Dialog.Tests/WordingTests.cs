using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Tests;

public sealed partial class WordingTests
{
    /// <summary>What a person reads is written in Wording and nowhere else: a literal of two words elsewhere is a sentence that strayed.</summary>
    [Fact]
    public void Every_sentence_lives_in_Wording()
    {
        var source = SourceFolder.Of("../../src/LeadBot.Dialog");
        var strays =
            from folder in (string[])["Cards", "Conversations", "Settings", "Incoming", "Channels", "Digests"]
            from file in Directory.GetFiles(Path.Combine(source, folder), "*.cs")
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.TrimStart().StartsWith("[Json", StringComparison.Ordinal)
            from Match literal in Literal().Matches(line)
            where TwoWords().IsMatch(literal.Value)
            select $"{Path.GetFileName(file)}: {literal.Value}";
        Assert.Empty(strays);
    }

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"[A-Za-z']{2,} [A-Za-z']{2,}")]
    private static partial Regex TwoWords();
}
