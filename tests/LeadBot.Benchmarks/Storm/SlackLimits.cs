using System.Diagnostics;

namespace LeadBot.Benchmarks.Storm;

/// <summary>
/// How many messages Slack takes: one a second into a channel, and "several hundred messages per minute" into a workspace, both with bursts
/// (docs.slack.dev, chat.postMessage and rate limits). How many hundred and how long a burst is not said; these are cautious.
/// </summary>
internal sealed class SlackLimits(int channels, SlackOffices offices)
{
    /// <summary>Into a channel, a second.</summary>
    public const double ChannelPace = 1;

    public const int ChannelBurst = 5;

    /// <summary>Into a workspace, a second: three hundred a minute.</summary>
    public const double WorkspacePace = 5;

    public const int WorkspaceBurst = 30;

    private readonly Bucket[] _channels = Full(channels, ChannelPace, ChannelBurst);
    private readonly Bucket[] _workspaces = Full(offices.Workspaces, WorkspacePace, WorkspaceBurst);
    private int _intoChannel;
    private int _intoWorkspace;

    /// <summary>Refused because of their channel.</summary>
    public int IntoChannel => Volatile.Read(ref _intoChannel);

    /// <summary>Refused because of their workspace.</summary>
    public int IntoWorkspace => Volatile.Read(ref _intoWorkspace);

    /// <summary>Null: it is taken. Else in how many seconds to try again.</summary>
    public int? Refuse(int person)
    {
        if (_channels[person].Take() is { } later)
        {
            Interlocked.Increment(ref _intoChannel);
            return later;
        }

        if (_workspaces[offices.WorkspaceOf(person)].Take() is { } much)
        {
            Interlocked.Increment(ref _intoWorkspace);
            return much;
        }

        return null;
    }

    private static Bucket[] Full(int count, double pace, int burst) => [.. Enumerable.Range(0, count).Select(_ => new Bucket(pace, burst))];

    private sealed class Bucket(double pace, int burst)
    {
        private double _left = burst;
        private long _asOf = Stopwatch.GetTimestamp();

        public int? Take()
        {
            lock (this)
            {
                var now = Stopwatch.GetTimestamp();
                _left = Math.Min(burst, _left + (Stopwatch.GetElapsedTime(_asOf, now).TotalSeconds * pace));
                _asOf = now;
                if (_left < 1)
                {
                    return (int)Math.Ceiling((1 - _left) / pace);
                }

                _left--;
                return null;
            }
        }
    }
}
