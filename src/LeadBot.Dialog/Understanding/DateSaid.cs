namespace LeadBot.Dialog.Understanding;

/// <summary>A day, or days, as said.</summary>
public abstract record DateSaid
{
    private DateSaid()
    {
    }

    /// <summary>Some day of these, both ends included; one day has equal ends. May lie in the past when it was said so.</summary>
    public sealed record Between(DateOnly From, DateOnly To) : DateSaid;

    /// <summary>There is no date.</summary>
    public sealed record NoDate : DateSaid;
}
