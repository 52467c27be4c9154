namespace LeadBot.Host.Playbooks;

/// <summary>The keys of one kind of thing in a playbook's file.</summary>
/// <param name="Thing">What it is called at the start of a sentence.</param>
/// <param name="Required">Must be there.</param>
/// <param name="Optional">May be there.</param>
public sealed record KeySet(string Thing, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All => [.. Required, .. Optional];
}

/// <summary>Every key a playbook's file may have; playbook.schema.json says the same to editors.</summary>
public static class PlaybookKeys
{
    private static readonly string[] s_effects = ["points", "knocks-out", "parks"];

    public static readonly KeySet Playbook = new(
        "A playbook",
        ["id", "version", "title", "currency", "pursue-at", "walk-below", "park-days", "questions", "lost-reasons", "goodbye"],
        ["worth", "may-not-fit"]);

    public static readonly KeySet Worth = new(
        "Worth",
        ["price", "floor-per-hour", "price-floor", "chance", "selling-hours", "delivery-hours"],
        []);

    /// <summary>A question has exactly one of these; its value is the question's outcomes.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["options", "yes-no", "money", "number", "date"];

    public static readonly KeySet Question = new("A question", ["id", "ask", "why", "words", "seconds"], ["dont-know", .. Kinds]);

    public static readonly KeySet Option = new("An option", ["id", "text", "expect"], s_effects);

    public static readonly KeySet YesNo = new("Yes-no", ["yes", "no"], []);

    public static readonly KeySet YesOrNo = new("Yes or no", ["expect"], s_effects);

    public static readonly KeySet MoneyBand = new("An amount", ["id", "expect"], ["below", .. s_effects]);

    public static readonly KeySet NumberBand = new("A number", ["id", "expect"], ["below", "hours", .. s_effects]);

    public static readonly KeySet DateBand = new("A date", ["id", "expect"], ["within", .. s_effects]);

    public static readonly KeySet MayNotFit = new("A reason it may not fit", ["if-true", "say"], []);
}
