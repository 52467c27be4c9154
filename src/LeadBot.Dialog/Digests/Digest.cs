using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Digests;

/// <summary>One person's digest: what is new or due among their deals, in one card; and for a manager what needs one.</summary>
public static class Digest
{
    /// <summary>How often a strung-along deal is listed before its manager hears of it; put off twice as often as the setting allows, at once.</summary>
    private const int InVain = 3;

    /// <summary>Makes it, or nothing when nothing is new or due or this is not their time.</summary>
    public static DigestDecision Compose(DigestInput input)
    {
        var person = input.Person;
        var calendar = input.Holidays.For(input.Workspace, person);
        if (!DigestTime.MayCome(person, calendar, input.Now, input.Last, input.Unpressed))
        {
            return new DigestDecision(null, null, [], [], NextAt(input));
        }

        var today = person.Today(input.Now);
        var repeats = DigestTime.IsFirstOfWeek(person, calendar, today);
        var waiting = Waiting(input, repeats)
            .OrderByDescending(listing => listing.CannotWait)
            .ThenByDescending(listing => listing.Stakes.Urgency)
            .ThenBy(listing => listing.Deal.Name, StringComparer.Ordinal)
            .ThenBy(listing => listing.Deal.Id.Value)
            .ToList();
        var listed = waiting.Take(person.Digest.MostDeals).ToList();
        var exceptions = ExceptionsDigest.Of(input, today, calendar, repeats);
        return new DigestDecision(
            listed.Count == 0 ? null : DigestCard.Draw(listed, person, today, input.NotLoaded + waiting.Count - listed.Count, weekly: input.Unpressed >= DigestTime.WeeklyAfter),
            exceptions.Count == 0 ? null : ExceptionsCard.Draw(exceptions, person, today, input.Playbooks, input.Workspace),
            [.. listed.Where(listing => listing.What.Count > 0).Select(listing => new DealChange(listing.Deal, listing.What))],
            [.. listed.Select(listing => (listing.Deal.Id, listing.Listed))],
            NextAt(input))
        {
            Told = [.. exceptions.SelectMany(exception => exception.Told)],
            Raised = [.. Raised(input, listed)],
            Why = [.. listed.Select(listing => DigestWords.Line(listing, person, today)), .. exceptions.Select(matter => ExceptionWords.Of(matter, input.Playbooks, person))],
        };
    }

    /// <summary>A digest is the day's only one, whether or not this made it.</summary>
    private static DateTimeOffset? NextAt(DigestInput input) =>
        DigestTime.NextAt(input.Person, input.Workspace, input.Holidays, input.Now, input.Last, input.Unpressed);

    private static IEnumerable<Listing> Waiting(DigestInput input, bool repeats) =>
        input.Covered.Select(covered => (Owner: covered.Away, covered.Deals)).Prepend((Owner: input.Person, Deals: input.Own))
            .SelectMany(theirs => Looking.For(input, theirs.Owner, repeats) is var looking ? theirs.Deals.Select(looking.At).OfType<Listing>() : []);

    private static IEnumerable<Raised> Raised(DigestInput input, IEnumerable<Listing> listed)
    {
        if (input.Unpressed >= DigestTime.WeeklyAfter)
        {
            yield return new Raised(Need.DigestsUnpressed, input.Person.Id, null, input.Now);
        }

        foreach (var listing in listed.Where(listing => listing.Reasons.OfType<Reason.StrungAlong>().Any()))
        {
            if (listing.Listed.Times >= InVain || listing.Deal.Course.PutOffs >= 2 * input.Workspace.Silence.StrungAlongAt)
            {
                yield return new Raised(Need.StrungAlongInVain, listing.Owner.Id, listing.Deal.Id, input.Now);
            }
        }
    }
}
