using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Host.Startup;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Import;

/// <summary>What was asked for.</summary>
/// <param name="Mapping">A mapping file.</param>
/// <param name="Preview">Only say what would happen.</param>
/// <param name="Strict">A file with faults is not taken at all.</param>
/// <param name="Owner">Name or id of the owner of lines that name none.</param>
/// <param name="Workspace">Needed where there are several.</param>
public sealed record ImportOptions(string File, string? Mapping, bool Preview, bool Strict, string? Owner, string? Workspace);

/// <summary>
/// Takes a file in, in one transaction: a line that cannot be read stops no other, and an import that is interrupted
/// leaves nothing behind.
/// </summary>
public sealed class Importer(DatabasePlace place, PlaybookLibrary library, StoredPlaybooks playbooks, TeamRecords teams, HolidayShelf holidays, TimeProvider clock)
{
    private static readonly PlaybookId Default = new("lose-fast");

    /// <summary>Takes it in and says what it did, line by line.</summary>
    /// <returns>False when there were faults, or nothing was written for another reason.</returns>
    /// <exception cref="StartRefusedException">The file, the mapping, the owner or the workspace is not there.</exception>
    /// <exception cref="StorageRefusedException">The database cannot be used; for anything but a preview no LeadBot may run beside on the same SQLite file.</exception>
    public async Task<bool> RunAsync(ImportOptions options, Action<string> say, CancellationToken stop)
    {
        var mapping = options.Mapping is { } path ? MappingFile.Read(path) : ImportMapping.None;
        var file = DealFile.Open(options.File, mapping);
        if (options.Preview)
        {
            var seen = Glance.At(place, Scope.Sweep, session => Take(session, file, mapping, options, stop).Report);
            return Say(seen, preview: true, nothingWritten: true, say);
        }

        using var store = Store.Open(place);
        var (report, written, unreached) = await store.Gate.BackgroundAsync(Scope.Sweep, session => Write(session, file, mapping, options, stop), stop);
        var clean = Say(report, preview: false, nothingWritten: !written, say);
        if (unreached.Count > 0)
        {
            say($"Not told in chat, because no conversation with them is known: {string.Join(", ", unreached)}.");
        }

        return clean && written;
    }

    private (ImportReport Report, bool Written, IReadOnlyList<string> Unreached) Write(WriteSession session, DealFile file, ImportMapping mapping, ImportOptions options, CancellationToken stop)
    {
        ImportRun? run = null;
        IReadOnlyList<string> unreached = [];
        var written = session.AllOrNothing(() =>
        {
            run = Take(session, file, mapping, options, stop);
            if (options.Strict && run.Report.Faulty + run.Report.Waiting > 0)
            {
                return false;
            }

            unreached = run.Tell(session);
            AuditBook.Add(session, run.Workspace, null, AuditAct.Imported, clock.GetUtcNow(), became: $$"""{"created":{{run.Report.Created}},"changed":{{run.Report.Changed}}}""");
            return true;
        });
        return (run!.Report, written, unreached);
    }

    private ImportRun Take(WriteSession session, DealFile file, ImportMapping mapping, ImportOptions options, CancellationToken stop)
    {
        var (run, reasons) = Begin(session, file, mapping, options);
        run.Take(session, file.Lines(), reasons, stop);
        return run;
    }

    private (ImportRun Run, IReadOnlyList<string> LostReasons) Begin(WriteSession session, DealFile file, ImportMapping mapping, ImportOptions options)
    {
        var workspace = WhichWorkspace.Of(session, options.Workspace);
        var owners = new OwnerBook(CrmDeals.Everybody(session, workspace.Id), mapping);
        var owner = options.Owner is not { } said ? null : owners.Find(said) switch
        {
            [var one] => one,
            [] => throw new StartRefusedException($"Nobody called {said} has talked to LeadBot. --owner takes the name or id of somebody who has."),
            _ => throw new StartRefusedException($"There are several people called {said}: give --owner the id of one."),
        };
        var cells = new CellReader(mapping.CommaDecimals ?? file.IsSemicolon, mapping.DayFirst ?? file.IsSemicolon);
        var playbook = library.Shelf.Newest.GetValueOrDefault(workspace.Playbook ?? Default) ?? library.Shelf.Newest.Values.First();
        return (new ImportRun(workspace, new LineReader(mapping, cells, owners, owner), playbooks, holidays, teams.Of(session, workspace.Id, clock.GetUtcNow()), clock.GetUtcNow(), write: !options.Preview), playbook.LostReasons);
    }

    private static bool Say(ImportReport report, bool preview, bool nothingWritten, Action<string> say)
    {
        foreach (var line in report.Lines(preview, nothingWritten))
        {
            say(line);
        }

        return report.Faulty == 0;
    }
}
