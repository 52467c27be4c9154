using System.Diagnostics;

namespace LeadBot.Benchmarks.Measured;

/// <summary>What one client saw while it was measured. For one client at a time.</summary>
internal sealed class Samples
{
    private readonly List<(long Response, long Reply)> _seen = new(1 << 16);
    private volatile bool _counting;
    private volatile bool _over;

    /// <summary>False once the client is to stop.</summary>
    public bool GoOn => !_over;

    public IReadOnlyList<(long Response, long Reply)> Seen => _seen;

    /// <summary>A turn is over.</summary>
    /// <param name="sent">These three by <see cref="Stopwatch.GetTimestamp"/>.</param>
    public void Add(long sent, long response, long reply)
    {
        if (_counting)
        {
            _seen.Add((Stopwatch.GetElapsedTime(sent, response).Ticks, Stopwatch.GetElapsedTime(sent, reply).Ticks));
        }
    }

    /// <summary>The same, its two times by <see cref="TimeSpan.Ticks"/>.</summary>
    public void Add(long response, long reply)
    {
        if (_counting)
        {
            _seen.Add((response, reply));
        }
    }

    public void Count() => _counting = true;

    public void Stop()
    {
        _counting = false;
        _over = true;
    }
}
