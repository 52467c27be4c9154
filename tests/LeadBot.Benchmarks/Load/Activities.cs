using System.Text.Unicode;

namespace LeadBot.Benchmarks.Load;

/// <summary>Writes activities as Bot Framework clients send them, without building JSON first.</summary>
internal static class Activities
{
    /// <summary>Longer than any of them, in bytes.</summary>
    public const int Longest = 4096;

    /// <summary>A typed message.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Typed(Span<byte> into, Person by, long id, string text)
    {
        var at = Head(into, by, id, "message");
        Utf8.TryWrite(into[at..], $$$""" "text":"{{{text}}}","textFormat":"plain"}""", out var said);
        return at + said;
    }

    /// <summary>A pressed button.</summary>
    /// <param name="action">The button, as it stands in the card.</param>
    /// <inheritdoc cref="Typed"/>
    public static int Pressed(Span<byte> into, Person by, long id, ReadOnlySpan<byte> action)
    {
        var at = Head(into, by, id, by.Executes ? "invoke" : "message");
        int said;
        if (by.Executes)
        {
            Utf8.TryWrite(into[at..], $$$""" "name":"adaptiveCard/action","replyToId":"1","value":{"action":{{{action}}}}}""", out said);
        }
        else
        {
            Utf8.TryWrite(into[at..], $$$""" "replyToId":"1","value":{{{Reply.DataOf(action)}}}}""", out said);
        }

        return at + said;
    }

    private static int Head(Span<byte> into, Person by, long id, string type)
    {
        Utf8.TryWrite(
            into,
            $$$"""
            {"type":"{{{type}}}","id":"{{{id}}}","from":{"id":"{{{by.Id}}}","name":"Sam Rep","aadObjectId":"00000000-{{{by.Id}}}"},
            "timestamp":"2026-11-23T04:27:02.136Z","localTimestamp":"2026-11-23T04:27:02.136+00:00","localTimezone":"UTC",
            "serviceUrl":"{{{by.ServiceUrl}}}","conversation":{"conversationType":"personal","tenantId":"00000000-0000-0000-0000-0000000000c1","id":"{{{by.Conversation}}}"},
            "recipient":{"id":"00000000-0000-0000-0000-0000000000b1","name":"LeadBot"},"locale":"en-US",
            "entities":[{"type":"clientInfo","locale":"en-US","country":"US","platform":"Web","timezone":"UTC"}],
            "channelData":{"tenant":{"id":"00000000-0000-0000-0000-0000000000c1"}},"channelId":"{{{by.Channel}}}",
            """,
            out var written);
        return written;
    }
}
