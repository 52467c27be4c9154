using LeadBot.Dialog.Conversations;
using LeadBot.Host.Startup;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;

namespace LeadBot.Host.Import;

/// <summary>The workspace a file belongs to.</summary>
public static class WhichWorkspace
{
    /// <summary>The one named, else the only one there is; from then on it is about that one.</summary>
    /// <exception cref="StartRefusedException">There is no such workspace, or several and none was named.</exception>
    public static Workspace Of(WriteSession session, string? named)
    {
        var all = Foresights.Workspaces(session);
        if ((named is null ? (all.Count == 1 ? all[0] : null) : all.FirstOrDefault(workspace => workspace.Id.Value == named)) is { } found)
        {
            session.Enter(Scope.Of(found.Id));
            return found;
        }

        throw (all.Count == 0 && named is null
            ? new StartRefusedException("Nobody has talked to LeadBot yet, so there is nobody to own a deal. Start it, say hello, and try again.")
            : new StartRefusedException($"{(named is null ? "There are several workspaces" : $"There is no workspace {named}")}; name one with --workspace: {string.Join(", ", all.Select(workspace => workspace.Id.Value))}."));
    }
}
