using System.Text.Json;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>What came of a call to Slack.</summary>
internal abstract record SlackResult
{
    private SlackResult()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Answer">What Slack said, an object; undefined where it says nothing but "ok".</param>
    public sealed record Ok(JsonElement Answer) : SlackResult
    {
        /// <summary>A string in the answer, such as <c>("channel", "id")</c>; null when there is none.</summary>
        public string? Text(params ReadOnlySpan<string> path)
        {
            var at = Answer;
            foreach (var name in path)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                {
                    return null;
                }
            }

            return at.ValueKind == JsonValueKind.String ? at.GetString() : null;
        }
    }

    /// <summary>Slack will not do it, however often it is asked.</summary>
    /// <param name="Error">Slack's word for it; <see cref="SlackErrors"/> says what it means.</param>
    /// <param name="Needed">The scope that is missing, if that is why.</param>
    public sealed record Refused(string Error, string? Needed = null) : SlackResult
    {
        /// <summary>In a sentence, with what an admin can do about it.</summary>
        public string Why => SlackErrors.Sentence(Error, Needed);
    }

    /// <summary>Not now: try again, not before <paramref name="After"/> if given.</summary>
    public sealed record TryAgain(string Why, TimeSpan? After = null) : SlackResult;
}
