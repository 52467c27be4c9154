using CsCheck;
using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

/// <summary>Looking for a trace first, as an index does, finds what looking at every name finds.</summary>
public sealed class NameTracesTests
{
    private static readonly Gen<string> s_word = Gen.OneOf(
        Gen.OneOf("acme", "Acme", "ACME's", "globex", "globx", "Müller", "muller", "mulller", "Käse", "o'neil", "O-Neil", "GmbH", "Inc.", "Co", "a", "3M", "𝔄cme", "-", "\"x\"", "international", "internatoinal"),
        Gen.String[Gen.Char["abcü "], 1, 6]);

    private static readonly Gen<string> s_text = s_word.Array[1, 4].Select(words => string.Join(' ', words));

    [Fact]
    public void A_name_that_matches_bears_a_trace() => Gen.Select(s_text, s_text.Array[1, 8]).Sample((said, names) =>
    {
        var (all, traced) = (Names.Match(said, names), Traced(said, names, first: false));

        Assert.Equal(all.Count == 0, traced.Count == 0);
        Assert.Subset(all.Select(at => names[at]).ToHashSet(), traced.ToHashSet());
    });

    [Fact]
    public void A_name_that_something_begins_with_bears_a_trace() => Gen.Select(s_text, s_text.Array[1, 8], Gen.Bool).Sample((text, names, quoted) =>
    {
        var said = quoted ? $"\"{text}\" said no" : $"{text} said no";

        Assert.Equal(Names.MatchFirst(said, names).Count == 0, Traced(said, names, first: true).Count == 0);
    });

    [Theory]
    [InlineData("Müller", false, "Muller Käse GmbH")]
    [InlineData("müller käse AG", false, "Muller Käse GmbH")]
    [InlineData("Muller said no", true, "Müller Käse GmbH")]
    [InlineData("\"Muller Käse\" said no", true, "Müller Käse GmbH")]
    [InlineData(" - ", false, "Anything")]
    public void A_name_meant_by_its_first_words_begins_with_them(string said, bool first, string name) =>
        Assert.StartsWith(Names.Beginning(said, first), Names.Plain(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    public void Nothing_said_bears_no_trace(string said)
    {
        Assert.Empty(Names.Traces(said));
        Assert.Empty(Names.Traces(said, first: true));
    }

    private static List<string> Traced(string said, string[] names, bool first)
    {
        foreach (var trace in Names.Traces(said, first))
        {
            var candidates = names.Where(name => $" {Names.Plain(name)}".Contains(trace, StringComparison.Ordinal)).ToList();
            var matches = first ? Names.MatchFirst(said, candidates) : Names.Match(said, candidates);
            if (matches.Count > 0)
            {
                return [.. matches.Select(at => candidates[at])];
            }
        }

        return [];
    }
}
