namespace LeadBot.Host.Playbooks;

/// <summary>Something wrong in a playbook's file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Sentence">What is wrong, and where it can be guessed what to do.</param>
public sealed record LineFault(int Line, string Sentence)
{
    public override string ToString() => $"line {Line}: {Sentence}";
}
