using System.Diagnostics;

namespace LeadBot.TestKit;

/// <summary>How long a test waits for what must come: longer than any machine is slow, and not for ever, so that what never comes is a failure that says so.</summary>
/// <param name="what">What is waited for; ends the sentence "In two minutes it never came to this: …".</param>
public sealed class Patience(string what)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly long _since = Stopwatch.GetTimestamp();

    /// <summary>Asked between two looks.</summary>
    /// <exception cref="TimeoutException">It is over.</exception>
    public void Check()
    {
        if (Stopwatch.GetElapsedTime(_since) > s_patience)
        {
            throw new TimeoutException($"In two minutes it never came to this: {what}.");
        }
    }
}
