namespace LeadBot.Storage.Tables;

/// <summary>A workspace's answer counts, of all its playbooks, as its first turn of a day found them; never changed.</summary>
public sealed class AnswerCountSnapshotRow
{
    public required string Workspace { get; set; }

    /// <summary>ISO 8601.</summary>
    public required string Day { get; set; }

    /// <summary>Playbook, question, outcome, times, as nested JSON objects.</summary>
    public required string Document { get; set; }
}
