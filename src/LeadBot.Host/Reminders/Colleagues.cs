using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Reminders;

/// <summary>A workspace and who is away in it, as one piece of a transaction finds them: read once for everybody reminded in it.</summary>
/// <param name="Covered">Who is away now, by the colleague who covers them.</param>
public sealed record Colleagues(Workspace Workspace, ILookup<PersonId, Person> Covered)
{
    public static Colleagues Of(WriteSession session, WorkspaceId id, DateTimeOffset now) => new(
        Workspaces.Find(session, id) ?? throw new InvalidOperationException($"There is no workspace {id}."),
        People.Covered(session, id, now));
}
