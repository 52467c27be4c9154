using LeadBot.Dialog.Channels;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>
/// About one message a second into a channel, a few at once, as Slack allows; threads share their channel's pace. Told by
/// the clock that tests move, which the framework's own rate limiters are not.
/// </summary>
/// <param name="shared">Null: there is one instance, and its memory will do.</param>
internal sealed class Pace(TimeProvider clock, KeepPace? shared = null)
{
    private const int Burst = 4;
    private const int Most = 10_000;
    private static readonly TimeSpan s_each = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly Dictionary<(SlackTenant Tenant, string Channel), DateTimeOffset> spent = [];

    /// <summary>Waits until it is this message's turn, a few seconds at most.</summary>
    /// <returns>Null: now. Else how much later to try again.</returns>
    public async Task<TimeSpan?> TakeAsync(SlackTenant tenant, string channel, CancellationToken cancellationToken)
    {
        var wait = shared is null
            ? Reserve((tenant, channel))
            : await shared(SlackAddress.Workspace(tenant.Team), channel, s_each, Burst, s_patience, cancellationToken);
        if (wait > s_patience)
        {
            return wait;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }

        return null;
    }

    /// <summary>How long until a message may go; its place is kept if that is not too long.</summary>
    private TimeSpan Reserve((SlackTenant, string) channel)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var until = spent.TryGetValue(channel, out var last) && last > now ? last : now;
            var wait = until - now - ((Burst - 1) * s_each);
            if (wait <= s_patience)
            {
                Forget(now);
                spent[channel] = until + s_each;
            }

            return wait;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        if (spent.Count >= Most)
        {
            foreach (var rested in spent.Where(channel => channel.Value <= now).Select(channel => channel.Key).ToList())
            {
                spent.Remove(rested);
            }
        }
    }
}
