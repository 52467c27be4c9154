using LeadBot.Domain.Playbooks;

namespace LeadBot.Host.Playbooks;

/// <summary>What reading a file came to: a playbook, or every fault found in it, by line.</summary>
public sealed record PlaybookReading(Playbook? Playbook, IReadOnlyList<LineFault> Faults);
