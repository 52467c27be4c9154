using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>
/// A workspace's reminders as they will come if nobody does anything: the very rules that send them, run ahead on a copy
/// in memory. What somebody does meanwhile can be put in between.
/// </summary>
public sealed class Foresight(Workspace workspace, PlaybookShelf playbooks, HolidayShelf holidays, TeamRecord team)
{
    private readonly Dictionary<PersonId, Remindable> _people = [];
    private readonly Dictionary<DealId, DueDeal> _deals = [];
    private readonly Dictionary<DealId, NextLook> _looks = [];
    private readonly Dictionary<PersonId, List<DealId>> _dealsOf = [];
    // Who hears of others comes after them.
    private readonly PriorityQueue<PersonId, (long At, bool HearsOfOthers, string Person)> _due = new();
    private readonly ForeseenNeeds _needs = new(workspace);
    private readonly HashSet<PersonId> _gone = [];
    private WeekAhead? _week;

    /// <summary>Every person.</summary>
    public IReadOnlyDictionary<PersonId, Remindable> People => _people;

    /// <summary>Every deal, as it stands by now, and how it was listed last.</summary>
    public IReadOnlyDictionary<DealId, DueDeal> Deals => _deals;

    /// <summary>The workspace's managers; null: those among <see cref="People"/>.</summary>
    public IReadOnlyCollection<Person>? Managers { get; init; }

    /// <summary>A person who cannot be reached: nothing is sent to them.</summary>
    public void PutGone(PersonId person) => _gone.Add(person);

    /// <summary>The person from now on.</summary>
    public void Put(Remindable to)
    {
        _people[to.Person.Id] = to;
        if (to.DigestAt is { } at)
        {
            _due.Enqueue(to.Person.Id, (at.UtcTicks, workspace.MayHearExceptions(to.Person.Id), to.Person.Id.Value));
        }
    }

    /// <summary>The deal from now on. Its owner was put before.</summary>
    /// <param name="look">When a digest has to look at it; null: that is worked out.</param>
    public void Put(DueDeal due, DateTimeOffset now, NextLook? look = null)
    {
        var owner = _people[due.Deal.Owner].Person;
        look ??= NextLook.Of(due, owner, workspace, holidays.For(workspace, owner), playbooks, team, now);
        if (!_deals.TryGetValue(due.Deal.Id, out var before) || before.Deal.Owner != due.Deal.Owner)
        {
            Of(before?.Deal.Owner).Remove(due.Deal.Id);
            Of(due.Deal.Owner).Add(due.Deal.Id);
        }

        (_deals[due.Deal.Id], _looks[due.Deal.Id]) = (due, look);
    }

    /// <summary>A deal changed, by somebody or by the clock.</summary>
    public void Put(DealChange change, DateTimeOffset now)
    {
        // To a new owner it is new.
        Put(new DueDeal(change.Deal, _deals.GetValueOrDefault(change.Deal.Id) is { } before && before.Deal.Owner == change.Deal.Owner ? before.Listed : null), now);
        foreach (var raised in Raises.Of(change, playbooks, now))
        {
            Put(raised);
        }
    }

    /// <summary>Something a manager has to hear of.</summary>
    public void Put(Raised raised) => _needs.Raise(raised);

    /// <summary>How a manager was told of it.</summary>
    public void Put(PersonId manager, string about, Listed told) => _needs.Tell(manager, about, told);

    /// <summary>The weekly posts to come; without it there are none.</summary>
    public void Put(WeekAhead week) => _week = week;

    /// <summary>Everything until then in words, digests and weekly posts, in the order of sending.</summary>
    public IEnumerable<ReminderLine> Lines(DateTimeOffset until)
    {
        for (; _week is { } week && week.EndsAt <= until; _week = week.Next())
        {
            foreach (var foreseen in Until(week.EndsAt))
            {
                yield return foreseen.Line;
            }

            foreach (var post in week.Posts(workspace, [.. _people.Values.Select(to => to.Person)], Seen(), playbooks, holidays))
            {
                yield return post;
            }
        }

        foreach (var foreseen in Until(until))
        {
            yield return foreseen.Line;
        }
    }

    /// <summary>All digests until then.</summary>
    public IEnumerable<Foreseen> Until(DateTimeOffset until)
    {
        while (Next(until) is { } foreseen)
        {
            yield return foreseen;
        }
    }

    /// <summary>The next digest at or before that time; null: none.</summary>
    public Foreseen? Next(DateTimeOffset until)
    {
        while (_due.TryPeek(out var person, out var due) && due.At <= until.UtcTicks)
        {
            _due.Dequeue();
            var to = _people[person];
            if (to.DigestAt?.UtcTicks == due.At && Remind(to, new DateTimeOffset(due.At, TimeSpan.Zero)) is { } foreseen)
            {
                return foreseen;
            }
        }

        return null;
    }

