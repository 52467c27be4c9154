using CsCheck;
using LeadBot.Host.Playbooks;

namespace LeadBot.Host.Tests.Playbooks;

public sealed class BrokenTexts
{
    private const string Inserted = "[]{}:,-#&*!|>'\"%@`?\t\n x9\u0000\u0085\uD800";

    private static readonly string s_shipped = File.ReadAllText(Path.Combine(PlaybookCatalogue.Shipped, "lose-fast.yaml")).ReplaceLineEndings("\n");

    private static readonly Gen<(int How, double Where, int Other)[]> s_breaks = Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Int[0, 999]).Array[1, 6];

    [Theory]
    [InlineData("title: [Lose fast\ncurrency: USD\n", 2)]
    [InlineData("title: {Lose fast\ncurrency: USD\n", 2)]
    [InlineData("questions:\n- {id: a, text: foo: bar\n- {id: b}\n", 2)]
    public void An_unclosed_bracket_is_a_fault_by_line(string text, int earliest)
    {
        var fault = Assert.Single(PlaybookReader.Read(text).Faults);

        Assert.StartsWith("This is not YAML: ", fault.Sentence, StringComparison.Ordinal);
        Assert.InRange(fault.Line, earliest, earliest + 1);
    }

    [Fact]
    public void A_playbook_broken_anywhere_is_read_without_an_exception() => s_breaks.Sample(
        breaks =>
        {
            var text = breaks.Aggregate(s_shipped, Break);
            var reading = PlaybookReader.Read(text);
            Assert.Equal(reading.Playbook is null, reading.Faults.Count > 0);
            Assert.All(reading.Faults, fault => Assert.InRange(fault.Line, 1, text.Split('\n', '\u0085').Length + 1));
        },
        iter: 3000);

    [Fact]
    public void Points_beyond_all_measure_are_a_fault() =>
        Assert.NotEmpty(PlaybookReader.Read(TextOf.EveryKind.Replace("points: 4", "points: 2000000000", StringComparison.Ordinal).Replace("points: 3", "points: 2000000000", StringComparison.Ordinal)).Faults);

    private static string Break(string text, (int How, double Where, int Other) broken)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var at = Math.Min(text.Length - 1, (int)(broken.Where * text.Length));
        var (from, to) = (text.LastIndexOf('\n', at) + 1, text.IndexOf('\n', at) is var end && end < 0 ? text.Length : end + 1);
        return broken.How switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, Inserted[broken.Other % Inserted.Length].ToString()),
            2 => text.Remove(Math.Min(from, at), to - Math.Min(from, at)),
            3 => text.Insert(Math.Min(from, at), text[Math.Min(from, at)..to]),
            _ => text.Remove(at, Math.Min(broken.Other, text.Length - at)),
        };
    }
}
