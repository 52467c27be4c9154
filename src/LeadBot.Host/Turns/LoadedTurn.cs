using LeadBot.Dialog.Conversations;

namespace LeadBot.Host.Turns;

/// <summary>What a turn starts from.</summary>
/// <param name="PersonChanged">The person is new or the channel says something new of them.</param>
/// <param name="WorkspaceChanged">The workspace is new or has just got its admin.</param>
public sealed record LoadedTurn(TurnInput Input, bool PersonChanged, bool WorkspaceChanged);
