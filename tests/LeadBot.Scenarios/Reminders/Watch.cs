using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Staleness;

namespace LeadBot.Scenarios.Reminders;

/// <summary>Sees every digest go out, and holds it to what was promised.</summary>
internal sealed class Watch(Simulation simulation)
{
    private readonly Dictionary<DealId, (DateOnly Day, Listed Listed)> _listed = [];
    private readonly Dictionary<DealId, DateTimeOffset> _handled = [];
    private readonly HashSet<DealId> _changed = [];
    private readonly HashSet<(PersonId, DateOnly)> _days = [];

    /// <summary>When each rep got a digest.</summary>
    public Dictionary<PersonId, List<DateTimeOffset>> Digests { get; } = [];

    /// <summary>What managers were told of, and when last.</summary>
    public Dictionary<string, DateTimeOffset> Told { get; } = [];

    /// <summary>Something was done to it since it was listed.</summary>
    public void Changed(DealId deal) => _changed.Add(deal);

    /// <summary>A rep dealt with it as a digest asked.</summary>
    public void Handled(DealId deal, DateTimeOffset at) => _handled[deal] = at;

    public void See(Foreseen sent)
    {
        var (at, to, decision) = (sent.Line.At, sent.To, sent.Decision);
        var local = TimeZoneInfo.ConvertTime(at, to.Zone);
        var (day, time, calendar) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime), HolidayShelf.Empty.For(simulation.Workspace, to));
        Assert.True(_days.Add((to.Id, day)), $"{to.Name} was reminded twice on {day}.");
        Assert.True(time >= to.Digest.At && time < to.Digest.QuietFrom && calendar.IsWorkingDay(day), $"{to.Name} was reminded on {local}.");
        Assert.Null(to.Digest.MutedUntil);
        foreach (var (about, _) in decision.Told)
        {
            Told[about] = at;
        }

        if (decision.Digest is null)
        {
            return;
        }

        Digests.TryAdd(to.Id, []);
        Digests[to.Id].Add(at);
        var byClock = decision.Changes.Select(change => change.Deal.Id).ToHashSet();
        foreach (var (deal, listed) in decision.Listings)
        {
            if (!_changed.Contains(deal) && !byClock.Contains(deal) && _listed.TryGetValue(deal, out var before))
            {
                Assert.True(DigestTime.IsFirstOfWeek(to, calendar, day), $"{deal} did not change and was repeated on a {day.DayOfWeek}.");
                Assert.True(before.Day.AddDays(ListingGaps.Days(before.Listed.Times)) <= day, $"{deal} did not change and was listed on {before.Day} and {day}.");
            }

            if (simulation.Reps[to.Id].Temperament == Temperament.Diligent && _handled.TryGetValue(deal, out var handled))
            {
                Assert.True((at - handled).TotalDays > 5, $"{to.Name} had dealt with {deal} on {handled} and saw it again on {at}.");
            }

            _listed[deal] = (day, listed);
            _changed.Remove(deal);
        }
    }
}
