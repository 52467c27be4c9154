using LeadBot.Dialog.Auditing;
using LeadBot.Host.Import;
using LeadBot.Host.Startup;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Exporting;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;

namespace LeadBot.Host.Export;

/// <summary>Writes all that LeadBot holds about a workspace into a file of JSON lines. It may run beside a LeadBot.</summary>
public sealed class WorkspaceExport(DatabasePlace place, TimeProvider clock)
{
    /// <summary>Writes the file, whole or not at all; returns how many lines of each kind are in it.</summary>
    /// <exception cref="StartRefusedException">The workspace is not there, or the file cannot be written.</exception>
    /// <exception cref="StorageRefusedException">The database cannot be used.</exception>
    public async Task<IReadOnlyList<(string Kind, int Lines)>> RunAsync(string path, string? workspace, CancellationToken stop)
    {
        var id = Glance.At(place, Scope.Sweep, session => WhichWorkspace.Of(session, workspace)).Id;
        // Before the file is there, so that the file holds it, too.
        await Beside.WriteAsync(place, Scope.Of(id), session => AuditBook.Add(session, id, null, AuditAct.Exported, clock.GetUtcNow(), "everything"), stop);
        return WholeFile.Write(path, unfinished =>
        {
            using var file = File.Create(unfinished);
            return Glance.At(place, Scope.Of(id), session => Everything.Write(session, id, file));
        });
    }
}
