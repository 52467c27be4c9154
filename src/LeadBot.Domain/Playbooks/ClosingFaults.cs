namespace LeadBot.Domain.Playbooks;

/// <summary>Faults of what is said at the end: reasons it may not fit, lost reasons, the goodbye.</summary>
internal static class ClosingFaults
{
    private const string Other = "Other";

    public static IEnumerable<PlaybookFault> Of(Playbook playbook) =>
    [
        .. playbook.MayNotFit.SelectMany((m, i) => OfReason(playbook, m).Select(f => f with { Item = i })),
        .. playbook.LostReasons.SelectMany((r, i) => OfLostReason(playbook, r, i).Select(f => f with { Item = i })),
        .. Faults.When(
            playbook.LostReasons.Count == 0 || playbook.LostReasons[^1] != Other,
            "lost-reasons",
            $"The last lost reason must be '{Other}'. Add it."),
        .. Faults.When(
            playbook.LostReasons.Count > PlaybookLimits.LostReasons,
            "lost-reasons",
            $"There are {playbook.LostReasons.Count} lost reasons. Keep the {PlaybookLimits.LostReasons} that come up."),
        .. Faults.OfText(playbook.Goodbye, "goodbye", PlaybookLimits.Text),
    ];

    private static IEnumerable<PlaybookFault> OfReason(Playbook playbook, MayNotFit reason) =>
    [
        .. Faults.When(playbook.Find(reason.IfTrue) is null, "may-not-fit", $"There is no question '{reason.IfTrue}' to re-open. Name one of this playbook."),
        .. Faults.OfText(reason.Say, "may-not-fit", PlaybookLimits.Text),
    ];

    private static IEnumerable<PlaybookFault> OfLostReason(Playbook playbook, string reason, int place) =>
    [
        .. Faults.OfText(reason, "lost-reasons", PlaybookLimits.Label),
        .. Faults.When(
            playbook.LostReasons.Take(place).Contains(reason, StringComparer.OrdinalIgnoreCase),
            "lost-reasons",
            $"'{reason}' is listed twice. Drop one."),
        .. Faults.When(
            reason == Other && place < playbook.LostReasons.Count - 1,
            "lost-reasons",
            $"'{Other}' must come last. Move it."),
    ];
}
