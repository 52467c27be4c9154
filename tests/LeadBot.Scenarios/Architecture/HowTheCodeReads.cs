using System.Text.RegularExpressions;

namespace LeadBot.Scenarios.Architecture;

public sealed partial class HowTheCodeReads
{
    private static readonly string[] s_clocks = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"];

    [Fact]
    public void No_type_is_named_for_what_it_is_not()
    {
        var named = SourceTree.Code("src")
            .SelectMany(file => TypeName().Matches(File.ReadAllText(file)).Select(type => $"{type.Groups["name"].Value} in {Path.GetFileName(file)}"))
            .Where(type => Vague().IsMatch(type));

        Assert.Empty(named);
    }

    [Fact]
    public void Files_are_small()
    {
        var lines = SourceTree.Code("src").ToDictionary(file => Path.GetRelativePath(SourceTree.Root, file), file => File.ReadLines(file).Count());

        Assert.DoesNotContain(lines, file => file.Value > 250);
        Assert.InRange(lines.Values.Order().ElementAt(lines.Count / 2), 1, 60);
    }

    [Fact]
    public void The_clock_is_asked_through_its_provider() => Assert.DoesNotContain(
        SourceTree.Code("src"),
        file => File.ReadAllText(file) is var text && s_clocks.Any(clock => text.Contains(clock, StringComparison.Ordinal)));

    [Fact]
    public void Nothing_is_left_for_later() => Assert.DoesNotContain(SourceTree.Code("src"), file => Later().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void An_interface_has_more_than_one_implementation()
    {
        // Those the Bot Framework declares are its own.
        var code = SourceTree.Code("src").Where(file => !file.Contains("LeadBot.BotBuilder", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var declared = code.SelectMany(text => Interface().Matches(text)).Select(match => match.Groups["name"].Value);

        Assert.All(declared, name => Assert.True(code.Sum(text => Regex.Count(text, $@"\b(class|record|struct) [^\n{{]*: [^\n{{]*\b{name}\b")) > 1, $"{name} has one implementation."));
    }

    [Fact]
    public void A_bound_limit_is_written_so_that_SQLite_does_not_compile_the_statement_anew_for_each_value()
    {
        var limits = SourceTree.Code(Path.Combine("src", "LeadBot.Storage")).SelectMany(file => BoundLimit().Matches(File.ReadAllText(file))).ToList();

        Assert.NotEmpty(limits);
        Assert.All(limits, limit => Assert.EndsWith(" + 0", limit.Value, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\b(class|struct|interface|enum|record)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^\w*(Manager|Helper|Util|Utils|Utility|Common|Misc)\b")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(LIMIT|OFFSET)\s+\$\d+( \+ 0)?")]
    private static partial Regex BoundLimit();

    [GeneratedRegex(@"\binterface (?<name>I[A-Z]\w*)")]
    private static partial Regex Interface();
}
