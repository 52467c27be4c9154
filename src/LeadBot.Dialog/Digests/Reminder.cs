using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>One person's turn at being reminded: the digest, and what is kept with it. The clock's way, a preview's and a simulation's are this one.</summary>
public static class Reminder
{
    /// <summary>How many due deals are looked at for one digest: those it may list, and a few in case some have nothing to say after all.</summary>
    public static int MostLookedAt(Person person) => person.Digest.MostDeals + 5;

    /// <summary>Whether anything may be sent to them now at all; if not, only their next time has to be worked out.</summary>
    public static bool MayCome(Remindable to, Workspace workspace, HolidayShelf holidays, DateTimeOffset now) =>
        DigestTime.MayCome(to.Person, holidays.For(workspace, to.Person), now, to.Last, to.Unpressed);

    /// <summary>Their next time, when nothing is sent now.</summary>
    public static Remindable Later(Remindable to, Workspace workspace, HolidayShelf holidays, DateTimeOffset now) =>
        to with { DigestAt = DigestTime.NextAt(to.Person, workspace, holidays, now, to.Last, to.Unpressed) };

    /// <summary>Makes the digest and says what is kept.</summary>
    public static Reminded Of(DigestInput input)
    {
        var decision = Digest.Compose(input);
        var changed = decision.Changes.ToDictionary(change => change.Deal.Id, change => change.Deal);
        var listed = decision.Listings.ToDictionary(listing => listing.Deal, listing => listing.Listed);
        var sent = decision.Digest is not null || decision.Exceptions is not null;
        IReadOnlyList<NextLook> looks = [.. Looks(input.Person, input.Own), .. input.Covered.SelectMany(covered => Looks(covered.Away, covered.Deals))];
        // Those looked at had nothing to say, but there may be more behind them: once more, now, without them.
        var again = !sent && looks.Count >= MostLookedAt(input.Person) && looks.Any(look => !(look.At <= input.Now));
        return new Reminded(
            decision,
            new Remindable(
                input.Person,
                decision.Digest is null ? input.Unpressed : input.Unpressed + 1,
                sent ? new LastDigest(input.Now, input.Person.TimeZone) : input.Last,
                again ? input.Now : decision.NextAt),
            looks);

        IEnumerable<NextLook> Looks(Person owner, IReadOnlyList<DueDeal> deals)
        {
            var calendar = input.Holidays.For(input.Workspace, owner);
            return deals.Select(due => NextLook.Of(
                new DueDeal(changed.GetValueOrDefault(due.Deal.Id, due.Deal), listed.GetValueOrDefault(due.Deal.Id) ?? due.Listed),
                owner, input.Workspace, calendar, input.Playbooks, input.Team, input.Now));
        }
    }
}

/// <summary>Somebody as reminders see them.</summary>
/// <param name="Unpressed">Digests in a row of which they pressed no button.</param>
/// <param name="Last">Null: they never got one.</param>
/// <param name="DigestAt">When to look at them next, UTC; null: never, as things stand.</param>
public sealed record Remindable(Person Person, int Unpressed, LastDigest? Last, DateTimeOffset? DigestAt);

/// <summary>What came of reminding somebody.</summary>
/// <param name="To">They, from now on.</param>
/// <param name="Looks">Every deal that was looked at, listed or not: theirs, then those they cover, in the order of the input.</param>
public sealed record Reminded(DigestDecision Decision, Remindable To, IReadOnlyList<NextLook> Looks);

/// <summary>When a digest has to look at a deal next, and how urgently.</summary>
/// <param name="At">UTC; null: never, as it stands.</param>
public sealed record NextLook(DealId Deal, DateTimeOffset? At, double Urgency)
{
    /// <summary>Worked out; whenever the deal, how it was listed, or its owner's calendar changes.</summary>
    /// <param name="calendar">The owner's.</param>
    public static NextLook Of(DueDeal due, Person owner, Workspace workspace, WorkCalendar calendar, PlaybookShelf playbooks, TeamRecord team, DateTimeOffset now) => new(
        due.Deal.Id,
        Attention.At(due.Deal, due.Listed, owner, workspace, calendar, playbooks, now),
        Attention.Urgency(due.Deal, workspace, playbooks, team));

    /// <summary>
    /// Whether to write it over what was kept before. Not when it waits as it did, with an urgency within a hundredth: a morning's
    /// many deals that have to wait for another day cost nothing.
    /// </summary>
    public bool IsNews(NextLook? kept, DateTimeOffset now) =>
        !(kept?.At <= now && At <= now && Math.Abs(kept.Urgency - Urgency) <= Urgency / 100);
}
