using System.Globalization;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Scenarios.Reminders;

/// <summary>200 reps with 100 deals each, 120 days from a Monday in February on, six time zones, three temperaments.</summary>
public sealed class MonthsOfReminders(ITestOutputHelper output)
{
    private const int Days = 120;

    private static readonly DateTimeOffset s_start = new(2026, 2, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nobody_is_nagged_more_than_was_promised_and_no_strung_along_deal_of_a_diligent_rep_or_of_an_ignorer_stays_hidden()
    {
        var simulation = new Simulation(200, 100, s_start, seed: 1);

        simulation.Run(Days);

        foreach (var temperament in Enum.GetValues<Temperament>())
        {
            var months = Reps(simulation, temperament).Select(rep => simulation.Watch.Digests.GetValueOrDefault(rep.Id, []).Count * 30.0 / Days).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{temperament}: {months.Average():0.0} digests per rep in 30 days, {months.Max():0.0} at most"));
        }

        Assert.All(Reps(simulation, Temperament.Ignorer), rep => Assert.InRange(MostWithin(60, simulation.Watch.Digests[rep.Id]), 5, 15));
        Assert.DoesNotContain(simulation.Reps.Values, rep => rep.IsMuted && simulation.Watch.Digests.ContainsKey(rep.Id));
        var untold = Untold(simulation, s_start.AddDays(Days)).ToList();
        output.WriteLine($"{untold.Count} deals are strung along for six weeks and no manager was told yet: their reps have more than a digest repeats in a week");
        // An average rep has more of them than five a digest can hold; those with less at stake wait.
        Assert.Empty(untold.Where(due => simulation.Reps[due.Deal.Owner].Temperament != Temperament.Average).Select(due => $"{due.Deal.Name} of {due.Deal.Owner}, put off {due.Deal.Course.PutOffs} times, last on {due.Deal.Course.ChangedAt:d}"));
    }

    private static IEnumerable<Rep> Reps(Simulation simulation, Temperament temperament) => simulation.Reps.Values.Where(rep => rep.Temperament == temperament && !rep.IsMuted);

    private static int MostWithin(int days, List<DateTimeOffset> digests) => digests.Max(first => digests.Count(at => at >= first && at < first.AddDays(days)));

    /// <summary>Open deals that are strung along for more than six weeks and of which no manager heard; a rep who mutes digests is their manager's to ask.</summary>
    private static IEnumerable<DueDeal> Untold(Simulation simulation, DateTimeOffset now) =>
        from due in simulation.Engine.Deals.Values
        let deal = due.Deal
        where deal.State == DealState.Open && deal.Course.PutOffs >= simulation.Workspace.Silence.StrungAlongAt && deal.Course.ChangedAt < now.AddDays(-42)
        where !simulation.Reps[deal.Owner].IsMuted
        where !simulation.Watch.Told.Contains(new Raised(Need.StrungAlongInVain, deal.Owner, deal.Id, now).About)
        where !simulation.Watch.Told.Contains(new Raised(Need.DigestsUnpressed, deal.Owner, null, now).About)
        select due;
}
