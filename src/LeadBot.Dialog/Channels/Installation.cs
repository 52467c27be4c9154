using LeadBot.Domain;

namespace LeadBot.Dialog.Channels;

/// <summary>The bot installed in a workspace through its channel's own pages, and what it speaks with there.</summary>
/// <param name="Workspace">The workspace, or the organisation when it is installed for all of that one's workspaces; the key: a newer one takes the place of the older.</param>
/// <param name="IsOrganisation">For all workspaces of an organisation; whoever installed it becomes the admin of each that has none once they are heard there.</param>
/// <param name="Bot">Who the bot is there.</param>
/// <param name="Token">A secret: kept encrypted, never logged.</param>
/// <param name="By">Who installed it.</param>
/// <param name="At">UTC.</param>
public sealed record Installation(WorkspaceId Workspace, bool IsOrganisation, PersonId Bot, string Token, PersonId By, DateTimeOffset At)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{Workspace} by {By}";
}
