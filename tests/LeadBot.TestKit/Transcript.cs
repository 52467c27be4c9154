using System.Text;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;

namespace LeadBot.TestKit;

/// <summary>
/// A conversation in a text file. Lines that begin with <c>@</c> are done: <c>@dana: words</c>, <c>@dana [Button]</c>,
/// <c>@dana [Button] redraws</c>, <c>@dana [Button] of Acme</c>, <c>@dana [Button] with a note</c>, <c>@dana opens home</c>, <c>@later 3 days</c>,
/// <c>@in thread 1</c>; <c>@in slack</c>, <c>@in slack thread 1</c> and <c>@in slack command</c> where forms are opened. What the bot says stands indented below.
/// </summary>
public static class Transcript
{
    /// <summary>Plays the done lines of <paramref name="script"/> and writes the whole transcript anew.</summary>
    public static string Play(string script, Desk desk)
    {
        var written = new StringBuilder();
        Func<string, Place?> place = _ => null;
        foreach (var line in TranscriptLine.Read(script))
        {
            switch (line)
            {
                case TranscriptLine.Remark:
                    written.AppendLine(line.Text);
                    continue;
                case TranscriptLine.Later later:
                    desk.Now += later.Time;
                    written.AppendLine().AppendLine(line.Text);
                    continue;
                case TranscriptLine.In where:
                    place = PlaceOf(where);
                    written.AppendLine().AppendLine(line.Text);
                    continue;
                default:
                    written.AppendLine().AppendLine(line.Text);
                    Write(written, Do(line, desk, place));
                    continue;
            }
        }

        return written.ToString().TrimStart();
    }

    private static Func<string, Place?> PlaceOf(TranscriptLine.In where) => where.Kind switch
    {
        "thread" => _ => Desk.Thread(where.Id),
        "group" => _ => Desk.GroupChat(where.Id),
        "slack" => person => Desk.Slack(PlaceKind.Direct, person),
        "slack thread" => person => Desk.Slack(PlaceKind.Thread, person, where.Id),
        "slack command" => person => Desk.Slack(PlaceKind.Ephemeral, person),
        _ => _ => null,
    };

    private static Decision Do(TranscriptLine line, Desk desk, Func<string, Place?> place) => line switch
    {
        TranscriptLine.Noted noted => desk.Press(
            desk.Shown.SelectMany(card => card.AllButtons).Last(b => b.Label == noted.Label), noted.Person, place(noted.Person), filledIn: (ButtonFields.Note, noted.Note)),
        TranscriptLine.Pressed press => desk.Press(press.Label, press.Person, place(press.Person), press.Redraws, press.Deal),
        TranscriptLine.Arrives came => desk.Arrive(came.Person, place(came.Person)),
        TranscriptLine.OpensHome opens => desk.OpenHome(opens.Person),
        TranscriptLine.Typed said => desk.Type(said.Words, said.Person, place(said.Person)),
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "Nothing is done in it."),
    };

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
}
