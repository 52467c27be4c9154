using LeadBot.Domain;

namespace LeadBot.Dialog.Auditing;

/// <summary>One line of a workspace's audit log: what changed how it works or what it holds. Never a word anybody said.</summary>
/// <param name="Id">Ascending.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Null: nobody in chat, but the command line, or the channel itself.</param>
/// <param name="About">What it was done to: for <see cref="AuditAct.Set"/> the setting's path in the workspace's document, such as <c>silence.limit</c>.</param>
/// <param name="Was">What it was before, as JSON; null: nothing.</param>
/// <param name="Became">What it is from then on, as JSON; null: nothing.</param>
public sealed record AuditLine(long Id, DateTimeOffset At, PersonId? By, AuditAct Act, string? About, string? Was, string? Became);

/// <summary>What can be done that is kept in the audit log. A released name is never changed.</summary>
public enum AuditAct
{
    /// <summary>A newer release's.</summary>
    Unknown,

    /// <summary>A setting of the workspace, a role or a linked channel was changed.</summary>
    Set,

    /// <summary>Deals are started with a new text of a playbook.</summary>
    Playbook,

    Installed,
    Uninstalled,
    Imported,
    Exported,
    ForgotDeal,
    ForgotPerson,
}
