using LeadBot.Dialog.Conversations;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>What a turn starts from.</summary>
/// <param name="Person">The sender as they are stored; null: they are new.</param>
/// <param name="WorkspaceChanged">The workspace is new or has just got its admin.</param>
/// <param name="Reach">How the sender could be reached before this turn.</param>
/// <param name="UninstalledAt">Until this turn the bot counted as uninstalled, since then; null: it did not.</param>
public sealed record LoadedTurn(TurnInput Input, Person? Person, bool WorkspaceChanged, Reach Reach, DateTimeOffset? UninstalledAt = null);
