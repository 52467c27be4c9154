namespace LeadBot.Storage.Tables;

/// <summary>A deal: columns for finding it, and <see cref="Document"/> for all of it.</summary>
public sealed class DealRow
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    public required string Id { get; set; }

    public required string Workspace { get; set; }

    public required string Owner { get; set; }

    public required string Name { get; set; }

    public required string State { get; set; }

    public long Revision { get; set; }

    public required string Document { get; set; }

    public string? Stage { get; set; }

    /// <summary>When it was won or lost, UTC ticks; null while it is neither.</summary>
    public long? ClosedAt { get; set; }

    /// <summary>Hours logged in all.</summary>
    public double HoursSunk { get; set; }

    /// <summary>
    /// From when on a digest has to look at it, UTC ticks; null: never, as it stands. Worked out anew whenever the deal or
    /// its owner's calendar changes.
    /// </summary>
    public long? AttentionAt { get; set; }

    /// <summary>Which of a person's deals come first in a digest: the higher, the sooner.</summary>
    public double Urgency { get; set; }

    /// <summary>The day number (<see cref="DateOnly.DayNumber"/>) of the last digest that listed it, in its owner's zone.</summary>
    public int? ListedOn { get; set; }

    /// <summary>How many digests in a row listed it unchanged.</summary>
    public int ListedTimes { get; set; }

    /// <summary>When it had changed last as it was listed, UTC ticks; another time now means it changed since.</summary>
    public long? ListedAsOf { get; set; }

    /// <summary>The day number on which it is parked by itself, as that digest announced; null: it announced nothing.</summary>
    public int? ListedParkOn { get; set; }

    /// <summary>Its name as names are compared; null in rows of before this was kept.</summary>
    public string? PlainName { get; set; }

    /// <summary>Pursued, or kept against the verdict: it counts towards the team's chance of winning.</summary>
    public bool Backed { get; set; }

    /// <summary>Lost with the playbook's selling hours already sunk: it counts towards the hours freed by losing early.</summary>
    public bool LostLate { get; set; }

    /// <summary>The CRM's id of it.</summary>
    public string? CrmId { get; set; }
}
