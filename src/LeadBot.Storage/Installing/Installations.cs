using LeadBot.Domain;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Installing;

/// <summary>Where the bot was installed through a channel's own pages. Tokens come and go encrypted.</summary>
public static class Installations
{
    /// <summary>Keeps it in place of an earlier one.</summary>
    public static void Keep(WriteSession session, KeptInstallation installation) => session.Execute(
        """
        INSERT INTO installations (workspace, is_organisation, bot, protected_token, installed_by, installed_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (workspace) DO UPDATE SET is_organisation = $2, bot = $3, protected_token = $4, installed_by = $5, installed_at = $6, removed_at = NULL
        """,
        installation.Workspace.Value,
        installation.IsOrganisation,
        installation.Bot.Value,
        installation.ProtectedToken,
        installation.By.Value,
        installation.At.UtcTicks);

    /// <summary>The workspace's own, else its organisation's; null: there is none, or it was uninstalled.</summary>
    public static KeptInstallation? Find(WriteSession session, WorkspaceId workspace, WorkspaceId? organisation) =>
        Of(session, workspace) ?? (organisation is { } whole && session.In(Scope.Of(whole), () => Of(session, whole)) is { IsOrganisation: true } ofAll ? ofAll : null);

    /// <summary>Every token there is, encrypted.</summary>
    public static IReadOnlyList<(WorkspaceId Workspace, string Token)> Protected(WriteSession session) => session.All(
        "SELECT workspace, protected_token FROM installations WHERE protected_token IS NOT NULL ORDER BY workspace",
        row => (new WorkspaceId(row.GetString(0)), row.GetString(1)));

    /// <summary>Keeps tokens encrypted anew; returns how many.</summary>
    public static int Protect(WriteSession session, IReadOnlyList<(WorkspaceId Workspace, string Token)> tokens) => tokens.Sum(token => session.In(Scope.Of(token.Workspace), () => session.Execute(
        "UPDATE installations SET protected_token = $2 WHERE workspace = $1 AND protected_token IS NOT NULL",
        token.Workspace.Value,
        token.Token)));

    /// <summary>It was uninstalled: the token is forgotten.</summary>
    public static void Remove(WriteSession session, WorkspaceId workspace, DateTimeOffset now) => session.Execute(
        "UPDATE installations SET removed_at = $2, protected_token = NULL WHERE workspace = $1 AND removed_at IS NULL",
        workspace.Value,
        now.UtcTicks);

    /// <summary>Whether that person installed it for all of that organisation.</summary>
    public static bool IsInstaller(WriteSession session, WorkspaceId organisation, PersonId person) =>
        session.In(Scope.Of(organisation), () => Of(session, organisation)) is { IsOrganisation: true } installed && installed.By == person;

    private static KeptInstallation? Of(WriteSession session, WorkspaceId workspace) => session.First(
        "SELECT is_organisation, bot, protected_token, installed_by, installed_at FROM installations WHERE workspace = $1 AND removed_at IS NULL",
        row => new KeptInstallation(
            workspace, row.GetInt32(0) == 1, new PersonId(row.GetString(1)), row.GetString(2), new PersonId(row.GetString(3)), new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero)),
        workspace.Value);
}

/// <summary>An installation as it is kept.</summary>
public sealed record KeptInstallation(WorkspaceId Workspace, bool IsOrganisation, PersonId Bot, string ProtectedToken, PersonId By, DateTimeOffset At);
