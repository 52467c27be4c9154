using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Storage.Turns;

/// <summary>The playbooks the program was started with, and how to read the text of one that has changed since.</summary>
/// <param name="Shelf">What is at hand.</param>
/// <param name="Texts">The text of every playbook on the shelf.</param>
/// <param name="Read">Reads a stored text; it was read before, so a failure is a bug.</param>
public sealed record PlaybookLibrary(PlaybookShelf Shelf, IReadOnlyDictionary<PlaybookHash, string> Texts, Func<string, Playbook> Read);
