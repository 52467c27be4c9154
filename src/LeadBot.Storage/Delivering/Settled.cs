namespace LeadBot.Storage.Delivering;

/// <summary>What became of a message.</summary>
/// <param name="SentAs">The channel's id of it, if it arrived and the channel says.</param>
/// <param name="DeadBecause">Why it was given up; null when it arrived.</param>
public sealed record Settled(long Message, DateTimeOffset At, string? SentAs, string? DeadBecause);
