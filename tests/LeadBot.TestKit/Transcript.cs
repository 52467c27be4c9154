using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;

namespace LeadBot.TestKit;

/// <summary>
/// A conversation in a text file. Lines that begin with <c>@</c> are done: <c>@dana: words</c>, <c>@dana [Button]</c>,
/// <c>@dana [Button] redraws</c>, <c>@dana [Button] of Acme</c>, <c>@later 3 days</c>, <c>@in thread 1</c>. What the bot says stands indented below.
/// </summary>
public static partial class Transcript
{
    /// <summary>Plays the done lines of <paramref name="script"/> and writes the whole transcript anew.</summary>
    public static string Play(string script, Desk desk)
    {
        var written = new StringBuilder();
        Place? place = null;
        foreach (var line in script.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0 && !l.StartsWith("    ", StringComparison.Ordinal)))
        {
            if (line[0] == '#')
            {
                written.AppendLine(line);
            }
            else if (Later().Match(line) is { Success: true } later)
            {
                var amount = int.Parse(later.Groups[1].Value, CultureInfo.InvariantCulture);
                desk.Now += later.Groups[2].Value.StartsWith("day", StringComparison.Ordinal) ? TimeSpan.FromDays(amount) : TimeSpan.FromHours(amount);
                written.AppendLine().AppendLine(line);
            }
            else if (In().Match(line) is { Success: true } where)
            {
                place = where.Groups[1].Value switch
                {
                    "thread" => Desk.Thread(where.Groups[2].Value),
                    "group" => Desk.GroupChat(where.Groups[2].Value),
                    _ => null,
                };
                written.AppendLine().AppendLine(line);
            }
            else
            {
                written.AppendLine().AppendLine(line);
                Write(written, Do(line, desk, place));
            }
        }

        return written.ToString().TrimStart();
    }

    private static Decision Do(string line, Desk desk, Place? place)
    {
        if (Pressed().Match(line) is { Success: true } press)
        {
            return desk.Press(press.Groups[2].Value, press.Groups[1].Value, place, press.Groups[4].Success, press.Groups[3].Success ? press.Groups[3].Value : null);
        }

        if (Arrived().Match(line) is { Success: true } arrived)
        {
            return desk.Arrive(arrived.Groups[1].Value, place);
        }

        return Said().Match(line) is { Success: true } said
            ? desk.Type(said.Groups[2].Value, said.Groups[1].Value, place)
            : throw new FormatException($"Not a line of a transcript: {line}");
    }

    private static void Write(StringBuilder written, Decision decision)
    {
        if (decision.OnlyForYou is { } line)
        {
            Indent(written, $"(only for you) {line}");
        }

        if (decision.Redrawn is { } redrawn)
        {
            Indent(written, "(redrawn)\n" + CardText.Of(redrawn));
        }

        foreach (var card in decision.Say)
        {
            Indent(written, CardText.Of(card));
        }
    }

    private static void Indent(StringBuilder written, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            written.Append("    ").AppendLine(line.TrimEnd());
        }
    }

    [GeneratedRegex(@"^@later (\d+) (days?|hours?)$")]
    private static partial Regex Later();

    [GeneratedRegex(@"^@in (direct|thread|group) ?(\w*)$")]
    private static partial Regex In();

    [GeneratedRegex(@"^@(\w+) \[(.+?)\](?: of (.+?))?( redraws)?$")]
    private static partial Regex Pressed();

    [GeneratedRegex(@"^@(\w+) arrives$")]
    private static partial Regex Arrived();

    [GeneratedRegex(@"^@(\w+): ?(.*)$")]
    private static partial Regex Said();
}
