namespace LeadBot.Storage.Tables;

/// <summary>How a manager was told last of something that was raised.</summary>
public sealed class ToldRow
{
    public required string Workspace { get; set; }

    public required string Manager { get; set; }

    /// <summary><see cref="RaisedRow.About"/>.</summary>
    public required string About { get; set; }

    /// <summary>The day number (<see cref="DateOnly.DayNumber"/>) in the manager's zone.</summary>
    public int ListedOn { get; set; }

    /// <summary>How often in a row it was told unchanged.</summary>
    public int ListedTimes { get; set; }

    /// <summary>When it was raised that was told, UTC ticks.</summary>
    public long ListedAsOf { get; set; }
}
