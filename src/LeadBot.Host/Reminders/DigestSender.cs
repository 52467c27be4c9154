using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Delivery;
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
public sealed class DigestSender(StoredPlaybooks playbooks, TeamRecords teams, HolidayShelf holidays, OneByOne places, ILogger<DigestSender> logger)
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

        return Keep(session, Compose(Read(session, colleagues, due, now, ManagersNeeds.FewReps)));
    }

    /// <summary>Reads what their reminder is made of.</summary>
    /// <param name="mostReps">See <see cref="ManagersNeeds.Of"/>.</param>
    public ReadReminder Read(WriteSession session, Colleagues colleagues, DuePerson due, DateTimeOffset now, int? mostReps = null)
    {
        var (workspace, to) = (colleagues.Workspace, due.Remindable());
        if (!Reminder.MayCome(to, workspace, holidays, now))
        {
            return new ReadReminder(due, to, workspace, now, null);
        }

        var own = Due(session, to.Person, to.Person, now);
        IReadOnlyList<CoveredDeals> covered = [.. colleagues.Covered[due.Person].Select(away => new CoveredDeals(away, Due(session, away, to.Person, now)))];
        IReadOnlyList<RaisedNow> exceptions = workspace.MayHearExceptions(due.Person) ? ManagersNeeds.Of(session, to.Person, workspace, holidays, now, mostReps) : [];
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
        var (due, to, workspace, now, input) = read;
        return new ComposedReminder(due, to, workspace, now, input is null ? null : Compose(input));
    }

    /// <summary>Says what there is to say and when they are due next, inside a piece of a transaction.</summary>
    /// <returns>How many messages wait now.</returns>
    /// <exception cref="InvalidOperationException">They or their deals are not as they were read: what was written has to be undone.</exception>
    public int Keep(WriteSession session, ComposedReminder composed)
    {
        session.Enter(Scope.Of(composed.Workspace.Id));
        if (composed.ToKeep is not { } reminder)
        {
            DuePeople.Save(session, composed.Due, Reminder.Later(composed.To, composed.Workspace, holidays, composed.Now));
            return 0;
        }

        var (workspace, person) = (composed.Workspace.Id, composed.To.Person.Id);
        var digests = reminder.Digests;
        var direct = digests.Count > 0 ? Destinations.DirectlyTo(session, workspace, person) : null;
        if (digests.Count > 0 && direct is null)
        {
            // What could not be said was not listed either.
            Departures.NobodyToTell(session, composed.Workspace, person, composed.Now);
            Log.NobodyToTell(logger, workspace.Value, person.Value);
            DuePeople.Save(session, composed.Due, Reminder.Later(composed.To, composed.Workspace, holidays, composed.Now));
            return 0;
        }

        DuePeople.Save(session, composed.Due, reminder.To);
        if (direct is var (conversation, channel))
        {
            Say(session, composed, conversation, digests, places.Next(channel, workspace));
        }

        Keep(session, composed, reminder);
        return digests.Count;
    }

    private static ReminderToKeep? Compose(DigestInput input)
    {
        if (Reminder.Of(input) is not { } reminded)
        {
            return null;
        }

        var decision = reminded.Decision;
        return new ReminderToKeep(reminded.To, [.. Digests(decision)], decision.Changes, input.Playbooks, [.. Looks(input, reminded)], decision.Raised, decision.Told);
    }

    /// <summary>What is written of the deals that were looked at.</summary>
    private static IEnumerable<DealLook> Looks(DigestInput input, Reminded reminded)
    {
        var changed = reminded.Decision.Changes.ToDictionary(change => change.Deal.Id, change => change.Deal.Revision);
        var listings = reminded.Decision.Listings.ToDictionary(listing => listing.Deal, listing => listing.Listed);
        foreach (var (due, look) in input.Own.Concat(input.Covered.SelectMany(covered => covered.Deals)).Zip(reminded.Looks))
        {
            var isChanged = changed.TryGetValue(look.Deal, out var revision);
            var listed = listings.GetValueOrDefault(look.Deal);
            if (listed is not null || isChanged || look.IsNews(due.Look, input.Now))
            {
                yield return new DealLook(look, listed, isChanged ? revision : due.Deal.Revision);
            }
        }
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

    private static void Say(WriteSession session, ComposedReminder composed, long direct, IReadOnlyList<SentDigest> digests, DateTimeOffset from)
    {
        var (workspace, person, now) = (composed.Workspace.Id, composed.To.Person, composed.Now);
        var messages = Outbox.Add(session, workspace, direct, [.. digests.Select(digest => digest.Document)], now, from);
        foreach (var (digest, message) in digests.Zip(messages))
        {
            SentDigests.Add(session, workspace, person.Id.Value, person.Today(now), digest.Kind, now, message, digest.Deals);
            session.AfterCommit(() => Measured.Digest(digest.Kind));
        }
    }

    private static IReadOnlyList<DueDeal> Due(WriteSession session, Person owner, Person reader, DateTimeOffset now) =>
        DueDeals.Of(session, owner.Workspace, owner.Id, now, Reminder.MostLookedAt(reader));

    /// <summary>Of how many more the time has come.</summary>
    private static int NotLoaded(WriteSession session, Person owner, IReadOnlyList<DueDeal> loaded, DateTimeOffset now) =>
        loaded.Count == 0 ? 0 : DueDeals.CountOf(session, owner.Workspace, owner.Id, now) - loaded.Count;

    private static void Keep(WriteSession session, ComposedReminder composed, ReminderToKeep reminder)
    {
        foreach (var change in reminder.Changes)
        {
            Deals.SaveByClock(session, change, composed.Workspace, reminder.Playbooks, composed.Now);
        }

        foreach (var (look, listed, revision) in reminder.Looks)
        {
            if (listed is not null)
            {
                DueDeals.List(session, composed.Workspace.Id, listed, look, revision);
            }
            else
            {
                DueDeals.LookAgain(session, composed.Workspace.Id, look, revision);
            }
        }

        foreach (var raised in reminder.Raised)
        {
            ManagersNeeds.Raise(session, composed.Workspace.Id, raised);
        }

        foreach (var (about, told) in reminder.Told)
        {
            ManagersNeeds.Tell(session, composed.Workspace.Id, composed.To.Person.Id, about, told);
        }
    }
}

