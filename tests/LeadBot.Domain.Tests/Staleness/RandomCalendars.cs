using CsCheck;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>Calendars of every sort: odd weeks, clustered holidays, absences that overlap, touch or never end.</summary>
internal static class RandomCalendars
{
    public static readonly DateOnly Start = new(2026, 3, 2);

    public static readonly Gen<DateOnly> Day = Gen.Int[-30, 200].Select(Start.AddDays);

    public static readonly Gen<WorkCalendar> Calendar = Gen.Select(
        Gen.Enum<DayOfWeek>().HashSet[1, 7],
        Day.HashSet[0, 25],
        Gen.Select(Day, Gen.Int[0, 25], (from, days) => new Absence(from, from.AddDays(days))).List[0, 4],
        (days, holidays, absences) => new WorkCalendar(days, holidays, absences));

    public static readonly Gen<IReadOnlyList<Pause>> Pauses =
        Gen.Select(Day, Gen.Int[-1, 15], (from, days) => new Pause(from, from.AddDays(days))).List[0, 4].Select(p => (IReadOnlyList<Pause>)[.. p.OrderBy(x => x.From)]);
}
