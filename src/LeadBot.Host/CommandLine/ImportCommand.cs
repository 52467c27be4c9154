using System.CommandLine;
using LeadBot.Host.Export;
using LeadBot.Host.Import;

namespace LeadBot.Host.CommandLine;

/// <summary><c>import FILE</c> and <c>export FILE</c>: deals as CSV.</summary>
public static class ImportCommand
{
    private const string Csv = "csv";
    private const string JsonLines = "jsonl";

    private static readonly Option<string> s_workspace = new("--workspace") { Description = "Whose deals. Needed only where LeadBot serves several.", HelpName = "ID" };

    /// <summary><c>import</c>.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A CSV file, such as HubSpot, Pipedrive or Salesforce write." };
        var mapping = new Option<string>("--mapping") { Description = "A YAML file that says which column is which, where they are not recognised.", HelpName = "FILE" };
        var preview = new Option<bool>("--preview") { Description = "Say what would happen and write nothing." };
        var strict = new Option<bool>("--strict") { Description = "Write nothing unless every line can be read and every owner is known." };
        var owner = new Option<string>("--owner") { Description = "Who owns the deals that name nobody.", HelpName = "NAME" };
        var command = new Command("import", "Take deals in from a CRM's CSV file. Every clock starts today; doing it again doubles nothing.") { file, mapping, preview, strict, owner, s_workspace };
        command.SetAction((parsed, stop) => ImportAsync(
            new ImportOptions(parsed.GetRequiredValue(file), parsed.GetValue(mapping), parsed.GetValue(preview), parsed.GetValue(strict), parsed.GetValue(owner), parsed.GetValue(s_workspace)),
            Console.Out,
            HostSettings.Of(parsed),
            stop));
        return command;
    }

    /// <summary><c>export</c>.</summary>
    public static Command CreateExport()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the file; one that is there is replaced." };
        var format = new Option<string>("--format") { Description = "csv: the deals, as import reads them back. jsonl: everything LeadBot holds about the workspace, a JSON object a line.", HelpName = "csv|jsonl", DefaultValueFactory = _ => Csv };
        format.AcceptOnlyFromAmong(Csv, JsonLines);
        var command = new Command("export", "Write a workspace's deals, or everything about it, into a file. May run beside a LeadBot.") { file, format, s_workspace };
        command.SetAction((parsed, stop) => parsed.GetValue(format) == JsonLines
            ? ExportAllAsync(parsed.GetRequiredValue(file), parsed.GetValue(s_workspace), Console.Out, HostSettings.Of(parsed), stop)
            : ExportAsync(parsed.GetRequiredValue(file), parsed.GetValue(s_workspace), Console.Out, HostSettings.Of(parsed), stop));
        return command;
    }

    /// <summary>Returns the exit code: refused when a line could not be read, too.</summary>
    public static async Task<int> ImportAsync(ImportOptions options, TextWriter output, string[] settings, CancellationToken stop, TimeProvider? clock = null)
    {
        var clean = true;
        var code = await Refusals.SayAsync(async () =>
        {
            using var host = Program.Files(clock ?? TimeProvider.System, settings);
            clean = await host.Services.GetRequiredService<Importer>().RunAsync(options, output.WriteLine, stop);
        });
        return clean ? code : ExitCodes.Refused;
    }

    /// <summary>Returns the exit code.</summary>
    public static Task<int> ExportAsync(string file, string? workspace, TextWriter output, string[] settings, CancellationToken stop) => Refusals.SayAsync(async () =>
    {
        using var host = Program.Files(TimeProvider.System, settings);
        var deals = await host.Services.GetRequiredService<DealExport>().RunAsync(file, workspace, stop);
        await output.WriteLineAsync(deals == 1 ? $"1 deal is in {file}." : FormattableString.Invariant($"{deals:N0} deals are in {file}."));
    });

    /// <summary>Returns the exit code.</summary>
    public static Task<int> ExportAllAsync(string file, string? workspace, TextWriter output, string[] settings, CancellationToken stop) => Refusals.SayAsync(async () =>
    {
        using var host = Program.Files(TimeProvider.System, settings);
        foreach (var (kind, lines) in await host.Services.GetRequiredService<WorkspaceExport>().RunAsync(file, workspace, stop))
        {
            await output.WriteLineAsync(FormattableString.Invariant($"{lines,12:N0}  {kind}"));
        }

        await output.WriteLineAsync($"All of it is in {file}.");
    });
}
