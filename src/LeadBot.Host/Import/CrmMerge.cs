using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Host.Import;

/// <summary>
/// Makes deals of a file's lines. What the CRM changed since the last file is taken over, unless the rep changed it in
/// LeadBot meanwhile: then theirs stays and the difference is named. The clock, the touches and the put-offs of a deal
/// LeadBot knows already are never touched.
/// </summary>
/// <param name="lostReasons">The playbook's; any other reason becomes a note to the last of them.</param>
public sealed class CrmMerge(Workspace workspace, IReadOnlyList<string> lostReasons, DateTimeOffset now)
{
    /// <summary>What a lost deal without a reason is noted with.</summary>
    private const string LostInCrm = "Lost in the CRM";

    /// <summary>A deal seen for the first time: its clock starts today, whatever happened to it in the CRM.</summary>
    public DealChange New(CrmDeal line, DealId id)
    {
        var course = Course.StartingOn(line.Owner.Today(now), now) with { HoursSunk = line.Hours, PutOffs = line.PutOffs };
        var deal = new Deal(
            id,
            workspace.Id,
            line.Owner.Id,
            line.Name,
            State(line),
            Revision: 1,
            line.Created is { } created && created < now ? created : now,
            Stage: line.Stage,
            Course: course,
            Value: line.Value,
            Crm: line.CrmId is { } crm ? new CrmLink(crm, line.Address, line.Said) : null);
        return new DealChange(
            deal.State switch
            {
                DealState.Won => deal with { WonAt = Ended(line) },
                DealState.Lost => deal with { Lost = Loss(line) },
                DealState.Parked => deal with { ParkedUntil = line.ParkedUntil },
                _ => deal,
            },
            [new Happening.Imported()]);
    }

    /// <summary>The same deal again.</summary>
    /// <returns>The change, null when there is none; and what the CRM and the rep changed differently.</returns>
    public (DealChange? Change, IReadOnlyList<string> Differs) Again(Deal ours, CrmDeal line, WorkCalendar calendar, SilenceRules rules)
    {
        var link = ours.Crm ?? new CrmLink(line.CrmId!, null);
        var before = link.Said ?? line.Said;
        var (deal, what, differs) = (ours, new List<Happening>(), new List<string>());

        Take("name", before.Name, ours.Name, line.Name, () => Living.Rename(deal, line.Name));
        Take("owner", before.Owner, ours.Owner, line.Owner.Id, () => Living.Give(deal, line.Owner.Id));
        Take("stage", before.Stage, ours.Stage, line.Stage, () => Living.SetStage(deal, line.Stage));
        Take("value", before.Value, ours.Value, line.Value, () => Living.SetValue(deal, line.Value));
        Take("state", before.State, ours.State, State(line), () => Move(deal, line, calendar, rules));

        var address = line.Address ?? link.Address;
        if (what.Count == 0 && address == link.Address && link.Said is not null)
        {
            return (null, differs);
        }

        var changed = deal with { Revision = ours.Revision + 1, Crm = link with { Address = address, Said = line.Said } };
        return (new DealChange(changed, [new Happening.Imported(), .. what]), differs);

        void Take<T>(string field, T then, T mine, T theirs, Func<DealChange> change)
        {
            var equal = EqualityComparer<T>.Default;
            if (equal.Equals(theirs, then) || equal.Equals(theirs, mine))
            {
                return;
            }

            if (!equal.Equals(mine, then))
            {
                differs.Add(field);
                return;
            }

            var (after, happened) = change();
            deal = after;
            what.AddRange(happened);
        }
    }

    /// <summary>Parked without a day to come is open: it would have returned.</summary>
    private DealState State(CrmDeal line) =>
        line.State == DealState.Parked && !(line.ParkedUntil > line.Owner.Today(now)) ? DealState.Open : line.State;

    private DealChange Move(Deal deal, CrmDeal line, WorkCalendar calendar, SilenceRules rules)
    {
        var today = line.Owner.Today(now);
        var settled = Living.Settle(deal, now, today, calendar, rules);
        deal = settled?.Deal ?? deal;
        var moved = State(line) switch
        {
            DealState.Won => Living.Win(deal, Ended(line), today, calendar),
            DealState.Lost => Living.Lose(deal, Loss(line)),
            DealState.Parked => Living.Park(deal, line.ParkedUntil!.Value, now),
            _ when deal.State != DealState.Open => Living.Reopen(deal, now, today),
            _ => new DealChange(deal, []),
        };
        return new DealChange(moved.Deal, [.. settled?.What ?? [], .. moved.What]);
    }

    private DateTimeOffset Ended(CrmDeal line) => line.ClosedOn is { } on && on < now ? on : now;

    // No hours were freed by LeadBot; an export brings its own figure back.
    private Loss Loss(CrmDeal line) => line.LostReason is { } reason && lostReasons.FirstOrDefault(r => r.Equals(reason, StringComparison.OrdinalIgnoreCase)) is { } known
        ? new Loss(known, line.Note ?? (known == lostReasons[^1] ? LostInCrm : null), Ended(line), line.HoursFreed)
        : new Loss(lostReasons[^1], line.LostReason ?? line.Note ?? LostInCrm, Ended(line), line.HoursFreed);
}
