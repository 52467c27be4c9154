using LeadBot.Domain.Playbooks;

namespace LeadBot.Host.Playbooks;

/// <summary>What reading a file came to: a playbook, or every fault found in it, by line.</summary>
public sealed record PlaybookReading(Playbook? Playbook, IReadOnlyList<LineFault> Faults)
{
    /// <summary>The text of <see cref="Playbook"/>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Nothing could be read, for one reason.</summary>
    public static PlaybookReading Refused(int line, string sentence) => new(null, [new LineFault(line, sentence)]);
}
