namespace LeadBot.Host.Delivery;

/// <summary>The settings under <c>LeadBot:Delivery:</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "LeadBot:Delivery";

    /// <summary>How many hours a message is tried; then it is given up. 1 to 168.</summary>
    public int GiveUpAfterHours { get; set; } = 24;

    /// <summary>How many days messages are kept after they were said; must be longer than they are tried. 7 to 3650.</summary>
    public int KeepMessagesDays { get; set; } = 7;

    /// <summary>How many days an event is known, so that a repeat does nothing. 1 to 3650.</summary>
    public int KeepEventsDays { get; set; } = 30;
}
