using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Reminders;

/// <summary>A workspace and who is away in it, as they were read: once for everybody of a batch.</summary>
public sealed class Colleagues
{
    private readonly StoredWorkspace _workspace;
    private readonly IReadOnlyList<string> _covered;

    private Colleagues(StoredWorkspace workspace, IReadOnlyList<string> covered, DateTimeOffset now)
    {
        (_workspace, _covered) = (workspace, covered);
        (Workspace, Covered) = (workspace.Workspace(), People.Covered(covered, now));
    }

    public Workspace Workspace { get; }

    /// <summary>Who is away now, by the colleague who covers them.</summary>
    public ILookup<PersonId, Person> Covered { get; }

    /// <summary>When its limits or calendar changed last, UTC ticks; null: never.</summary>
    public long? RulesChangedAt => _workspace.RulesChangedAt;

    public static Colleagues Of(WriteSession session, WorkspaceId id, DateTimeOffset now) => new(
        Workspaces.Read(session, id) ?? throw new InvalidOperationException($"There is no workspace {id}."),
        People.CoveredRows(session, id, now),
        now);

    /// <summary>They still are as they were read.</summary>
    public bool Stand(WriteSession session, DateTimeOffset now)
    {
        session.Enter(Scope.Of(Workspace.Id));
        return Workspaces.Read(session, Workspace.Id) == _workspace && People.CoveredRows(session, Workspace.Id, now).SequenceEqual(_covered);
    }
}
