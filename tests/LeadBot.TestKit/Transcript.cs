using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;

namespace LeadBot.TestKit;

/// <summary>
/// A conversation in a text file. Lines that begin with <c>@</c> are done: <c>@dana: words</c>, <c>@dana [Button]</c>,
/// <c>@dana [Button] redraws</c>, <c>@dana [Button] of Acme</c>, <c>@dana [Button] with a note</c>, <c>@dana opens home</c>, <c>@later 3 days</c>,
/// <c>@in thread 1</c>; <c>@in slack</c>, <c>@in slack thread 1</c> and <c>@in slack command</c> where forms are opened. What the bot says stands indented below.
/// </summary>
public static partial class Transcript
{
    /// <summary>Plays the done lines of <paramref name="script"/> and writes the whole transcript anew.</summary>
    public static string Play(string script, Desk desk)
    {
        var written = new StringBuilder();
        Func<string, Place?> place = _ => null;
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
                    "thread" => _ => Desk.Thread(where.Groups[2].Value),
                    "group" => _ => Desk.GroupChat(where.Groups[2].Value),
                    "slack" => person => Desk.Slack(PlaceKind.Direct, person),
                    "slack thread" => person => Desk.Slack(PlaceKind.Thread, person, where.Groups[2].Value),
                    "slack command" => person => Desk.Slack(PlaceKind.Ephemeral, person),
                    _ => _ => null,
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

    private static Decision Do(string line, Desk desk, Func<string, Place?> place)
    {
        if (Noted().Match(line) is { Success: true } noted)
        {
            var person = noted.Groups[1].Value;
            var button = desk.Shown.SelectMany(card => card.AllButtons).Last(b => b.Label == noted.Groups[2].Value);
            return desk.Press(button, person, place(person), filledIn: (ButtonFields.Note, noted.Groups[3].Value));
        }

        if (Pressed().Match(line) is { Success: true } press)
        {
            var person = press.Groups[1].Value;
            return desk.Press(press.Groups[2].Value, person, place(person), press.Groups[4].Success, press.Groups[3].Success ? press.Groups[3].Value : null);
        }

        if (Came().Match(line) is { Success: true } came)
        {
            var person = came.Groups[1].Value;
            return came.Groups[2].Value == "arrives" ? desk.Arrive(person, place(person)) : desk.OpenHome(person);
        }

        return Said().Match(line) is { Success: true } said
            ? desk.Type(said.Groups[2].Value, said.Groups[1].Value, place(said.Groups[1].Value))
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

        if (decision.Form is { } form)
        {
            Indent(written, "(in a window)\n" + CardText.Of(form));
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

    [GeneratedRegex(@"^@in (direct|thread|group|slack thread|slack command|slack) ?(\w*)$")]
    private static partial Regex In();

    [GeneratedRegex(@"^@(\w+) \[(.+?)\](?: of (.+?))?( redraws)?$")]
    private static partial Regex Pressed();

    [GeneratedRegex(@"^@(\w+) \[(.+?)\] with (.+)$")]
    private static partial Regex Noted();

    [GeneratedRegex(@"^@(\w+) (arrives|opens home)$")]
    private static partial Regex Came();

    [GeneratedRegex(@"^@(\w+): ?(.*)$")]
    private static partial Regex Said();
}