    private Foreseen? Remind(Remindable to, DateTimeOffset now)
    {
        if (!Reminder.MayCome(to, workspace, holidays, now))
        {
            Put(Reminder.Later(to, workspace, holidays, now));
            return null;
        }

        var own = Due(to.Person, to.Person, now);
        IReadOnlyList<CoveredDeals> covered = [.. Covered(to.Person, now)];
        var input = new DigestInput(now, workspace, to.Person, to.Unpressed, to.Last, own, covered, _needs.For(to.Person, this, now), playbooks, holidays, team)
        {
            NotLoaded = CountDue(to.Person.Id, now) - own.Count + covered.Sum(c => CountDue(c.Away.Id, now) - c.Deals.Count),
        };
        var (decision, next, looks) = Reminder.Of(input);
        if (_gone.Contains(to.Person.Id) && (decision.Digest ?? decision.Exceptions) is not null)
        {
            // What could not be said was not listed either.
            Put(Reminder.Later(to, workspace, holidays, now));
            return null;
        }

        foreach (var change in decision.Changes)
        {
            Put(change, now);
        }

        foreach (var (deal, listed) in decision.Listings)
        {
            _deals[deal] = _deals[deal] with { Listed = listed };
        }

        foreach (var look in looks)
        {
            _looks[look.Deal] = look;
        }

        foreach (var raised in decision.Raised)
        {
            Put(raised);
        }

        foreach (var (about, listed) in decision.Told)
        {
            Put(to.Person.Id, about, listed);
        }

        Put(next);
        return ReminderLine.Of(input, decision) is { } line ? new Foreseen(to.Person, decision, line) : null;
    }

    /// <summary>Those of the owner's deals that want attention, most urgent first, as many as are looked at for a digest of the reader's.</summary>
    internal IReadOnlyList<DueDeal> Due(Person owner, Person reader, DateTimeOffset now) =>
    [
        .. AllDue(owner.Id, now).OrderByDescending(look => look.Urgency).ThenBy(look => look.Deal.ToString(), StringComparer.Ordinal)
            .Take(Reminder.MostLookedAt(reader)).Select(look => _deals[look.Deal]),
    ];

    /// <summary>How many of their deals want attention.</summary>
    internal int CountDue(PersonId owner, DateTimeOffset now) => AllDue(owner, now).Count();

    /// <summary>Those of their deals that are left strung along, the most urgent first.</summary>
    internal IReadOnlyList<Deal> Left(Person owner, DateTimeOffset now)
    {
        var calendar = holidays.For(workspace, owner);
        return
        [
            .. Of(owner.Id).Select(id => _deals[id].Deal)
                .Where(deal => deal.Course.PutOffs + LeftStrungAlong.MostByClock >= workspace.Silence.StrungAlongAt && LeftStrungAlong.Is(deal, owner, workspace, calendar, now))
                .OrderByDescending(deal => _looks[deal.Id].Urgency).ThenBy(deal => deal.Id.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>Those who cannot be reached.</summary>
    internal IEnumerable<Person> Gone => _gone.Where(_people.ContainsKey).Select(id => _people[id].Person);

    /// <summary>Somebody's open and parked deals.</summary>
    internal IReadOnlyList<Deal> LiveOf(PersonId owner) => [.. Of(owner).Select(id => _deals[id].Deal).Where(deal => deal.State is DealState.Open or DealState.Parked)];

    internal WorkCalendar CalendarOf(Person person) => holidays.For(workspace, person);

    private List<Deal> Seen() =>
    [
        .. _needs.Seen().Where(_deals.ContainsKey).Select(id => _deals[id].Deal).Where(deal => deal.State == DealState.Open)
            .OrderByDescending(deal => _looks[deal.Id].Urgency).ThenBy(deal => deal.Id.ToString(), StringComparer.Ordinal),
    ];

    private IEnumerable<NextLook> AllDue(PersonId owner, DateTimeOffset now) => Of(owner).Select(id => _looks[id]).Where(look => look.At <= now);

    private IEnumerable<CoveredDeals> Covered(Person reader, DateTimeOffset now) =>
        from away in _people.Values
        let today = away.Person.Today(now)
        where away.Person.Absences.Any(a => a.Cover == reader.Id && a.From <= today && today <= a.Until)
        select new CoveredDeals(away.Person, Due(away.Person, reader, now));

    private List<DealId> Of(PersonId? owner)
    {
        if (owner is not { } of)
        {
            return [];
        }

        if (!_dealsOf.TryGetValue(of, out var deals))
        {
            _dealsOf.Add(of, deals = []);
        }

        return deals;
    }
}

/// <summary>A digest that would be sent, or what needs a manager, or both.</summary>
public sealed record Foreseen(Person To, DigestDecision Decision, ReminderLine Line);
