namespace LeadBot.Host.Startup;

/// <summary>The settings under <c>LeadBot:Limits:</c>.</summary>
public sealed class LimitOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "LeadBot:Limits";

    /// <summary>Requests that one address may send in a minute; more are answered 429. This machine is not counted. Slack and Microsoft send from many addresses.</summary>
    public int RequestsPerMinute { get; set; } = 12_000;
}
