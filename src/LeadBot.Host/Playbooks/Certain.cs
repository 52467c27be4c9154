using LeadBot.Domain.Playbooks;

namespace LeadBot.Host.Playbooks;

/// <summary>Tells what makes no sense in a file that could not all be read from what only seems so.</summary>
internal static class Certain
{
    /// <summary>The faults that stand whatever the unread parts hold.</summary>
    /// <param name="low">The faults of <paramref name="playbook"/>.</param>
    /// <param name="playbook">As read in the low pass.</param>
    /// <param name="high">The same file, read in the high pass.</param>
    public static IEnumerable<PlaybookFault> Of(IEnumerable<PlaybookFault> low, Playbook playbook, Playbook high)
    {
        // A question whose id could not be read may be the one that is named, and a worth that could not be read may name any.
        var idsUnread = !playbook.Questions.Select(q => q.Id).SequenceEqual(high.Questions.Select(q => q.Id));
        var worthUnread = playbook.Worth?.Price != high.Worth?.Price
            || (playbook.Worth is null) != (high.Worth is null);
        return low.Intersect(PlaybookFaults.Of(high)).Where(fault =>
            !(idsUnread && fault.Question is null && (fault.Field == "may-not-fit" || fault.Field.StartsWith("worth.", StringComparison.Ordinal)))
            && !(worthUnread && fault is { Field: "outcomes", Question: not null }));
    }
}
