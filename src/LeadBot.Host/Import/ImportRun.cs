using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Import;

/// <summary>Takes the lines of a file into a workspace, or only finds out what would become of them.</summary>
/// <param name="team">What became of the workspace's deals before.</param>
/// <param name="write">False: a preview.</param>
public sealed class ImportRun(Workspace workspace, LineReader reader, StoredPlaybooks playbooks, HolidayShelf holidays, TeamRecord team, DateTimeOffset now, bool write)
{
    private readonly Dictionary<string, long> _lineOfId = new(StringComparer.Ordinal);
    private readonly Dictionary<PersonId, WorkCalendar> _calendars = [];

    public WorkspaceId Workspace => workspace.Id;

    /// <summary>What was done so far.</summary>
    public ImportReport Report { get; } = new(workspace);

    /// <summary>Takes the lines.</summary>
    /// <param name="lostReasons">The workspace's playbook's.</param>
    public void Take(WriteSession session, IEnumerable<DealLine> lines, IReadOnlyList<string> lostReasons, CancellationToken stop)
    {
        var merge = new CrmMerge(workspace, lostReasons, now);
        foreach (var line in lines)
        {
            stop.ThrowIfCancellationRequested();
            switch (reader.Read(line))
            {
                case LineRead.Faulty faulty:
                    Report.Fault(faulty.Line, faulty.Sentence);
                    break;
                case LineRead.OwnerUnknown unknown:
                    Report.OwnerUnknown(unknown.Owner);
                    break;
                case LineRead.Deleted:
                    Report.WasDeleted();
                    break;
                case LineRead.Good good:
                    Take(session, good.Deal, merge);
                    break;
            }
        }
    }

    /// <summary>Tells every owner once what came in, in their direct conversation; returns those who cannot be told there.</summary>
    public IReadOnlyList<string> Tell(WriteSession session)
    {
        var unreached = new List<string>();
        foreach (var owned in Report.Owners)
        {
            if (Destinations.DirectOf(session, workspace.Id, owned.Person.Id) is { } direct)
            {
                Outbox.Add(session, workspace.Id, direct, [CleaningUp.Came(owned.CameIn, owned.Stale, owned.StaleNames)], now);
            }
            else
            {
                unreached.Add(owned.Person.Name);
            }

            if (DuePeople.Find(session, workspace.Id, owned.Person.Id) is { DigestAt: null } idle)
            {
                DuePeople.Save(session, Reminder.Later(idle, workspace, holidays, now));
            }
        }

        return unreached;
    }

    private void Take(WriteSession session, CrmDeal line, CrmMerge merge)
    {
        if (line.CrmId is { } id && !_lineOfId.TryAdd(id, line.Line))
        {
            Report.Fault(line.Line, $"Line {_lineOfId[id]} has the same id in the CRM; only that one counts.");
            return;
        }

        var ours = Ours(session, line);
        if (ours is { Crm: { } crm } && line.CrmId is not null && crm.Id != line.CrmId)
        {
            Report.Fault(line.Line, $"The deal {ours.Id} has the id {crm.Id} in the CRM already.");
            return;
        }

        if (ours is null && line.LeadBotId is { } given && CrmDeals.IsAnywhere(session, given))
        {
            Report.Fault(line.Line, $"The deal {given} belongs to another workspace.");
            return;
        }

        if (ours is null)
        {
            var created = merge.New(line, line.LeadBotId ?? new DealId(Guid.CreateVersion7(now)));
            Save(session, line, created);
            Report.WasCreated(line, CrmSilence.Of(created.Deal, line.Owner.Today(now), Calendar(line.Owner), workspace.RulesFor(line.Stage)));
        }
        else if (line.CrmId is null)
        {
            // Without an id there is no telling what the CRM changed from what the rep did.
            Report.WasUnchanged();
        }
        else
        {
            TakeAgain(session, line, ours, merge);
        }
    }

    private void TakeAgain(WriteSession session, CrmDeal line, Deal ours, CrmMerge merge)
    {
        var (change, differs) = merge.Again(ours, line, Calendar(line.Owner), workspace.RulesFor(ours.Stage));
        if (differs.Count > 0)
        {
            Report.Differs(line.Line, ours, differs);
        }

        if (change is null)
        {
            Report.WasUnchanged();
        }
        else
        {
            Save(session, line, change);
            Report.WasChanged();
        }
    }

    private Deal? Ours(WriteSession session, CrmDeal line) =>
        (line.CrmId is { } crm ? CrmDeals.OfCrm(session, workspace.Id, crm) : null)
        ?? (line.LeadBotId is { } id ? Deals.Find(session, workspace.Id, id) : null)
        ?? (line is { CrmId: null, LeadBotId: null } ? CrmDeals.OfName(session, workspace.Id, line.Owner.Id, line.Name) : null);

    private void Save(WriteSession session, CrmDeal line, DealChange change)
    {
        if (!write)
        {
            return;
        }

        var shelf = playbooks.For(session, workspace.Id, [change.Deal]);
        Deals.SaveByClock(session, change, workspace, shelf, now);
        DueDeals.LookAgain(session, workspace.Id, NextLook.Of(new DueDeal(change.Deal, null), line.Owner, workspace, Calendar(line.Owner), shelf, team, now), change.Deal.Revision);
    }

    private WorkCalendar Calendar(Person owner)
    {
        if (!_calendars.TryGetValue(owner.Id, out var calendar))
        {
            _calendars.Add(owner.Id, calendar = holidays.For(workspace, owner));
        }

        return calendar;
    }
}
