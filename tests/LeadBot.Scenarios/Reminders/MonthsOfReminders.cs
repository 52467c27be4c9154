using System.Globalization;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Scenarios.Reminders;

/// <summary>200 reps with 100 deals each, 120 days from a Monday in February on, six time zones, three temperaments.</summary>
public sealed class MonthsOfReminders(ITestOutputHelper output)
{
    private const int Days = 120;

    /// <summary>A rep has four weeks to end it, then their manager hears of it within two.</summary>
    private const int Grace = 42;

    private static readonly DateTimeOffset s_start = new(2026, 2, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nobody_is_nagged_more_than_was_promised_and_no_strung_along_deal_stays_hidden_for_six_weeks()
    {
        var simulation = new Simulation(200, 100, s_start, seed: 1);

        simulation.Run(Days, day => Assert.Empty(Hidden(simulation, day)));

        foreach (var temperament in Enum.GetValues<Temperament>())
        {
            var months = Reps(simulation, temperament).Select(rep => simulation.Watch.Digests.GetValueOrDefault(rep.Id, []).Count * 30.0 / Days).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{temperament}: {months.Average():0.0} digests per rep in 30 days, {months.Max():0.0} at most"));
        }

        Assert.All(Reps(simulation, Temperament.Ignorer), rep => Assert.InRange(MostWithin(60, simulation.Watch.Digests[rep.Id]), 5, 15));
        Assert.DoesNotContain(simulation.Reps.Values, rep => rep.IsMuted && simulation.Watch.Digests.ContainsKey(rep.Id));
    }

    private static IEnumerable<Rep> Reps(Simulation simulation, Temperament temperament) => simulation.Reps.Values.Where(rep => rep.Temperament == temperament && !rep.IsMuted);

    private static int MostWithin(int days, List<DateTimeOffset> digests) => digests.Max(first => digests.Count(at => at >= first && at < first.AddDays(days)));

    /// <summary>
    /// Open deals, of every temperament and of those who muted, that are strung along and untouched, or strung along and
    /// without progress for twice as long, of which no manager was told within two weeks: by name, or in the line of their rep.
    /// </summary>
    private static IEnumerable<string> Hidden(Simulation simulation, DateTimeOffset now) =>
        from due in simulation.Engine.Deals.Values
        let deal = due.Deal
        let course = deal.Course
        where deal.State == DealState.Open && course.PutOffs >= simulation.Workspace.Silence.StrungAlongAt && now >= s_start.AddDays(Grace)
        where course.ChangedAt < now.AddDays(-Grace) || course.SilentSince < DateOnly.FromDateTime(now.UtcDateTime).AddDays(-2 * Grace)
        where !WasTold(simulation, now, new Raised(Need.StrungAlongInVain, deal.Owner, deal.Id, now)) && !WasTold(simulation, now, new Raised(Need.LeftStrungAlong, deal.Owner, null, now))
        select $"{deal.Name} of {deal.Owner}, put off {course.PutOffs} times, last on {course.ChangedAt:d}, on {now:d}";

    private static bool WasTold(Simulation simulation, DateTimeOffset now, Raised raised) =>
        simulation.Watch.Told.TryGetValue(raised.About, out var at) && at >= now.AddDays(-Grace / 3);
}
