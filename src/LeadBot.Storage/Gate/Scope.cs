using LeadBot.Domain;

namespace LeadBot.Storage.Gate;

/// <summary>
/// Whose rows a job may see and change. Statements name their workspace themselves; on PostgreSQL row-level security holds them to
/// it: each scope is a role of the database, and what it may touch stands in <c>Migrations/Postgres/Rows.sql</c>.
/// </summary>
public readonly record struct Scope
{
    private Scope(string role, string workspace) => (Role, Workspace) = (role, workspace);

    /// <summary>What is to be sent, of every workspace: who holds a conversation, where it is, its messages; the pace; the keys of channels' tokens.</summary>
    public static Scope Delivery { get; } = new("leadbot_delivery", "");

    /// <summary>Who and what is due, in every workspace: people, workspaces, and which have something to report. No deals.</summary>
    public static Scope Sweep { get; } = new("leadbot_sweep", "");

    /// <summary>What was kept long enough, in every workspace.</summary>
    public static Scope Retention { get; } = new("leadbot_retention", "");

    /// <summary>The roles LeadBot acts as on PostgreSQL.</summary>
    internal static IReadOnlyList<string> Roles { get; } = [Of(default).Role, Delivery.Role, Sweep.Role, Retention.Role];

    internal string Role { get; }

    /// <summary>Empty: all of them.</summary>
    internal string Workspace { get; }

    /// <summary>Everything of that workspace and nothing of any other.</summary>
    public static Scope Of(WorkspaceId workspace) => new("leadbot_turns", workspace.Value);
}
