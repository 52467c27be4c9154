using System.Text;

namespace LeadBot.Benchmarks.Load;

/// <summary>How somebody answers the questions of the playbook <c>lose-fast</c>, whichever is asked.</summary>
internal sealed class Walk
{
    private readonly Dictionary<string, Answer> _answers;
    private readonly Dictionary<string, Answer>.AlternateLookup<ReadOnlySpan<char>> _byName;

    private Walk(Dictionary<string, Answer> answers) =>
        (_answers, _byName) = (answers, answers.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>To Pursue, to WalkAway by points, and to a knock-out; typed and pressed answers in turn.</summary>
    public static IReadOnlyList<Walk> All { get; } =
    [
        new(new()
        {
            ["pay"] = Typed("12k"),
            ["no-is-fine"] = Pressed("wants"),
            ["can-use"] = Typed("nothing stands in the way"),
            ["price-talk"] = Typed("not challenged"),
            ["when"] = Typed("in three weeks"),
            ["who"] = Pressed("talked"),
            ["did"] = Pressed("work"),
            ["if-nothing"] = Pressed("named"),
        }),
        new(new()
        {
            ["pay"] = Typed("about 5k"),
            ["no-is-fine"] = Pressed("wants"),
            ["can-use"] = Pressed("fits"),
            ["price-talk"] = Typed("second quote"),
            ["when"] = Pressed("no-date"),
            ["who"] = Typed("kept away"),
            ["did"] = Pressed("takes"),
            ["if-nothing"] = Typed("nothing really"),
        }),
        new(new()
        {
            ["pay"] = Pressed("normal"),
            ["no-is-fine"] = Typed("'Don't give up on us yet'"),
            ["can-use"] = Pressed("hurdle"),
            ["price-talk"] = Typed("they believe a cheaper promise"),
            ["when"] = Typed("15 March"),
            ["who"] = Pressed("booked"),
            ["did"] = Typed("turns up and answers"),
            ["if-nothing"] = Pressed("annoying"),
        }),
    ];

    /// <summary>What is answered to that question.</summary>
    public Answer To(ReadOnlySpan<byte> question)
    {
        Span<char> name = stackalloc char[question.Length];
        return _byName[name[..Encoding.ASCII.GetChars(question, name)]];
    }

    private static Answer Typed(string text) => new(text, null);

    private static Answer Pressed(string outcome) => new(null, Encoding.ASCII.GetBytes(outcome));

    /// <summary>Typed, or the outcome whose button is pressed.</summary>
    internal sealed record Answer(string? Typed, byte[]? Outcome);
}
