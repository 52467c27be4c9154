using System.Diagnostics;
using System.Text;

namespace LeadBot.Benchmarks.Slack;

/// <summary>Where the messages to one person arrive, one for each turn.</summary>
internal sealed class SlackInbox
{
    private TaskCompletionSource<long>? _expected;

    /// <summary>The last message.</summary>
    public SlackReply Reply { get; private set; } = new([]);

    /// <summary>When the next message has arrived, by <see cref="Stopwatch.GetTimestamp"/>. The last one is then gone.</summary>
    public Task<long> ExpectAsync()
    {
        _expected = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _expected.Task;
    }

    /// <summary>Takes a message in.</summary>
    /// <exception cref="InvalidOperationException">None was expected: the bot said more than was asked.</exception>
    public void Take(byte[] json)
    {
        var expected = Interlocked.Exchange(ref _expected, null) ?? throw new InvalidOperationException("A message came that no turn waits for.");
        Reply = new SlackReply(json);
        expected.SetResult(Stopwatch.GetTimestamp());
    }
}

/// <summary>Finds in a message what a person would look at, without parsing it.</summary>
internal sealed class SlackReply(byte[] json)
{
    /// <summary>The question it asks; empty when it asks none.</summary>
    public ReadOnlySpan<byte> Question => Between("\\\"q\\\":\\\""u8, "\\\""u8, 0);

    /// <summary>Whether it gives a verdict.</summary>
    public bool IsVerdict => json.AsSpan().IndexOf("\"action_id\":\"lose:"u8) >= 0;

    /// <summary>The id and the value, as they stand in the message, of the button that gives that outcome.</summary>
    public (string Id, string Value) ButtonFor(byte[]? outcome)
    {
        // What a button carries is JSON within JSON.
        var at = json.AsSpan().IndexOf((byte[])[.. "\\\"o\\\":\\\""u8, .. outcome!, .. "\\\""u8]);
        var from = at < 0 ? -1 : json.AsSpan(0, at).LastIndexOf("{\"type\":\"button\""u8);
        return from < 0
            ? throw new InvalidOperationException("The message has no such button.")
            : (Encoding.UTF8.GetString(Between("\"action_id\":\""u8, "\""u8, from)), Encoding.UTF8.GetString(Between("\"value\":\""u8, "}\""u8, from)) + "}");
    }

    private ReadOnlySpan<byte> Between(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int from)
    {
        var at = json.AsSpan(from).IndexOf(before);
        if (at < 0)
        {
            return [];
        }

        var found = json.AsSpan(from + at + before.Length);
        return found[..found.IndexOf(after)];
    }
}
