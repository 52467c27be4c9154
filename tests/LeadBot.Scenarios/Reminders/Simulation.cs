using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Staleness;

namespace LeadBot.Scenarios.Reminders;

/// <summary>Months of a sales team: the engine that reminds, and people who do with it what is in their nature.</summary>
internal sealed class Simulation
{
    private static readonly WorkspaceId s_id = new("local");
    private static readonly PlaybookShelf s_noPlaybooks = new(new Dictionary<PlaybookId, Playbook>(), new Dictionary<PlaybookHash, Playbook>());

    private readonly Random _chance;
    private readonly Dictionary<PersonId, Rep> _reps;
    private readonly Dictionary<PersonId, List<DealId>> _deals = [];

    public Simulation(int reps, int dealsEach, DateTimeOffset start, int seed)
    {
        (_chance, Start) = (new Random(seed), start);
        Workspace = new Workspace(s_id, null, null, new Dictionary<string, PlaybookId>(), null, Managers: [.. Rep.Zones.Select(Rep.Manager)]);
        Engine = new Foresight(Workspace, s_noPlaybooks, HolidayShelf.Empty, TeamRecord.None);
        Watch = new Watch(this);
        _reps = Enumerable.Range(0, reps).Select(Rep.Number).ToDictionary(rep => rep.Id);
        foreach (var zone in Rep.Zones)
        {
            Join(Rep.Person(Rep.Manager(zone), zone, s_id));
        }

        foreach (var (rep, number) in _reps.Values.Select((rep, number) => (rep, number)))
        {
            Join(Rep.Person(rep.Id, Rep.Zones[number % Rep.Zones.Count], s_id, rep.IsMuted ? DateOnly.MaxValue : null));
            _deals.Add(rep.Id, [.. Enumerable.Range(0, dealsEach).Select(deal => Begin(rep.Id, (number * dealsEach) + deal))]);
        }
    }

    public DateTimeOffset Start { get; }

    public Workspace Workspace { get; }

    public Foresight Engine { get; }

    public Watch Watch { get; }

    public IReadOnlyDictionary<PersonId, Rep> Reps => _reps;

    /// <param name="check">At the end of each day.</param>
    public void Run(int days, Action<DateTimeOffset> check)
    {
        for (var day = 1; day <= days; day++)
        {
            var until = Start.AddDays(day);
            foreach (var sent in Engine.Until(until))
            {
                Watch.See(sent);
                React(sent);
            }

            foreach (var rep in _reps.Values)
            {
                Work(rep, until);
            }

            check(until);
        }
    }

    /// <summary>What somebody does to an open deal, once the clock did its part.</summary>
    private void Do(DealId id, DateTimeOffset at, Func<Deal, DateOnly, WorkCalendar, DealChange> act)
    {
        var due = Engine.Deals[id];
        var owner = Engine.People[due.Deal.Owner].Person;
        var (today, calendar, rules) = (owner.Today(at), HolidayShelf.Empty.For(Workspace, owner), Workspace.RulesFor(due.Deal.Stage));
        var settled = Living.Settle(due.Deal, at, today, calendar, rules);
        if ((settled?.Deal ?? due.Deal) is not { State: DealState.Open } open)
        {
            return;
        }

        var change = act(open, today, calendar);
        Watch.Changed(id);
        Engine.Put(new DealChange(change.Deal with { Revision = due.Deal.Revision + 1 }, [.. settled?.What ?? [], .. change.What]), at);
    }

    private void React(Foreseen sent)
    {
        var at = sent.Line.At.AddMinutes(30);
        if (sent.Decision.Digest is null || !_reps.TryGetValue(sent.To.Id, out var rep) || rep.Temperament == Temperament.Ignorer || rep.Temperament == Temperament.Average && _chance.Next(2) == 0)
        {
            return;
        }

        foreach (var (deal, _) in sent.Decision.Listings.Take(rep.Temperament == Temperament.Diligent ? int.MaxValue : 2))
        {
            Handle(rep, deal, at);
        }

        Engine.Put(Reminder.Later(Engine.People[rep.Id] with { Unpressed = 0 }, Workspace, HolidayShelf.Empty, at));
    }

    private void Handle(Rep rep, DealId deal, DateTimeOffset at)
    {
        var chance = _chance.NextDouble();
        var strung = rep.Temperament == Temperament.Average && chance < 0.4;
        if (!strung)
        {
            Watch.Handled(deal, at);
        }

        Do(deal, at, (open, today, calendar) => strung ? Living.Log(open, new Touch(TouchKind.PutOff, 0.5m, null), at, today, calendar)
            : chance < 0.7 ? Living.Lose(open, new Loss("Other", "It was going nowhere.", at, 6))
            : chance < 0.85 ? Living.Park(open, today.AddDays(45), at)
            : Moves(open, at, today, calendar));
    }

    private DealChange Moves(Deal open, DateTimeOffset at, DateOnly today, WorkCalendar calendar)
    {
        var moved = Living.Log(open, new Touch(TouchKind.Progress, 1, null), at, today, calendar);
        var planned = Living.Plan(moved.Deal, "send the quote", calendar.Add(today, _chance.Next(5, 11)), at, today, calendar, Workspace.RulesFor(null));
        return new DealChange(planned.Deal, [.. moved.What, .. planned.What]);
    }

    /// <summary>What a rep does on a day unasked.</summary>
    private void Work(Rep rep, DateTimeOffset at)
    {
        if (rep.Temperament == Temperament.Ignorer || !HolidayShelf.Empty.For(Workspace, Engine.People[rep.Id].Person).IsWorkingDay(Engine.People[rep.Id].Person.Today(at)))
        {
            return;
        }

        var diligent = rep.Temperament == Temperament.Diligent;
        foreach (var _ in Enumerable.Range(0, diligent ? 4 : 2))
        {
            Do(_deals[rep.Id][_chance.Next(_deals[rep.Id].Count)], at, (open, today, calendar) =>
                _chance.NextDouble() < (diligent ? 0.6 : 0.25) ? Moves(open, at, today, calendar) : Living.Log(open, new Touch(TouchKind.PutOff, 0.5m, null), at, today, calendar));
        }
    }

    private void Join(Person person) => Engine.Put(Reminder.Later(new Remindable(person, 0, null, null), Workspace, HolidayShelf.Empty, Start));

    private DealId Begin(PersonId owner, int number)
    {
        var at = Start.AddDays(-_chance.Next(1, 60));
        var id = new DealId(new Guid(number, 0, 0, new byte[8]));
        var course = Course.StartingOn(DateOnly.FromDateTime(at.UtcDateTime), at) with { PutOffs = _chance.Next(0, 4), HoursSunk = _chance.Next(0, 12) };
        Engine.Put(new DueDeal(new Deal(id, s_id, owner, $"Deal {number}", DealState.Open, 1, at, Course: course, Value: _chance.Next(1, 50) * 1000), null), Start);
        return id;
    }
}
