using System.Collections.Concurrent;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>Until when Slack asked not to be called, by method and workspace.</summary>
internal sealed class RateLimits(TimeProvider clock)
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(string Method, SlackTenant Tenant), DateTimeOffset> until = new();

    /// <summary>How long to wait yet; null when it may be called.</summary>
    public TimeSpan? Left(string method, SlackTenant tenant)
    {
        if (!until.TryGetValue((method, tenant), out var end))
        {
            return null;
        }

        var left = end - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : null;
    }

    public void Keep(string method, SlackTenant tenant, TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        if (until.Count >= Most)
        {
            foreach (var over in until.Where(limit => limit.Value <= now))
            {
                until.TryRemove(over);
            }
        }

        until[(method, tenant)] = now + wait;
    }
}
