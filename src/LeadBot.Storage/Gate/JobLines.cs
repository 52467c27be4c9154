namespace LeadBot.Storage.Gate;

/// <summary>Jobs of the same line come one after the other. Not for several threads at once.</summary>
internal sealed class JobLines
{
    /// <summary>What waits behind a job of its line that is queued or run.</summary>
    private readonly Dictionary<string, Queue<WriteJob>> _behind = [];

    /// <summary>False: another of its line is ahead of it, and it comes after that one.</summary>
    public bool IsFirst(WriteJob job)
    {
        if (job.Line is not { } line || _behind.TryAdd(line, new Queue<WriteJob>()))
        {
            return true;
        }

        _behind[line].Enqueue(job);
        return false;
    }

    /// <summary>Whose turn it is in the line of that one, which is done; null: nobody's.</summary>
    public WriteJob? After(WriteJob done)
    {
        if (done.Line is not { } line)
        {
            return null;
        }

        while (_behind[line].TryDequeue(out var next))
        {
            if (!next.Dropped())
            {
                return next;
            }
        }

        _behind.Remove(line);
        return null;
    }
}
