using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadBot.TestKit;

/// <summary>Something done in a transcript, see <see cref="Transcript"/>.</summary>
/// <param name="Text">As it is written.</param>
public abstract partial record TranscriptLine(string Text)
{
    /// <summary>What is done, in order; what the bot says is left out.</summary>
    public static IEnumerable<TranscriptLine> Read(string script) =>
        script.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && !line.StartsWith("    ", StringComparison.Ordinal)).Select(Of);

    private static TranscriptLine Of(string line)
    {
        if (line[0] == '#')
        {
            return new Remark(line);
        }

        if (LaterLine().Match(line) is { Success: true } later)
        {
            var amount = int.Parse(later.Groups[1].Value, CultureInfo.InvariantCulture);
            return new Later(line, later.Groups[2].Value.StartsWith("day", StringComparison.Ordinal) ? TimeSpan.FromDays(amount) : TimeSpan.FromHours(amount));
        }

        if (InLine().Match(line) is { Success: true } place)
        {
            return new In(line, place.Groups[1].Value, place.Groups[2].Value);
        }

        if (NotedLine().Match(line) is { Success: true } noted)
        {
            return new Noted(line, noted.Groups[1].Value, noted.Groups[2].Value, noted.Groups[3].Value);
        }

        if (PressedLine().Match(line) is { Success: true } press)
        {
            return new Pressed(line, press.Groups[1].Value, press.Groups[2].Value, press.Groups[3].Success ? press.Groups[3].Value : null, press.Groups[4].Success);
        }

        if (CameLine().Match(line) is { Success: true } came)
        {
            return came.Groups[2].Value == "arrives" ? new Arrives(line, came.Groups[1].Value) : new OpensHome(line, came.Groups[1].Value);
        }

        return TypedLine().Match(line) is { Success: true } said
            ? new Typed(line, said.Groups[1].Value, said.Groups[2].Value)
            : throw new FormatException($"Not a line of a transcript: {line}");
    }

    /// <summary>For the reader.</summary>
    public sealed record Remark(string Text) : TranscriptLine(Text);

    /// <summary>Time goes by.</summary>
    public sealed record Later(string Text, TimeSpan Time) : TranscriptLine(Text);

    /// <summary>From here on it is done elsewhere.</summary>
    public sealed record In(string Text, string Kind, string Id) : TranscriptLine(Text);

    public sealed record Typed(string Text, string Person, string Words) : TranscriptLine(Text);

    public sealed record Pressed(string Text, string Person, string Label, string? Deal, bool Redraws) : TranscriptLine(Text);

    /// <summary>Pressed with words in the field beside it.</summary>
    public sealed record Noted(string Text, string Person, string Label, string Note) : TranscriptLine(Text);

    public sealed record Arrives(string Text, string Person) : TranscriptLine(Text);

    public sealed record OpensHome(string Text, string Person) : TranscriptLine(Text);

    [GeneratedRegex(@"^@later (\d+) (days?|hours?)$")]
    private static partial Regex LaterLine();

    [GeneratedRegex(@"^@in (direct|thread|group|slack thread|slack command|slack) ?(\w*)$")]
    private static partial Regex InLine();

    [GeneratedRegex(@"^@(\w+) \[(.+?)\](?: of (.+?))?( redraws)?$")]
    private static partial Regex PressedLine();

    [GeneratedRegex(@"^@(\w+) \[(.+?)\] with (.+)$")]
    private static partial Regex NotedLine();

    [GeneratedRegex(@"^@(\w+) (arrives|opens home)$")]
    private static partial Regex CameLine();

    [GeneratedRegex(@"^@(\w+): ?(.*)$")]
    private static partial Regex TypedLine();
}
