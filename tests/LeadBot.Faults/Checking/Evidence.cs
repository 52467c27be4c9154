namespace LeadBot.Faults.Checking;

/// <summary>What everybody saw: those who sent events, those who got messages, and the database once nothing waits any more.</summary>
/// <param name="Said">Every event that was sent.</param>
/// <param name="Reminders">What the digests say that were due, one each.</param>
/// <param name="Seen">Every message that arrived at a channel, whatever the channel answered.</param>
/// <param name="Kept">The database at the end.</param>
/// <param name="Disturbances">What was done to the instances, their network and the database.</param>
/// <param name="Envelopes">What was brought over lines to Slack.</param>
public sealed record Evidence(
    IReadOnlyList<SaidEvent> Said, IReadOnlyList<string> Reminders, IReadOnlyList<SeenMessage> Seen, Kept Kept, IReadOnlyList<Disturbance> Disturbances, IReadOnlyList<SentEnvelope> Envelopes);

/// <summary>An event as whoever sent it knows it.</summary>
/// <param name="Key">What makes it the same event when it is sent again.</param>
/// <param name="Conversation">In which the events were sent one after the other, as they stand in <see cref="Evidence.Said"/>.</param>
/// <param name="Answer">What the one message says that answers it; no other says it. Null: it is answered without one.</param>
/// <param name="IsCalm">The channel never misbehaves in this conversation: what comes late there is LeadBot's doing.</param>
/// <param name="From">When it was sent first; until it was accepted it was sent again and again.</param>
/// <param name="IsAccepted">LeadBot said that it has it.</param>
/// <param name="Press">Of a press, the button: of all presses of the same button, each an event of its own, one does what it says. Null: it was typed.</param>
public sealed record SaidEvent(string Key, int Conversation, string? Answer, bool IsCalm, DateTimeOffset From, bool IsAccepted, string? Press = null);

/// <summary>An envelope of Slack's Socket Mode.</summary>
/// <param name="Sent">Over how many lines.</param>
/// <param name="Acknowledged">How often it was said to have come.</param>
public sealed record SentEnvelope(string Id, int Sent, int Acknowledged);

/// <summary>A message that arrived at a channel.</summary>
/// <param name="WasTaken">LeadBot was told that it arrived, and can have heard so.</param>
public sealed record SeenMessage(int Conversation, string Says, DateTimeOffset At, bool WasTaken);

/// <summary>What the database holds.</summary>
/// <param name="Events">The processed events, each as often as it is there.</param>
/// <param name="Changes">The keys of the events that changed a deal, once for each change.</param>
/// <param name="Messages">Every message that was said, in the order of saying.</param>
/// <param name="Waiting">Conversations that still have something to deliver.</param>
public sealed record Kept(IReadOnlyList<KeptEvent> Events, IReadOnlyList<string> Changes, IReadOnlyList<KeptMessage> Messages, int Waiting);

/// <summary>An event that was handled, and when.</summary>
public sealed record KeptEvent(string Key, DateTimeOffset At);

/// <summary>A message as the outbox has it.</summary>
/// <param name="DeadBecause">Why it was given up; null: it was not.</param>
public sealed record KeptMessage(int Conversation, string Says, DateTimeOffset SaidAt, bool IsSent, string? DeadBecause = null);

/// <summary>Something that was done, and until when it went on.</summary>
/// <param name="IsEverybodys">Nobody could do anything meanwhile. Else the others have to go on at once, and with what that one held in time.</param>
public sealed record Disturbance(string What, DateTimeOffset From, DateTimeOffset Until, bool IsEverybodys = false);
