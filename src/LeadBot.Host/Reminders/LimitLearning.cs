using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Staleness;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Reminders;

/// <summary>
/// Learns a workspace's silence limit once a week and offers it to an admin; it is used only once one approved. The deals
/// are read beside the writer: a long history keeps nobody waiting.
/// </summary>
public sealed class LimitLearning(Store store, HolidayShelf holidays)
{
    /// <summary>Learns, and offers what is new.</summary>
    /// <returns>Whether something was offered.</returns>
    public async Task<bool> LearnAsync(WorkspaceId id, DateTimeOffset now, CancellationToken stop)
    {
        var learnt = await Task.Run(() => store.Glance(Scope.Of(id), session => Learn(session, id, now)), stop);
        return learnt is not null && await store.Gate.BackgroundAsync(Scope.Of(id), session => Offer(session, id, learnt, now), stop);
    }

    private LearntLimit? Learn(WriteSession session, WorkspaceId id, DateTimeOffset now)
    {
        if (Workspaces.Find(session, id) is not { } workspace)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var deals = PastDeals.Of(session, workspace, holidays, now);
        return Learning.From(deals, workspace.Silence.ChanceFloor, workspace.Silence.Approved?.Limit, today) is Learning.Learnt learnt ? learnt.Limit : null;
    }

    /// <summary>What is no news, or was declined, is not offered (<see cref="LearntOffer.IsDue"/>).</summary>
    private static bool Offer(WriteSession session, WorkspaceId id, LearntLimit learnt, DateTimeOffset now)
    {
        var workspace = Workspaces.Find(session, id)!;
        var inUse = workspace.Silence.Approved?.Limit ?? workspace.Silence.Limit;
        if (workspace.Admin is not { } admin || People.Find(session, id, admin) is not { } person || !LearntOffer.IsDue(learnt, workspace.Silence, person.Today(now)))
        {
            return false;
        }

        Workspaces.Save(session, workspace with { Silence = workspace.Silence with { Offered = learnt } });
        if (Destinations.DirectOf(session, id, admin) is { } direct)
        {
            Outbox.Add(session, id, direct, [LearntOffer.Draw(learnt, inUse)], now);
        }

        return true;
    }
}
