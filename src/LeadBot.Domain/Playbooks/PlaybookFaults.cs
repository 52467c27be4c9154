namespace LeadBot.Domain.Playbooks;

/// <summary>Something that makes no sense in a playbook.</summary>
/// <param name="Field">As the file calls it: <c>below</c>; a part of the worth as <c>worth.chance</c>.</param>
/// <param name="Says">What is wrong and what to do, in one or two sentences.</param>
/// <param name="Question">The question's place, from 0; null for the playbook's own fields.</param>
/// <param name="Outcome">The outcome's place in its question, from 0.</param>
/// <param name="Item">The place in a list that is not of questions: <c>may-not-fit</c>, <c>lost-reasons</c>.</param>
public sealed record PlaybookFault(string Field, string Says, int? Question = null, int? Outcome = null, int? Item = null);

/// <summary>Says whether a playbook makes sense.</summary>
public static class PlaybookFaults
{
    /// <summary>Every fault there is, in the order of the file; none: the playbook can be used.</summary>
    public static IReadOnlyList<PlaybookFault> Of(Playbook playbook) =>
    [
        .. HeadFaults.Of(playbook),
        .. ThresholdFaults.Of(playbook),
        .. WorthFaults.Of(playbook),
        .. playbook.Questions.SelectMany((q, i) => QuestionFaults.Of(playbook, q).Select(f => f with { Question = i })),
        .. ClosingFaults.Of(playbook),
    ];
}
