using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Reminders;

/// <summary>One person's turn at being reminded, inside a piece of a transaction: load, compose, keep.</summary>
public sealed class DigestSender(StoredPlaybooks playbooks, TeamRecords teams, HolidayShelf holidays, ILogger<DigestSender> logger)
{
    /// <summary>Says what there is to say and when they are due next.</summary>
    /// <param name="colleagues">Of their workspace, as this piece of the transaction finds it.</param>
    /// <returns>How many messages wait now.</returns>
    public int Remind(WriteSession session, Colleagues colleagues, PersonId person, DateTimeOffset now)
    {
        var workspace = colleagues.Workspace;
        var to = DuePeople.Find(session, workspace.Id, person) ?? throw new InvalidOperationException($"Nobody is known as {person} in {workspace.Id}.");
        if (!Reminder.MayCome(to, workspace, holidays, now))
        {
            DuePeople.Save(session, Reminder.Later(to, workspace, holidays, now));
            return 0;
        }

        var own = Due(session, to.Person, to.Person, now);
        IReadOnlyList<CoveredDeals> covered = [.. colleagues.Covered[person].Select(away => new CoveredDeals(away, Due(session, away, to.Person, now)))];
        IReadOnlyList<RaisedNow> exceptions = workspace.MayHearExceptions(person) ? ManagersNeeds.Of(session, to.Person, workspace, holidays, now) : [];
        var deals = own.Concat(covered.SelectMany(c => c.Deals)).Concat(exceptions.Select(e => e.Deal).OfType<DueDeal>()).Select(due => due.Deal);
        var input = new DigestInput(
            now, workspace, to.Person, to.Unpressed, to.Last, own, covered, exceptions, playbooks.For(session, workspace.Id, deals), holidays, teams.Of(session, workspace.Id, now))
        {
            NotLoaded = NotLoaded(session, to.Person, own, now) + covered.Sum(c => NotLoaded(session, c.Away, c.Deals, now)),
        };
        var reminded = Reminder.Of(input);
        IReadOnlyList<SentDigest> digests = [.. Cards(reminded.Decision)];
        if (digests.Count > 0 && Destinations.DirectOf(session, workspace.Id, person) is var direct)
        {
            if (direct is null)
            {
                // What could not be said was not listed either.
                Departures.NobodyToTell(session, workspace, person, now);
                Log.NobodyToTell(logger, workspace.Id.Value, person.Value);
                DuePeople.Save(session, Reminder.Later(to, workspace, holidays, now));
                return 0;
            }

            Say(session, input, direct.Value, digests);
        }

        Keep(session, input, reminded);
        return digests.Count;
    }

    private static IEnumerable<SentDigest> Cards(DigestDecision decision)
    {
        if (decision.Digest is { } digest)
        {
            yield return new SentDigest(digest, SentDigests.Deals, [.. decision.Listings.Select(listing => listing.Deal)]);
        }

        if (decision.Exceptions is { } exceptions)
        {
            yield return new SentDigest(exceptions, SentDigests.Exceptions, []);
        }
    }

    private static void Say(WriteSession session, DigestInput input, long direct, IReadOnlyList<SentDigest> digests)
    {
        var (workspace, person) = (input.Workspace.Id, input.Person);
        var messages = Outbox.Add(session, workspace, direct, [.. digests.Select(digest => digest.Card)], input.Now);
        foreach (var (digest, message) in digests.Zip(messages))
        {
            SentDigests.Add(session, workspace, person.Id.Value, person.Today(input.Now), digest.Kind, input.Now, message, digest.Deals);
        }
    }

    private static IReadOnlyList<DueDeal> Due(WriteSession session, Person owner, Person reader, DateTimeOffset now)
    {
        DueDeals.FollowRules(session, owner.Workspace, owner.Id, now);
        return DueDeals.Of(session, owner.Workspace, owner.Id, now, Reminder.MostLookedAt(reader));
    }

    /// <summary>Of how many more the time has come.</summary>
    private static int NotLoaded(WriteSession session, Person owner, IReadOnlyList<DueDeal> loaded, DateTimeOffset now) =>
        loaded.Count == 0 ? 0 : DueDeals.CountOf(session, owner.Workspace, owner.Id, now) - loaded.Count;

    private static void Keep(WriteSession session, DigestInput input, Reminded reminded)
    {
        var (workspace, decision) = (input.Workspace.Id, reminded.Decision);
        foreach (var change in decision.Changes)
        {
            Deals.SaveByClock(session, change, input.Workspace, input.Playbooks, input.Now);
        }

        var listings = decision.Listings.ToDictionary(listing => listing.Deal, listing => listing.Listed);
        foreach (var look in reminded.Looks)
        {
            if (listings.TryGetValue(look.Deal, out var listed))
            {
                DueDeals.List(session, listed, look);
            }
            else
            {
                DueDeals.LookAgain(session, look, input.Now);
            }
        }

        foreach (var raised in decision.Raised)
        {
            ManagersNeeds.Raise(session, workspace, raised);
        }

        foreach (var (about, told) in decision.Told)
        {
            ManagersNeeds.Tell(session, workspace, input.Person.Id, about, told);
        }

        DuePeople.Save(session, reminded.To);
    }

    private sealed record SentDigest(Card Card, string Kind, IReadOnlyList<DealId> Deals);
}
