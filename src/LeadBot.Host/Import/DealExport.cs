using System.Globalization;
using CsvHelper;
using LeadBot.Dialog.Auditing;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Export;
using LeadBot.Host.Startup;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Import;

/// <summary>Writes a workspace's deals into a CSV file that an import reads back: UTF-8, commas, ISO days. It may run beside a LeadBot.</summary>
public sealed class DealExport(DatabasePlace place, TimeProvider clock)
{
    /// <summary>Deals in memory at a time.</summary>
    private const int Batch = 1000;

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Day = "yyyy-MM-dd";

    private static readonly (string Header, Func<Deal, Func<PersonId, string>, string?> Cell)[] s_columns =
    [
        ("LeadBot id", (deal, _) => deal.Id.ToString()),
        ("CRM id", (deal, _) => deal.Crm?.Id),
        ("CRM address", (deal, _) => deal.Crm?.Address),
        ("Name", (deal, _) => deal.Name),
        ("Owner", (deal, name) => name(deal.Owner)),
        ("Owner id", (deal, _) => deal.Owner.Value),
        ("Stage", (deal, _) => deal.Stage),
        ("Value", (deal, _) => Number(deal.Value)),
        ("State", (deal, _) => deal.State.ToString()),
        ("Parked until", (deal, _) => deal.State == DealState.Parked ? Written(deal.ParkedUntil) : null),
        ("Created", (deal, _) => Written(deal.CreatedAt)),
        ("Closed on", (deal, _) => Written(deal.WonAt ?? deal.Lost?.At)),
        ("Last progress", (deal, _) => Written(deal.Course.SilentSince)),
        ("Hours", (deal, _) => Number(deal.Course.HoursSunk)),
        ("Put-offs", (deal, _) => Number(deal.Course.PutOffs)),
        ("Verdict", (deal, _) => deal.Qualification?.Verdict?.ToString()),
        ("Lost reason", (deal, _) => deal.Lost?.Reason),
        ("Note", (deal, _) => deal.Lost?.Note),
        ("Hours freed", (deal, _) => Number(deal.Lost?.HoursFreed)),
    ];

    /// <summary>Writes the file, whole or not at all; returns how many deals are in it.</summary>
    /// <exception cref="StartRefusedException">The workspace is not there, or the file cannot be written.</exception>
    /// <exception cref="StorageRefusedException">The database cannot be read.</exception>
    public async Task<int> RunAsync(string path, string? workspace, CancellationToken stop)
    {
        var id = Glance.At(place, Scope.Sweep, session => WhichWorkspace.Of(session, workspace)).Id;
        var deals = WholeFile.Write(path, unfinished => Glance.At(place, Scope.Of(id), session => Write(session, unfinished, id)));
        await Beside.WriteAsync(place, Scope.Of(id), session => AuditBook.Add(session, id, null, AuditAct.Exported, clock.GetUtcNow(), "deals", became: $"{deals}"), stop);
        return deals;
    }

    private static int Write(WriteSession session, string path, WorkspaceId workspace)
    {
        var names = CrmDeals.Everybody(session, workspace).ToDictionary(person => person.Id, person => person.Name);
        // With the mark Excel knows it for UTF-8.
        using var csv = CsvWriter.Create(File.Create(path), new CsvWriterOptions { WriteByteOrderMark = true });
        Row(csv, s_columns.Select(column => column.Header));
        var count = 0;
        for (IReadOnlyList<Deal>? deals = null; deals is null || deals.Count > 0;)
        {
            deals = CrmDeals.After(session, workspace, deals is [.., var last] ? last.Id : null, Batch);
            foreach (var deal in deals)
            {
                Row(csv, s_columns.Select(column => column.Cell(deal, id => names.GetValueOrDefault(id, id.Value)) ?? ""));
            }

            count += deals.Count;
        }

        return count;
    }

    private static void Row(CsvWriter csv, IEnumerable<string> cells) => csv.WriteRecord(cells.Select(SafeCell.Write).ToArray());

    private static string? Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);

    private static string? Written(DateTimeOffset? at) => at?.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    private static string? Written(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);
}
