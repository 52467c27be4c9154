using System.Diagnostics.CodeAnalysis;

namespace LeadBot.Channels.Slack.Lookups;

/// <summary>Keeps what was looked at last, up to a number of things; safe to use from many threads.</summary>
internal sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock @lock = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> known = [];
    private readonly LinkedList<(TKey Key, TValue Value)> order = [];

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (@lock)
        {
            if (!known.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }

            order.Remove(node);
            order.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    public void Clear()
    {
        lock (@lock)
        {
            known.Clear();
            order.Clear();
        }
    }

    public void Keep(TKey key, TValue value)
    {
        lock (@lock)
        {
            if (known.Remove(key, out var before))
            {
                order.Remove(before);
            }

            known[key] = order.AddFirst((key, value));
            if (known.Count > most)
            {
                known.Remove(order.Last!.Value.Key);
                order.RemoveLast();
            }
        }
    }
}
