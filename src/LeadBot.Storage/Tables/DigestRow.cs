namespace LeadBot.Storage.Tables;

/// <summary>A digest that was sent. The key makes it one a day.</summary>
public sealed class DigestRow
{
    public required string Workspace { get; set; }

    public required string Person { get; set; }

    /// <summary>The day number (<see cref="DateOnly.DayNumber"/>) in the person's zone.</summary>
    public int Day { get; set; }

    /// <summary><c>deals</c> or <c>exceptions</c>; a channel's weekly post is <c>weekly</c>, with the team channel as the person.</summary>
    public required string Kind { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }

    /// <summary>The message that carries it.</summary>
    public long? Message { get; set; }

    /// <summary>When one of its buttons was first pressed, UTC ticks.</summary>
    public long? PressedAt { get; set; }

    /// <summary>The ids of the deals it listed, in order, as a JSON array; null: it listed none.</summary>
    public string? Deals { get; set; }
}
