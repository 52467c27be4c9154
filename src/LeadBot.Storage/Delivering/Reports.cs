using LeadBot.Domain;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Delivering;

/// <summary>What an admin is told once.</summary>
public static class Reports
{
    /// <summary>Notes it; false when it was noted before.</summary>
    public static bool Add(WriteSession session, WorkspaceId workspace, string about, DateTimeOffset now) => 1 == session.Execute(
        "INSERT INTO reports (workspace, about, at) VALUES ($1, $2, $3) ON CONFLICT (workspace, about) DO NOTHING",
        workspace.Value,
        about,
        now.UtcTicks);
}
