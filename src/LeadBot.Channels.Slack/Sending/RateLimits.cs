using System.Collections.Concurrent;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>Until when Slack asked not to be called, by method and workspace.</summary>
internal sealed class RateLimits(TimeProvider clock)
{
    private const int Most = 1000;

    /// <summary>Those who have to wait come back one after the other: together they would only be told to wait again.</summary>
    private static readonly TimeSpan s_apart = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<(string Method, SlackTenant Tenant), Limit> until = new();

    /// <summary>How long to wait yet, for everybody who asks a little longer; null when it may be called.</summary>
    public TimeSpan? Left(string method, SlackTenant tenant)
    {
        if (!until.TryGetValue((method, tenant), out var limit))
        {
            return null;
        }

        var left = limit.End - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left + (s_apart * (Interlocked.Increment(ref limit.Waiting) - 1)) : null;
    }

    public void Keep(string method, SlackTenant tenant, TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        if (until.Count >= Most)
        {
            foreach (var over in until.Where(limit => limit.Value.End <= now))
            {
                until.TryRemove(over);
            }
        }

        until.AddOrUpdate(
            (method, tenant),
            _ => new Limit(now + wait),
            (_, limit) => new Limit(now + wait) { Waiting = limit.End > now ? limit.Waiting : 0 });
    }

    private sealed class Limit(DateTimeOffset end)
    {
        public int Waiting;

        public DateTimeOffset End => end;
    }
}
