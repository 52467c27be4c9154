using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>What a turn starts from.</summary>
/// <param name="Person">The sender as they are stored; null: they are new.</param>
/// <param name="Workspace">The workspace as it is stored; null: it is new.</param>
/// <param name="Reach">How the sender could be reached before this turn.</param>
/// <param name="Conversation">The conversation's row; null: nothing was said there yet.</param>
/// <param name="Deal">The deal it is about, with how a digest listed it.</param>
public sealed record LoadedTurn(TurnInput Input, Person? Person, Workspace? Workspace, Reach Reach, long? Conversation, DueDeal? Deal);
