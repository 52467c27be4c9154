namespace LeadBot.Storage.Gate;

/// <summary>A piece of writing that waits for its commit.</summary>
/// <param name="line">Of jobs of the same line one runs at a time; null: it is of none.</param>
internal sealed class WriteJob(Scope scope, Action<WriteSession> work, string? line, CancellationToken cancelled)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;

    public Task Done => _done.Task;

    public Scope Scope => scope;

    public Action<WriteSession> Work => work;

    public string? Line => line;

    /// <summary>It has to wait for what somebody else holds, on a writer that may.</summary>
    public bool HasToWait { get; set; }

    /// <summary>True when nobody waits for it any more; it is then not run.</summary>
    public bool Dropped() => cancelled.IsCancellationRequested && _done.TrySetCanceled(cancelled);

    /// <summary>Why nothing of it was kept; null: it was.</summary>
    public Exception? Failure => _failure;

    /// <param name="failure">Null: none. The first one counts.</param>
    public void Fail(Exception? failure) => _failure ??= failure;

    /// <summary>Tells the one who waits; after the commit, never before.</summary>
    public void Tell()
    {
        if (_failure is null)
        {
            _done.SetResult();
        }
        else
        {
            _done.SetException(_failure);
        }
    }
}
