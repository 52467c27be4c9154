using System.Collections.Concurrent;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Turns;

/// <summary>What became of each workspace's deals, counted by its first turn of a UTC day and remembered until the next, also for who looks beside the writer.</summary>
public sealed class TeamRecords
{
    /// <summary>Workspaces remembered at most; a forgotten one is counted again.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<WorkspaceId, (DateOnly Day, TeamRecord Record)> _known = [];

    /// <summary>The record as of the first time it was asked for on that day.</summary>
    public TeamRecord Of(WriteSession session, WorkspaceId workspace, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (_known.TryGetValue(workspace, out var known) && known.Day == day)
        {
            return known.Record;
        }

        var record = Count(session, workspace);
        session.AfterCommit(() => Remember(workspace, day, record));
        return record;
    }

    /// <summary>Whether it was pursued or kept: its end counts towards the team's chance of winning.</summary>
    internal static bool IsBacked(Deal deal) => deal.Kept is not null || deal.Qualification?.Verdict == VerdictKind.Pursue;

    /// <summary>
    /// Whether it was lost after the playbook's cycle: with no fewer hours sunk than the playbook reckons until a yes or a no
    /// (<see cref="Worth.SellingHours"/>). Without such hours no deal is lost late.
    /// </summary>
    internal static bool IsLostLate(Deal deal, Playbook? playbook) =>
        deal.State == DealState.Lost && playbook?.Worth is { SellingHours: > 0 } worth && deal.Course.HoursSunk >= worth.SellingHours;

    private static TeamRecord Count(WriteSession session, WorkspaceId workspace)
    {
        var finished = session.All(
            "SELECT state, COUNT(*) FROM deals WHERE workspace = $1 AND backed = 1 AND closed_at IS NOT NULL GROUP BY state",
            row => (State: row.GetString(0), Times: row.GetInt32(1)),
            workspace.Value).ToDictionary(s => s.State, s => s.Times);
        var (won, lost) = (finished.GetValueOrDefault(nameof(DealState.Won)), finished.GetValueOrDefault(nameof(DealState.Lost)));
        var late = session.All("SELECT COUNT(*) FROM deals WHERE workspace = $1 AND lost_late = 1", row => row.GetInt32(0), workspace.Value)[0];
        // The middle one, or the two around the middle.
        var middle = session.All(
            "SELECT hours_sunk FROM deals WHERE workspace = $1 AND lost_late = 1 ORDER BY hours_sunk LIMIT $2 + 0 OFFSET $3 + 0",
            row => (decimal)row.GetDouble(0),
            workspace.Value,
            late == 0 ? 0 : 2 - late % 2,
            (late - 1) / 2);
        return new TeamRecord(won, won + lost, late, middle.Count == 0 ? null : middle.Average());
    }

    private void Remember(WorkspaceId workspace, DateOnly day, TeamRecord record)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        _known[workspace] = (day, record);
    }
}
