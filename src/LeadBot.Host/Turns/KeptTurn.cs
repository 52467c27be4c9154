using LeadBot.Dialog.Channels;
using LeadBot.Storage.Delivering;

namespace LeadBot.Host.Turns;

/// <summary>What is done once a turn is committed.</summary>
/// <param name="Response">Answered at once.</param>
/// <param name="ToDeliver">Said where the message came from, and held for this process; null: nothing, or somebody else holds it.</param>
/// <param name="ElseToDeliver">Something was said elsewhere.</param>
public sealed record KeptTurn(TurnResponse Response, Held? ToDeliver = null, bool ElseToDeliver = false);
