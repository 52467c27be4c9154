namespace LeadBot.Scenarios.Slack.Transcripts;

/// <summary>What somebody saw of one thing they did, in the notation of transcripts.</summary>
/// <param name="OnlyForThem">Lines nobody else sees.</param>
/// <param name="Redrawn">What they pressed, as it looks now.</param>
/// <param name="Window">A form that opened.</param>
/// <param name="Said">What was said where they did it.</param>
internal sealed record Seen(IReadOnlyList<string> OnlyForThem, IReadOnlyList<string> Redrawn, IReadOnlyList<string> Window, IReadOnlyList<string> Said);
