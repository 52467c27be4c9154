using CsCheck;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using static LeadBot.Dialog.Tests.Digests.Mornings;

namespace LeadBot.Dialog.Tests.Digests;

/// <summary>Whatever is done to a dozen deals over a quarter of a year, in whatever settings.</summary>
public sealed class EveryMorningTests
{
    private const int Weeks = 13;

    private sealed record Step(int Day, int Deal, int What, int Number);

    private static readonly Gen<Step[]> s_steps = Gen.Select(Gen.Int[0, (Weeks * 7) - 1], Gen.Int[0, 11], Gen.Int[0, 8], Gen.Int[1, 30], (day, deal, what, number) => new Step(day, deal, what, number)).Array[0, 80];

    private static readonly Gen<Mornings> s_mornings = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 6], Gen.Int[0, 40], Gen.Int[0, 20], Gen.Int[1, 127], Gen.Int[0, 8]).Select((zone, most, mute, away, days, park) =>
    {
        var mornings = new Mornings();
        mornings.Workspace = mornings.Workspace with { AutoParkAfter = park < 5 ? null : park };
        mornings.Dana = mornings.Dana with
        {
            TimeZone = ((string[])["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])[zone],
            Absences = away == 0 ? [] : [new Absence(Monday.AddDays(away), Monday.AddDays(2 * away))],
            Digest = DigestTimes.Usual with
            {
                MostDeals = most,
                Days = [.. Enum.GetValues<DayOfWeek>().Where(day => (days & (1 << (int)day)) != 0)],
                MutedUntil = mute < 10 ? null : Monday.AddDays(mute),
            },
        };
        return mornings;
    });

    [Fact]
    public void A_digest_is_short_never_repeats_inside_a_gap_and_never_comes_while_muted_or_away() => s_mornings.SelectMany(mornings => s_steps, (mornings, steps) => (mornings, steps)).Sample(
        sample => Live(sample.mornings, sample.steps, (mornings, day, before, decision) =>
        {
            if (decision.Digest is null)
            {
                Assert.Empty(decision.Listings);
                Assert.Empty(decision.Changes);
                return;
            }

            Assert.True(mornings.Calendar.IsWorkingDay(day));
            Assert.False(day < mornings.Dana.Digest.MutedUntil);
            Assert.InRange(decision.Listings.Count, 1, mornings.Dana.Digest.MostDeals);
            Assert.Distinct(decision.Listings.Select(listing => listing.Deal));
            foreach (var (id, listed) in decision.Listings)
            {
                var due = before[id];
                Assert.False(due.Deal.Course.NotNow?.Until > day);
                if (listed.Times > 1)
                {
                    var news = listed.ParkOn != due.Listed!.ParkOn || due.Deal.Course.AskOn > due.Listed.On;
                    Assert.True(news || due.Listed.On.AddDays(ListingGaps.Days(due.Listed.Times)) <= day && DigestTime.IsFirstOfWeek(mornings.Dana, mornings.Calendar, day));
                }
            }
        }),
        iter: 100);

    [Fact]
    public void No_deal_is_listed_before_its_attention_was_due() => s_mornings.SelectMany(mornings => s_steps, (mornings, steps) => (mornings, steps)).Sample(
        sample =>
        {
            var attention = new Dictionary<Domain.DealId, DateTimeOffset?>();
            Live(
                sample.mornings,
                sample.steps,
                (mornings, day, before, decision) =>
                {
                    var now = mornings.At(day);
                    Assert.All(decision.Listings, listing => Assert.True(attention[listing.Deal] <= now, $"{day}: {before[listing.Deal]}, attention at {attention[listing.Deal]}"));

                    // As the storage does: worked out anew for what was looked at and for what changed.
                    foreach (var due in mornings.All.Where(due => attention[due.Deal.Id] <= now))
                    {
                        attention[due.Deal.Id] = At(mornings, due, now);
                    }
                },
                (mornings, due, now) => attention[due.Deal.Id] = At(mornings, due, now));
        },
        iter: 100);

    private static DateTimeOffset? At(Mornings mornings, DueDeal due, DateTimeOffset now) =>
        Attention.At(due.Deal, due.Listed, mornings.Dana, mornings.Workspace, mornings.Calendar, mornings.Playbooks, now);

    private static void Live(
        Mornings mornings,
        Step[] steps,
        Action<Mornings, DateOnly, IReadOnlyDictionary<Domain.DealId, DueDeal>, DigestDecision> look,
        Action<Mornings, DueDeal, DateTimeOffset>? changed = null)
    {
        List<Deal> deals = [.. Enumerable.Range(0, 12).Select(i => mornings.Make($"Deal {i}", Monday.AddDays(-5 * i)))];
        deals.ForEach(deal => changed?.Invoke(mornings, mornings.Of(deal), mornings.At(Monday, 0, 0)));
        for (var i = 0; i < Weeks * 7; i++)
        {
            var day = Monday.AddDays(i);
            var before = mornings.All.ToDictionary(due => due.Deal.Id);
            look(mornings, day, before, mornings.Compose(day));
            foreach (var step in steps.Where(step => step.Day == i))
            {
                var now = mornings.At(day, 14);
                if (mornings.Of(deals[step.Deal]).Deal is { State: DealState.Open })
                {
                    mornings.Do(deals[step.Deal], deal => Done(mornings, deal, step, now, day));
                    changed?.Invoke(mornings, mornings.Of(deals[step.Deal]), now);
                }
            }
        }
    }

    private static DealChange Done(Mornings mornings, Deal deal, Step step, DateTimeOffset now, DateOnly day)
    {
        var (calendar, rules) = (mornings.Calendar, mornings.Workspace.RulesFor(deal.Stage));
        var settled = Living.Settle(deal, now, day, calendar, rules)?.Deal ?? deal;
        var until = day.AddDays(step.Number);
        return step.What switch
        {
            0 => Living.Log(settled, new Touch(TouchKind.Progress, 1, null), now, day, calendar),
            1 or 2 => Living.Log(settled, new Touch(TouchKind.PutOff, 0.5m, null), now, day, calendar),
            3 => Living.Log(settled, new Touch(TouchKind.NoContact, 0.5m, null), now, day, calendar),
            4 => Living.Plan(settled, "send the quote", until, now, day, calendar, rules),
            5 => Living.AskOn(settled, until, now, day),
            6 => Living.Park(settled, until, now),
            7 => Living.SetAside(settled, until, now),
            _ => new DealChange(settled with { Kept = new Keeping(Domain.Qualification.VerdictKind.WalkAway, "a hunch", step.Number / 10m, now, settled.Course.HoursSunk) }, [new Happening.KeptAnyway(Domain.Qualification.VerdictKind.WalkAway, "a hunch", 1)]),
        };
    }
}