/// <summary>What a person's reminder is made of.</summary>
/// <param name="Input">Null: nothing may be sent to them now.</param>
public sealed record ReadReminder(DuePerson Due, Remindable To, Workspace Workspace, DateTimeOffset Now, DigestInput? Input);

/// <summary>A person's reminder: what is to be kept of it, without the deals it was made of, since many may wait.</summary>
/// <param name="To">They, as they were read.</param>
/// <param name="ToKeep">Null: nothing may be sent to them now.</param>
public sealed record ComposedReminder(DuePerson Due, Remindable To, Workspace Workspace, DateTimeOffset Now, ReminderToKeep? ToKeep);

/// <param name="To">They, from now on.</param>
/// <param name="Playbooks">Those of the deals that changed, and others.</param>
/// <param name="Looks">Of the deals of which something is written, beside what changed.</param>
public sealed record ReminderToKeep(
    Remindable To,
    IReadOnlyList<SentDigest> Digests,
    IReadOnlyList<DealChange> Changes,
    PlaybookShelf Playbooks,
    IReadOnlyList<DealLook> Looks,
    IReadOnlyList<Raised> Raised,
    IReadOnlyList<(string About, Listed Listed)> Told);

/// <param name="Listed">As the digest lists it; null: it does not.</param>
/// <param name="Revision">Of the deal as it is found when this is written.</param>
public sealed record DealLook(NextLook Look, Listed? Listed, long Revision);

/// <param name="Document">The card as it is stored.</param>
/// <param name="Kind">One of <see cref="SentDigests"/>.</param>
public sealed record SentDigest(string Document, string Kind, IReadOnlyList<DealId> Deals);
