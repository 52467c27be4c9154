namespace LeadBot.Domain.Staleness;

/// <summary>What a digest asks of the rep about a deal.</summary>
public enum Asking
{
    /// <summary>To take note: it will be parked, it came back.</summary>
    Notice,

    /// <summary>To drop a deal that is strung along.</summary>
    Drop,

    /// <summary>To say what is to become of a stale deal.</summary>
    Decide,

    /// <summary>To answer one of AskFirst's questions.</summary>
    Answer,
}

/// <summary>
/// What is at stake with a deal, for the minutes of attention it asks for; the deals that come first in a digest are those
/// with the most at stake per minute. Estimates all of them, and said as such.
/// <para>
/// Hours: what the deal is likely to cost yet if nobody decides, times the chance that it is lost all the same. What it is
/// likely to cost is the larger of two guesses: what the playbook's selling hours leave over, and what it already cost
/// since the last progress. The second is Gott's rule (J. R. Gott, "Implications of the Copernican principle for our
/// future prospects", Nature 363, 1993): of something known only to have lasted so long, the median of what is left is
/// as long again. Without it a deal that has cost most would seem to cost nothing any more.
/// </para>
/// <para>
/// Money: chance × value, which a decision made now (a next step, a call) keeps from drying up. Attention is dear, so
/// both are taken per minute, as in weighted shortest processing time first (W. E. Smith, "Various optimizers for
/// single-stage production", 1956), which makes the sum of stakes × waiting least. An hour is worth the floor.
/// </para>
/// </summary>
/// <param name="Hours">Hours likely to be saved, at least 0.</param>
/// <param name="Money">In the workspace's currency, at least 0.</param>
/// <param name="Minutes">Of the rep's attention, above 0.</param>
/// <param name="PerMinute">(<paramref name="Hours"/> × floor + <paramref name="Money"/>) ÷ <paramref name="Minutes"/>, in the workspace's currency.</param>
public readonly record struct Stakes(decimal Hours, decimal Money, int Minutes, decimal PerMinute)
{
    /// <param name="hoursSunk">Logged in all.</param>
    /// <param name="hoursSinceProgress">Logged since the last progress.</param>
    /// <param name="sellingHours">The playbook's hours until yes or no.</param>
    /// <param name="chance">Of winning a pursued deal of this team, 0 to 1; never conditional on the answers.</param>
    /// <param name="value">What the deal would bring; null: nobody said.</param>
    /// <param name="floorPerHour">What an hour must be worth, at least 0.</param>
    public static Stakes Of(Asking asking, decimal hoursSunk, decimal hoursSinceProgress, decimal sellingHours, double chance, decimal? value, decimal floorPerHour)
    {
        var likely = (decimal)Math.Clamp(chance, 0, 1);
        var hours = (1 - likely) * Math.Max(sellingHours - hoursSunk, hoursSinceProgress);
        var money = likely * (value ?? 0);
        var minutes = MinutesFor(asking);
        return new Stakes(hours, money, minutes, ((hours * floorPerHour) + money) / minutes);
    }

    /// <summary>What it takes to do as asked; a guess at a press, a choice, a conversation remembered.</summary>
    public static int MinutesFor(Asking asking) => asking switch { Asking.Decide => 2, Asking.Answer => 3, _ => 1 };
}
