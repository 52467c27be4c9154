namespace LeadBot.Faults.Checking;

/// <summary>What the checker found, and what it counted.</summary>
/// <param name="Findings">What should not be; empty: all is well.</param>
/// <param name="Repeats">Messages that came to a channel again, all of them explained unless a finding says otherwise.</param>
/// <param name="Handled">The longest that an event took to be handled, from when it was first sent or from the last disturbance that it met.</param>
/// <param name="Arrived">The longest that a message of a calm conversation took to arrive, from when it was said or from the last disturbance that it met.</param>
public sealed record Verdict(IReadOnlyList<string> Findings, int Accepted, int Sent, int Repeats, TimeSpan Handled, TimeSpan Arrived);
