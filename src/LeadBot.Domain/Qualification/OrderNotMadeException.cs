namespace LeadBot.Domain.Qualification;

/// <summary>The order of a sheet's questions has to be worked out before it can be asked for.</summary>
/// <param name="make">Works it out, which takes up to a fifth of a second; safe on any thread. Then ask again.</param>
public sealed class OrderNotMadeException(Action make) : Exception("The order of these questions is not worked out yet.")
{
    /// <summary>Works it out and keeps it.</summary>
    public void Make() => make();
}
