using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Reminders;

/// <summary>20 reps with 20 deals each, some of them strung along, for 40 days in a real file: the first eight end what their digests list, the next eight do nothing, the last four muted them for good.</summary>
public sealed class WeeksOfSweeps : IDisposable
{
    private const int Reps = 20;
    private const int DealsEach = 20;

    private static readonly WorkspaceId s_local = new("local");
    private static readonly PersonId s_kim = new("kim");
    private static readonly PlaybookShelf s_noPlaybooks = new(new Dictionary<PlaybookId, Playbook>(), new Dictionary<PlaybookHash, Playbook>());

    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // Kim is the admin then, and nobody is a manager
    public async Task Every_strung_along_deal_is_ended_or_told_of_and_nobody_is_reminded_twice_a_day_or_against_their_will(bool withManager)
    {
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input));
        await bench.TakeAsync(bench.Message("kim", conversation: "of kim", person: "kim"));
        foreach (var rep in Enumerable.Range(0, Reps))
        {
            await bench.TakeAsync(bench.Message(Rep(rep), conversation: $"of {Rep(rep)}", person: Rep(rep)));
        }

        await InTurnAsync(bench, session => Begin(session, withManager, bench.Clock.GetUtcNow()));
        foreach (var _ in Enumerable.Range(0, 40))
        {
            bench.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(0, (await bench.SweepAsync()).Failures);
            await InTurnAsync(bench, session => EndListed(session, bench.Clock.GetUtcNow()));
        }

        using var tables = bench.Tables();
        var told = tables.Told.ToDictionary(row => row.About, row => row.ListedOn);
        var (today, open) = (DateOnly.FromDateTime(bench.Clock.GetUtcNow().UtcDateTime).DayNumber, await InTurnAsync(bench, Open));
        Assert.NotEmpty(open);
        Assert.All(open, deal => Assert.InRange(today - told[$"{nameof(Need.LeftStrungAlong)}:{deal.Owner}"], 0, 14));
        Assert.All(tables.Told, row => Assert.Equal("kim", row.Manager));
        Assert.DoesNotContain(tables.Digests, digest => string.CompareOrdinal(digest.Person, Rep(16)) >= 0);
        Assert.All(tables.Digests, digest => Assert.False(DateOnly.FromDayNumber(digest.Day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.All(tables.Digests.ToList().GroupBy(digest => (digest.Person, digest.Day)), day => Assert.Single(day));
        Assert.All(Enumerable.Range(8, 8), rep => Assert.InRange(tables.Digests.Count(digest => digest.Person == Rep(rep)), 5, 12));
    }

    private static string Rep(int number) => $"rep-{number:00}";

    private static Task<T> InTurnAsync<T>(TurnBench bench, Func<WriteSession, T> act) => bench.Store.Gate.TurnAsync(Databases.Local, act, TestContext.Current.CancellationToken);

    private static bool Begin(WriteSession session, bool withManager, DateTimeOffset now)
    {
        var workspace = Workspaces.Find(session, s_local)! with { Admin = s_kim, Managers = withManager ? [s_kim] : [] };
        Workspaces.Save(session, workspace);
        foreach (var number in Enumerable.Range(0, Reps * DealsEach))
        {
            var rep = People.Find(session, s_local, new PersonId(Rep(number / DealsEach)))!;
            if (number / DealsEach >= 16)
            {
                People.Save(session, rep with { Digest = DigestTimes.Usual with { MutedUntil = DateOnly.MaxValue } });
            }

            var at = now.AddDays(-5 - (number % 50));
            var course = Course.StartingOn(DateOnly.FromDateTime(at.UtcDateTime), at) with { PutOffs = number % 5 };
            var deal = new Deal(new DealId(new Guid(number + 1, 0, 0, new byte[8])), s_local, rep.Id, $"Deal {number}", DealState.Open, 1, at, Course: course);
            Deals.SaveByClock(session, new DealChange(deal, [new Happening.Imported()]), workspace, s_noPlaybooks, at);
        }

        return true;
    }

    /// <summary>Those who do what a digest asks drop what today's listed.</summary>
    private static bool EndListed(WriteSession session, DateTimeOffset now)
    {
        var workspace = Workspaces.Find(session, s_local)!;
        foreach (var due in Enumerable.Range(0, 8).SelectMany(rep => SentDigests.DealsOf(session, s_local, new PersonId(Rep(rep)), DateOnly.FromDateTime(now.UtcDateTime))))
        {
            var lost = Living.Lose(due.Deal, new Loss("Other", "It was going nowhere.", now, 0));
            Deals.SaveByClock(session, new DealChange(lost.Deal with { Revision = due.Deal.Revision + 1 }, lost.What), workspace, s_noPlaybooks, now);
            DueDeals.LookAgain(session, s_local, new NextLook(due.Deal.Id, null, 0), due.Deal.Revision + 1);
        }

        return true;
    }

    /// <summary>All that are strung along; nothing happened to any of them for the 40 days.</summary>
    private static List<Deal> Open(WriteSession session) =>
    [
        .. Enumerable.Range(0, Reps).SelectMany(rep => Deals.LiveOf(session, s_local, new PersonId(Rep(rep)), DealsEach))
            .Where(deal => deal.State == DealState.Open && deal.Course.PutOffs >= 3),
    ];

    public void Dispose() => _directory.Dispose();
}
