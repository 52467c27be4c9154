using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Host.Turns;

/// <summary>The pure part of a turn: what has to be loaded, and what is decided on it.</summary>
public sealed record Decisions(Func<IncomingMessage, Conversation, TurnNeeds> Needs, Func<TurnInput, Decision> Decide);
