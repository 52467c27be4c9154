using System.Diagnostics;
using System.Net;
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
    public void Take(byte[] form)
    {
        var expected = Interlocked.Exchange(ref _expected, null) ?? throw new InvalidOperationException("A message came that no turn waits for.");
        Reply = new SlackReply(form);
        expected.SetResult(Stopwatch.GetTimestamp());
    }
}

/// <summary>Finds in a message what a person would look at, without parsing it.</summary>
internal sealed class SlackReply(byte[] form)
{
    // What a button carries is JSON within JSON.
    private const string Quote = "\\\"";

    private readonly Lazy<string> _text = new(() => WebUtility.UrlDecode(Encoding.ASCII.GetString(form)).Replace("\\u0022", Quote, StringComparison.Ordinal));

    /// <summary>The question it asks; empty when it asks none.</summary>
    public byte[] Question => Encoding.ASCII.GetBytes(Between($"{Quote}q{Quote}:{Quote}", Quote, 0));

    /// <summary>Whether it gives a verdict.</summary>
    public bool IsVerdict => _text.Value.Contains("\"action_id\":\"lose:", StringComparison.Ordinal);

    /// <summary>The id and the value, as they stand in the message, of the button that gives that outcome.</summary>
    public (string Id, string Value) ButtonFor(byte[]? outcome)
    {
        var at = _text.Value.IndexOf($"{Quote}o{Quote}:{Quote}{Encoding.ASCII.GetString(outcome!)}{Quote}", StringComparison.Ordinal);
        var from = at < 0 ? -1 : _text.Value.LastIndexOf("{\"type\":\"button\"", at, StringComparison.Ordinal);
        return from < 0
            ? throw new InvalidOperationException("The message has no such button.")
            : (Between("\"action_id\":\"", "\"", from), Between("\"value\":\"", "}\"", from) + "}");
    }

    private string Between(string before, string after, int from)
    {
        var at = _text.Value.IndexOf(before, from, StringComparison.Ordinal);
        return at < 0 ? "" : _text.Value[(at + before.Length).._text.Value.IndexOf(after, at + before.Length, StringComparison.Ordinal)];
    }
}
