using LeadBot.Dialog.Channels;
using LeadBot.Domain;

namespace LeadBot.Host.Delivery;

/// <summary>
/// When what answers nobody may go into a workspace: one message after the other, as far apart as its channel wants. So a morning's digests neither run into
/// the channel's limits nor take the place of what people wait for, and the workspaces' go side by side. For what one instance says at a time; what is undone leaves a gap.
/// </summary>
public sealed class OneByOne(IEnumerable<IChannel> channels, TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly Dictionary<string, TimeSpan> _apart = channels.ToDictionary(channel => channel.Name, channel => channel.Apart);
    private readonly Dictionary<(string Channel, WorkspaceId Workspace), DateTimeOffset> _next = [];
    private readonly Lock _lock = new();

    /// <summary>The next place there, from now on: what a long sweep comes to late goes no faster.</summary>
    public DateTimeOffset Next(string channel, WorkspaceId workspace)
    {
        var now = clock.GetUtcNow();
        if (!_apart.TryGetValue(channel, out var apart) || apart == TimeSpan.Zero)
        {
            return now;
        }

        lock (_lock)
        {
            if (_next.Count >= Most)
            {
                foreach (var past in _next.Where(next => next.Value <= now).Select(next => next.Key).ToList())
                {
                    _next.Remove(past);
                }
            }

            var at = _next.TryGetValue((channel, workspace), out var next) && next > now ? next : now;
            _next[(channel, workspace)] = at + apart;
            return at;
        }
    }
}
