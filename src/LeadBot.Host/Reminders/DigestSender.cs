using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Host.Telemetry;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Reminders;

/// <summary>
/// One person's turn at being reminded: read, compose, keep. What is kept is kept of rows that are still as they were read, so
/// that reading and composing may be done beside the writer.
/// </summary>
public sealed class DigestSender(StoredPlaybooks playbooks, TeamRecords teams, HolidayShelf holidays, ILogger<DigestSender> logger)
{
    /// <summary>All of it, inside a piece of a transaction.</summary>
    /// <param name="colleagues">Of their workspace, as this piece of the transaction finds it.</param>
    /// <returns>How many messages wait now.</returns>
    public int Remind(WriteSession session, Colleagues colleagues, DuePerson due, DateTimeOffset now)
    {
        DueDeals.FollowRules(session, due.Workspace, due.Person, now);
        foreach (var away in colleagues.Covered[due.Person])
        {
            DueDeals.FollowRules(session, due.Workspace, away.Id, now);
        }

        return Keep(session, Compose(Read(session, colleagues, due, now)));
    }

    /// <summary>Reads what their reminder is made of.</summary>
    public ReadReminder Read(WriteSession session, Colleagues colleagues, DuePerson due, DateTimeOffset now)
    {
        var (workspace, to) = (colleagues.Workspace, due.Remindable());
        if (!Reminder.MayCome(to, workspace, holidays, now))
        {
            return new ReadReminder(due, to, workspace, now, null);
        }

        var own = Due(session, to.Person, to.Person, now);
        IReadOnlyList<CoveredDeals> covered = [.. colleagues.Covered[due.Person].Select(away => new CoveredDeals(away, Due(session, away, to.Person, now)))];
        IReadOnlyList<RaisedNow> exceptions = workspace.MayHearExceptions(due.Person) ? ManagersNeeds.Of(session, to.Person, workspace, holidays, now) : [];
        var deals = own.Concat(covered.SelectMany(c => c.Deals)).Concat(exceptions.Select(e => e.Deal).OfType<DueDeal>()).Select(found => found.Deal);
        var input = new DigestInput(
            now, workspace, to.Person, to.Unpressed, to.Last, own, covered, exceptions, playbooks.For(session, workspace.Id, deals), holidays, teams.Of(session, workspace.Id, now))
        {
            NotLoaded = NotLoaded(session, to.Person, own, now) + covered.Sum(c => NotLoaded(session, c.Away, c.Deals, now)),
        };
        return new ReadReminder(due, to, workspace, now, input);
    }

    /// <summary>Makes the reminder; pure.</summary>
    public static ComposedReminder Compose(ReadReminder read)
    {
        var reminded = read.Input is { } input ? Reminder.Of(input) : null;
        return new ComposedReminder(read, reminded, reminded is null ? [] : [.. Digests(reminded.Decision)]);
    }

    /// <summary>Says what there is to say and when they are due next, inside a piece of a transaction.</summary>
    /// <returns>How many messages wait now.</returns>
    /// <exception cref="InvalidOperationException">They or their deals are not as they were read: what was written has to be undone.</exception>
    public int Keep(WriteSession session, ComposedReminder composed)
    {
        var (read, reminded, digests) = composed;
        if (reminded is null)
        {
            DuePeople.Save(session, read.Due, Reminder.Later(read.To, read.Workspace, holidays, read.Now));
            return 0;
        }

        var input = read.Input!;
        var (workspace, person) = (input.Workspace, input.Person.Id);
        var direct = digests.Count > 0 ? Destinations.DirectOf(session, workspace.Id, person) : null;
        if (digests.Count > 0 && direct is null)
        {
            // What could not be said was not listed either.
            Departures.NobodyToTell(session, workspace, person, input.Now);
            Log.NobodyToTell(logger, workspace.Id.Value, person.Value);
            DuePeople.Save(session, read.Due, Reminder.Later(read.To, read.Workspace, holidays, read.Now));
            return 0;
        }

        DuePeople.Save(session, read.Due, reminded.To);
        if (direct is { } conversation)
        {
            Say(session, input, conversation, digests);
        }

        Keep(session, input, reminded);
        return digests.Count;
    }

    private static IEnumerable<SentDigest> Digests(DigestDecision decision)
    {
        if (decision.Digest is { } digest)
        {
            yield return new SentDigest(Outbox.Document(digest), SentDigests.Deals, [.. decision.Listings.Select(listing => listing.Deal)]);
        }

        if (decision.Exceptions is { } exceptions)
        {
            yield return new SentDigest(Outbox.Document(exceptions), SentDigests.Exceptions, []);
        }
    }

    private static void Say(WriteSession session, DigestInput input, long direct, IReadOnlyList<SentDigest> digests)
    {
        var (workspace, person) = (input.Workspace.Id, input.Person);
        var messages = Outbox.Add(session, workspace, direct, [.. digests.Select(digest => digest.Document)], input.Now);
        foreach (var (digest, message) in digests.Zip(messages))
        {
            SentDigests.Add(session, workspace, person.Id.Value, person.Today(input.Now), digest.Kind, input.Now, message, digest.Deals);
            session.AfterCommit(() => Measured.Digest(digest.Kind));
        }
    }

    private static IReadOnlyList<DueDeal> Due(WriteSession session, Person owner, Person reader, DateTimeOffset now) =>
        DueDeals.Of(session, owner.Workspace, owner.Id, now, Reminder.MostLookedAt(reader));

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

        var (changed, listings) = (decision.Changes.ToDictionary(change => change.Deal.Id, change => change.Deal.Revision), decision.Listings.ToDictionary(listing => listing.Deal, listing => listing.Listed));
        foreach (var (due, look) in input.Own.Concat(input.Covered.SelectMany(covered => covered.Deals)).Zip(reminded.Looks))
        {
            var isChanged = changed.TryGetValue(look.Deal, out var revision);
            revision = isChanged ? revision : due.Deal.Revision;
            if (listings.TryGetValue(look.Deal, out var listed))
            {
                DueDeals.List(session, listed, look, revision);
            }
            else if (isChanged || look.IsNews(due.Look, input.Now))
            {
                DueDeals.LookAgain(session, look, revision);
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
    }
}

/// <summary>What a person's reminder is made of.</summary>
/// <param name="Input">Null: nothing may be sent to them now.</param>
public sealed record ReadReminder(DuePerson Due, Remindable To, Workspace Workspace, DateTimeOffset Now, DigestInput? Input);

/// <summary>A person's reminder, to be kept.</summary>
/// <param name="Reminded">Null: nothing may be sent to them now.</param>
public sealed record ComposedReminder(ReadReminder Read, Reminded? Reminded, IReadOnlyList<SentDigest> Digests);

/// <param name="Document">The card as it is stored.</param>
/// <param name="Kind">One of <see cref="SentDigests"/>.</param>
public sealed record SentDigest(string Document, string Kind, IReadOnlyList<DealId> Deals);
