using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Digests;

/// <summary>A reminder that would be sent, in words: for "reminders" and "reminders preview".</summary>
/// <param name="At">UTC.</param>
/// <param name="Who">The person, or the linked channel.</param>
/// <param name="When">Their local time and zone: "Mon 23 November 2026, 08:30 (Europe/Berlin)".</param>
/// <param name="What">"3 deals to look at: Acme, Borealis, Cobalt".</param>
/// <param name="Why">A line for each deal or exception; empty for a channel's weekly post, whose line says it all.</param>
public sealed record ReminderLine(DateTimeOffset At, string Who, string When, string What, IReadOnlyList<string> Why)
{
    /// <summary>A digest as composed: the deals and the exceptions in one line, since they come together. Null: nothing is sent.</summary>
    public static ReminderLine? Of(DigestInput input, DigestDecision decision) => decision is { Digest: null, Exceptions: null }
        ? null
        : new ReminderLine(
            input.Now,
            input.Person.Name,
            ReminderWords.When(input.Now, input.Person),
            string.Join("; ", ((string?[])[decision.Digest?.Summary, decision.Exceptions?.Summary]).OfType<string>()),
            decision.Why);

    /// <summary>A channel's weekly post; null: nothing is sent.</summary>
    /// <param name="admin">By whose zone it comes.</param>
    public static ReminderLine? Of(WeekInput input, Cards.Card? post, Person admin) => post is null
        ? null
        : new ReminderLine(input.Now, input.Workspace.Channels[input.TeamChannel].Name, ReminderWords.When(input.Now, admin), post.Summary, []);
}
