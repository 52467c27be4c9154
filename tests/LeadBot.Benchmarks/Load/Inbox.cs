using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;

namespace LeadBot.Benchmarks.Load;

/// <summary>Where the replies to one walker arrive, one for each turn.</summary>
internal sealed class Inbox
{
    private readonly byte[] _reply = new byte[1 << 16];
    private int _length;
    private TaskCompletionSource<long>? _expected;

    /// <summary>The last reply.</summary>
    public ReadOnlySpan<byte> Reply => _reply.AsSpan(0, _length);

    /// <summary>When the next reply has arrived, by <see cref="Stopwatch.GetTimestamp"/>. The last one is then gone.</summary>
    public Task<long> ExpectAsync()
    {
        _expected = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _expected.Task;
    }

    /// <summary>Takes a reply in.</summary>
    /// <exception cref="InvalidOperationException">None was expected: the bot said more than was asked.</exception>
    public async Task TakeAsync(PipeReader body)
    {
        var expected = Interlocked.Exchange(ref _expected, null) ?? throw new InvalidOperationException("A reply came that no turn waits for.");
        ReadResult read;
        while (!(read = await body.ReadAsync()).IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        var arrived = Stopwatch.GetTimestamp();
        _length = (int)read.Buffer.Length;
        read.Buffer.CopyTo(_reply);
        body.AdvanceTo(read.Buffer.End);
        expected.SetResult(arrived);
    }
}
