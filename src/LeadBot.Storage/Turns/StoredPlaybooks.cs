using System.Collections.Concurrent;
using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Turns;

/// <summary>
/// Keeps the text of every playbook a deal was started with, so that the deal is finished by the rules it began under,
/// whatever becomes of the file. A text never changes, so what was read once is remembered, also by who looks beside the writer.
/// </summary>
public sealed class StoredPlaybooks(PlaybookLibrary library)
{
    private readonly ConcurrentDictionary<(WorkspaceId, PlaybookHash), bool> _kept = [];
    private readonly ConcurrentDictionary<(WorkspaceId, PlaybookHash), Playbook> _old = [];

    /// <summary>The shelf with every playbook on it that these deals were started with.</summary>
    public PlaybookShelf For(WriteSession session, WorkspaceId workspace, IEnumerable<Deal> deals)
    {
        var shelf = library.Shelf;
        foreach (var deal in deals)
        {
            if (deal.Qualification is { } qualification && !shelf.ByHash.ContainsKey(qualification.Playbook))
            {
                var old = Old(session, workspace, qualification.Playbook);
                shelf = shelf with { ByHash = new Dictionary<PlaybookHash, Playbook>(shelf.ByHash) { [old.Hash] = old } };
            }
        }

        return shelf;
    }

    /// <summary>Keeps the text of the playbook this deal goes by.</summary>
    public void Keep(WriteSession session, Deal deal)
    {
        if (deal.Qualification is not { Playbook: var hash } || _kept.ContainsKey((deal.Workspace, hash)) || _old.ContainsKey((deal.Workspace, hash)))
        {
            return;
        }

        var isNew = 1 == session.Execute(
            "INSERT INTO playbooks (workspace, hash, text) VALUES ($1, $2, $3) ON CONFLICT (workspace, hash) DO NOTHING",
            deal.Workspace.Value,
            hash.Value,
            library.Texts[hash]);
        if (isNew)
        {
            AuditBook.Add(session, deal.Workspace, null, AuditAct.Playbook, deal.Qualification.StartedAt, deal.Qualification.PlaybookId.Value, became: $"\"{hash}\"");
        }

        session.AfterCommit(() => _kept.TryAdd((deal.Workspace, hash), true));
    }

    private Playbook Old(WriteSession session, WorkspaceId workspace, PlaybookHash hash)
    {
        if (!_old.TryGetValue((workspace, hash), out var playbook))
        {
            var text = session.First("SELECT text FROM playbooks WHERE workspace = $1 AND hash = $2", row => row.GetString(0), workspace.Value, hash.Value)
                ?? throw new InvalidOperationException($"No text is kept of playbook {hash}, which a deal of {workspace} was started with.");
            playbook = library.Read(text);
            _old[(workspace, hash)] = playbook;
        }

        return playbook;
    }
}
