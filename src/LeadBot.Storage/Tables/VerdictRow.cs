namespace LeadBot.Storage.Tables;

/// <summary>One line of a deal's verdict history; never changed.</summary>
public sealed class VerdictRow
{
    public long Id { get; set; }

    public required string Workspace { get; set; }

    public required string Deal { get; set; }

    public required string Kind { get; set; }

    public required string Rule { get; set; }

    /// <summary>UTC ticks.</summary>
    public long GivenAt { get; set; }

    public required string GivenBy { get; set; }

    public bool Edited { get; set; }

    /// <summary>The answers it was given on, as JSON.</summary>
    public required string Answers { get; set; }
}
