using LeadBot.Dialog.Digests;
using LeadBot.Storage.Gate;

namespace LeadBot.Host.Turns;

/// <summary>A manager's page shows what a whole team leaves undone: that is read beside the writer, and the turn taken again.</summary>
/// <param name="read">Reads it.</param>
public sealed class NeedsNotReadException(Func<WriteSession, IReadOnlyList<RaisedNow>> read) : Exception("What needs a manager is read first.")
{
    public Func<WriteSession, IReadOnlyList<RaisedNow>> Read { get; } = read;
}
