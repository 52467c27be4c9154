using CsCheck;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using LeadBot.Domain.Tests.Staleness;

namespace LeadBot.Domain.Tests.Deals;

/// <summary>What holds for every deal, whatever happens to it.</summary>
public sealed class AnyLifeTests
{
    [Fact]
    public void Silence_and_put_offs_are_what_counting_day_by_day_gives() => Life.Any.Sample(
        life =>
        {
            var walked = new DayByDay(life);
            foreach (var (done, _, after, today) in life.Lived())
            {
                walked.Live(done);
                Assert.Equal(walked.Parked, after.State == DealState.Parked);
                Assert.Equal(walked.PutOffs, after.Course.PutOffs);
                if (!walked.Parked)
                {
                    Assert.Equal(walked.Silence, Silence.Of(after, today, life.Calendar, life.Rules).Silence);
                }
            }
        },
        iter: 5000);

    [Fact]
    public void Put_offs_never_become_fewer_without_progress() => Life.Any.Sample(life => life.Lived().All(l =>
        l.Done.Deed == Deed.Progress ? l.After.Course.PutOffs == 0 : l.After.Course.PutOffs >= l.Before.Course.PutOffs));

    [Fact]
    public void Nothing_but_progress_or_coming_back_from_parking_changes_the_silence_of_the_day() => Life.Any.Sample(life => life.Lived().All(l =>
        l.Done.Deed is Deed.Progress or Deed.Park or Deed.Reopen || l.Before.State != DealState.Open
            || Silence.Of(l.Before, l.Today, life.Calendar, life.Rules).Silence == Silence.Of(l.After, l.Today, life.Calendar, life.Rules).Silence));

    [Fact]
    public void Hours_are_never_lost() => Life.Any.Sample(life =>
    {
        var logged = 0;
        foreach (var (done, _, after, _) in life.Lived())
        {
            logged += done.Deed is Deed.Progress or Deed.PutOff or Deed.NoContact ? 1 : 0;
            Assert.Equal(logged, after.Course.HoursSunk);
            Assert.InRange(after.Course.HoursSinceProgress, 0, logged);
        }
    });

    [Fact]
    public void Settling_twice_is_settling_once() => Gen.Select(Life.Any, Gen.Int[0, 60]).Sample((life, later) =>
    {
        foreach (var (_, _, deal, today) in life.Lived())
        {
            var day = today.AddDays(later);
            var settled = life.Settled(deal, day);
            Assert.Null(Living.Settle(settled, Story.Noon(day), day, life.Calendar, life.Rules));
        }
    });

    [Fact]
    public void Settling_every_day_comes_to_the_same_as_settling_once() => Gen.Select(Life.Any, Gen.Int[0, 60]).Sample((life, later) =>
    {
        foreach (var (_, _, deal, today) in life.Lived())
        {
            var daily = deal;
            for (var day = today; day < today.AddDays(later); day = day.AddDays(1))
            {
                daily = life.Settled(daily, day);
            }

            var last = today.AddDays(later);
            Assert.Equal(Facts(life.Settled(deal, last)), Facts(life.Settled(daily, last)));
        }
    });

    [Fact]
    public void Settling_an_open_deal_does_not_change_its_silence() => Gen.Select(Life.Any, Gen.Int[0, 60]).Sample((life, later) =>
        life.Lived().All(l => l.After.State != DealState.Open
            || Silence.Of(l.After, l.Today.AddDays(later), life.Calendar, life.Rules).Silence
                == Silence.Of(life.Settled(l.After, l.Today.AddDays(later)), l.Today.AddDays(later), life.Calendar, life.Rules).Silence));

    [Fact]
    public void Until_the_next_change_there_is_nothing_new_to_say_and_then_there_is() => Life.Any.Sample(life =>
    {
        foreach (var (_, _, deal, today) in life.Lived())
        {
            var change = Silence.NextChange(deal, today, life.Calendar, life.Rules);
            for (var day = today.AddDays(1); day <= (change ?? today.AddDays(90)); day = day.AddDays(1))
            {
                Assert.Equal(day == change, IsNews(life, deal, day));
            }
        }
    });

    /// <summary>Two colleagues on either side of the date line log the same calls: their days differ, by one at most.</summary>
    [Fact]
    public void The_same_calls_in_two_time_zones_differ_by_a_day_of_silence_at_most()
    {
        TimeZoneInfo[] zones = [TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"), TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu")];
        Gen.Select(Gen.Int[0, 23], Gen.Select(Gen.Enum<TouchKind>(), Gen.Int[0, 200]).List[1, 12]).Sample((hour, calls) =>
        {
            var lives = zones.Select(zone =>
            {
                var at = Story.Noon(RandomCalendars.Start).AddHours(hour);
                DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
                var deal = Life.Started(Today());
                foreach (var (kind, hours) in calls)
                {
                    at = at.AddHours(hours);
                    deal = Living.Log(deal, new Touch(kind, 1, null), at, Today(), WorkCalendar.MondayToFriday).Deal;
                }

                return (deal.Course, Standing: Silence.Of(deal, Today(), WorkCalendar.MondayToFriday, SilenceRules.Usual));
            }).ToList();
            Assert.Equal(lives[0].Course.PutOffs, lives[1].Course.PutOffs);
            Assert.Equal(lives[0].Course.HoursSinceProgress, lives[1].Course.HoursSinceProgress);
            Assert.InRange(lives[0].Standing.Silence - lives[1].Standing.Silence, -1, 1);
        });
    }

    private static bool IsNews(Life life, Deal deal, DateOnly day) =>
        Living.Settle(deal, Story.Noon(day), day, life.Calendar, life.Rules) is not null
        || (deal.State == DealState.Open && (deal.Course.AskOn == day || deal.Course.NotNow?.Until == day || BecomesStale(life, deal, day)));

    private static bool BecomesStale(Life life, Deal deal, DateOnly day) =>
        Silence.Of(deal, day, life.Calendar, life.Rules).Silence > life.Rules.Limit
        && Silence.Of(deal, day.AddDays(-1), life.Calendar, life.Rules).Silence <= life.Rules.Limit;

    private static object Facts(Deal deal) => (
        deal.State,
        deal.ParkedUntil,
        deal.Course with { ChangedAt = default, Pauses = [] },
        string.Join(' ', deal.Course.Pauses));
}
