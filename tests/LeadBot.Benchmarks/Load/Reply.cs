namespace LeadBot.Benchmarks.Load;

/// <summary>Finds in a reply what a person would look at, without parsing it.</summary>
internal static class Reply
{
    /// <summary>The question a card asks; empty when it asks none.</summary>
    public static ReadOnlySpan<byte> QuestionOf(ReadOnlySpan<byte> reply)
    {
        var at = reply.IndexOf("\"q\":\""u8);
        var from = reply[(at < 0 ? reply.Length : at + 5)..];
        return from.IsEmpty ? from : from[..from.IndexOf((byte)'"')];
    }

    /// <summary>Whether a card gives a verdict.</summary>
    public static bool IsVerdict(ReadOnlySpan<byte> reply) => reply.IndexOf("\"action\":\"lose\""u8) >= 0;

    /// <summary>The button that gives that outcome.</summary>
    public static ReadOnlySpan<byte> ButtonFor(ReadOnlySpan<byte> reply, ReadOnlySpan<byte> outcome)
    {
        Span<byte> field = stackalloc byte[outcome.Length + 6];
        "\"o\":\""u8.CopyTo(field);
        outcome.CopyTo(field[5..]);
        field[^1] = (byte)'"';
        var at = reply.IndexOf(field);
        var from = reply[..Math.Max(at, 0)].LastIndexOf("{\"type\":\"Action."u8);
        return from < 0
            ? throw new InvalidOperationException("The card has no such button.")
            : reply[from..(at + reply[at..].IndexOf("}}"u8) + 2)];
    }

    /// <summary>What a button carries.</summary>
    public static ReadOnlySpan<byte> DataOf(ReadOnlySpan<byte> button) => button[(button.IndexOf("\"data\":"u8) + 7)..^1];
}
