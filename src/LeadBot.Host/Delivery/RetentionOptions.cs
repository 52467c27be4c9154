namespace LeadBot.Host.Delivery;

/// <summary>The settings under <c>LeadBot:Retention:</c>; how long messages and events are kept is <see cref="DeliveryOptions"/>'.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "LeadBot:Retention";

    /// <summary>How many days a won or lost deal is kept after it was closed; then it is forgotten like one an admin has forgotten. 90 to 36500; 0: for good.</summary>
    public int FinishedDealsDays { get; set; }

    /// <summary>How many days everything of a workspace is kept after it uninstalled the bot. 1 to 3650.</summary>
    public int UninstalledDays { get; set; } = 90;

    /// <summary>How many days the audit log is kept. 30 to 36500.</summary>
    public int AuditDays { get; set; } = 730;
}
