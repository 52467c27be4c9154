using LeadBot.Dialog.Channels;
using LeadBot.Storage.Delivering;

namespace LeadBot.Host.Turns;

/// <summary>What is done once a turn is committed.</summary>
/// <param name="Response">Answered at once.</param>
/// <param name="ToDeliver">Asked after the commit: what was said where the message came from, held for this process; null: nothing, or somebody else holds it.</param>
/// <param name="ElseToDeliver">Something was said elsewhere.</param>
public sealed record KeptTurn(TurnResponse Response, Func<Held?>? ToDeliver = null, bool ElseToDeliver = false);
