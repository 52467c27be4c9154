namespace LeadBot.Domain.Playbooks;

/// <summary>Faults of <c>pursue-at</c> and <c>walk-below</c>: each must be within reach of the questions' points.</summary>
internal static class ThresholdFaults
{
    public static IEnumerable<PlaybookFault> Of(Playbook playbook)
    {
        var staying = playbook.Questions
            .Select(q => q.Outcomes.Where(o => o.KnocksOut is null).Select(o => (long)o.Points).DefaultIfEmpty(0).ToList())
            .ToList();
        var (worst, best) = (staying.Sum(p => p.Min()), staying.Sum(p => p.Max()));
        return
        [
            .. Faults.When(
                playbook.PursueAt > best,
                "pursue-at",
                $"'pursue-at' is {playbook.PursueAt}, but the best answers add up to {best}: nothing could ever be pursued. Lower it or give more points."),
            .. Faults.When(
                playbook.WalkBelow <= worst,
                "walk-below",
                $"'walk-below' is {playbook.WalkBelow}, but the worst answers add up to {worst}: points could never end a deal. Raise it above {worst}."),
            .. Faults.When(
                playbook.WalkBelow >= playbook.PursueAt,
                "walk-below",
                $"'walk-below' is {playbook.WalkBelow}, not under 'pursue-at' ({playbook.PursueAt}). Lower it."),
        ];
    }
}
