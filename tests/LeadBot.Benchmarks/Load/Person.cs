namespace LeadBot.Benchmarks.Load;

/// <summary>Somebody who talks to the bot alone.</summary>
/// <param name="ServiceUrl">Where the bot is to send its replies.</param>
internal sealed record Person(string Id, string Conversation, string Channel, string ServiceUrl)
{
    /// <summary>Teams presses with <c>Action.Execute</c>, which is an invoke; others with <c>Action.Submit</c>, which is a message.</summary>
    public bool Executes => Channel == "msteams";

    /// <summary>One in two comes by Teams, the other by Web Chat.</summary>
    public static Person Number(int walker, int person, string serviceUrl) =>
        new($"rep-{walker}-{person}", $"talk-{walker}-{person}", person % 2 == 0 ? "msteams" : "webchat", serviceUrl);
}
