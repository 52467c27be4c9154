namespace LeadBot.Storage.Tables;

/// <summary>
/// How often an outcome was the answer in a workspace, up to now: the sum over all parts, of which one alone may be below zero. Every
/// verdict counts, so that with a single row those who write at once would be in each other's way.
/// </summary>
public sealed class AnswerCountRow
{
    public required string Workspace { get; set; }

    public required string Playbook { get; set; }

    public required string Question { get; set; }

    public required string Outcome { get; set; }

    /// <summary>Which of the writers counted, see <see cref="Gate.WriteSession.Part"/>.</summary>
    public int Part { get; set; }

    public long Times { get; set; }
}
