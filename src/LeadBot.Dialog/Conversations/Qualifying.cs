using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>A deal on its way through a playbook, on one day.</summary>
internal sealed class Qualifying(Deal deal, DealQualification state, Playbook playbook, DateOnly today)
{
    private Verdict? _verdict;
    private Sheet? _sheet;

    public Deal Deal => deal;

    public DealQualification State => state;

    public Playbook Playbook => playbook;

    public DateOnly Today => today;

    public Sheet Sheet => _sheet ??= Sheet.For(playbook, state.Terms);

    public Verdict Verdict => _verdict ??= Sheet.Judge(state.Answers, today);

    /// <summary>A second don't-know on a question that can end the deal: drop it, or keep it anyway.</summary>
    public bool AskedTwiceInVain =>
        Verdict.Kind == VerdictKind.AskFirst
        && state.Answers.Any(a => a is { Answer: Answer.DontKnow, DontKnows: >= 2 }
            && Sheet.CanKnockOut(a.Question));

    /// <summary>The prospect has yet to hear why it may not fit.</summary>
    public bool NeedsConfirming => Verdict is { Settled: true, Kind: VerdictKind.Pursue } && playbook.MayNotFit.Count > 0 && state.Confirmed is null;
}
