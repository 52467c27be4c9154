using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Staleness;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests.Digests;

/// <summary>One rep's deals and their digests, day after day, keeping in memory what the storage would keep.</summary>
internal sealed class Mornings
{
    public static readonly DateOnly Monday = new(2027, 3, 1);

    private readonly Dictionary<DealId, DueDeal> _deals = [];
    private int _made;

    public Person Dana { get; set; } = new(new PersonId("dana"), new WorkspaceId("local"), "Dana", "Europe/Berlin", Team: "sales");

    public Workspace Workspace { get; set; } = new(new WorkspaceId("local"), new PersonId("boss"), null, new Dictionary<string, PlaybookId>(), null);

    public PlaybookShelf Playbooks { get; set; } = new(
        new Dictionary<PlaybookId, Playbook> { [LoseFast.Playbook.Id] = LoseFast.Playbook }, new Dictionary<PlaybookHash, Playbook> { [LoseFast.Playbook.Hash] = LoseFast.Playbook });

    public HolidayShelf Holidays { get; set; } = HolidayShelf.Empty;

    public TeamRecord Team { get; set; } = TeamRecord.None;

    public LastDigest? Last { get; set; }

    public int Unpressed { get; set; }

    public List<CoveredDeals> Covered { get; } = [];

    public List<RaisedNow> Exceptions { get; } = [];

    public WorkCalendar Calendar => Holidays.For(Workspace, Dana);

    public IEnumerable<DueDeal> All => _deals.Values;

    /// <summary>The instant Dana's clock shows that time.</summary>
    public DateTimeOffset At(DateOnly day, int hour = 8, int minute = 30)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, Dana.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>A deal that was put off so often and is silent since that day; changed last at noon of that day.</summary>
    public Deal Make(string name, DateOnly silentSince, int putOffs = 0, Func<Deal, Deal>? with = null)
    {
        var at = At(silentSince, 12);
        var deal = new Deal(new DealId(new Guid(++_made, 0, 0, new byte[8])), Workspace.Id, Dana.Id, name, DealState.Open, 1, at, Course: new Course(silentSince, at, PutOffs: putOffs));
        return Put(with?.Invoke(deal) ?? deal);
    }

    public Deal Put(Deal deal)
    {
        _deals[deal.Id] = new DueDeal(deal, _deals.GetValueOrDefault(deal.Id)?.Listed);
        return deal;
    }

    /// <summary>Something a person does to it.</summary>
    public Deal Do(Deal deal, Func<Deal, DealChange> change)
    {
        var done = change(Of(deal).Deal).Deal;
        return Put(done with { Revision = done.Revision + 1 });
    }

    public DueDeal Of(Deal deal) => _deals[deal.Id];

    public DigestInput Input(DateTimeOffset now) => new(
        now, Workspace, Dana, Unpressed, Last, [.. _deals.Values.Where(due => due.Deal.Owner == Dana.Id)], Covered, Exceptions, Playbooks, Holidays, Team);

    public DigestDecision Compose(DateOnly day, int hour = 8, int minute = 30) => Compose(At(day, hour, minute));

    public DigestDecision Compose(DateTimeOffset now)
    {
        var decision = Digest.Compose(Input(now));
        foreach (var change in decision.Changes)
        {
            Assert.NotEmpty(change.What);
            if (_deals.TryGetValue(change.Deal.Id, out var before))
            {
                Assert.Equal(before.Deal.Revision + 1, change.Deal.Revision);
                Put(change.Deal);
            }
        }

        foreach (var (deal, listed) in decision.Listings.Where(listing => _deals.ContainsKey(listing.Deal)))
        {
            _deals[deal] = _deals[deal] with { Listed = listed };
        }

        Last = decision is { Digest: null, Exceptions: null } ? Last : new LastDigest(now, Dana.TimeZone);
        return decision;
    }

    /// <summary>That day's card as text; empty when nothing was sent.</summary>
    public string Card(DateOnly day) => Compose(day).Digest is { } card ? CardText.Of(card) : "";

    /// <summary>The days on which a digest comes, of so many.</summary>
    public IReadOnlyList<DateOnly> Days(DateOnly from, int days) =>
        [.. Enumerable.Range(0, days).Select(from.AddDays).Where(day => Compose(day).Digest is not null)];
}
