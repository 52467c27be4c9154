namespace LeadBot.Storage.Tables;

/// <summary>How often an outcome was the answer in a workspace, up to now.</summary>
public sealed class AnswerCountRow
{
    public required string Workspace { get; set; }

    public required string Playbook { get; set; }

    public required string Question { get; set; }

    public required string Outcome { get; set; }

    public long Times { get; set; }
}
