using System.CommandLine;
using LeadBot.Host.Import;
using LeadBot.Host.Startup;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.CommandLine;

/// <summary><c>admin NAME</c>: for workspaces whose installer is unknown, or whose last admin left.</summary>
public static class AdminCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The name or id of somebody who has talked to LeadBot." };
        var workspace = new Option<string>("--workspace") { Description = "Needed only where LeadBot serves several.", HelpName = "ID" };
        var command = new Command("admin", "Make somebody an admin, where nobody in chat can.") { name, workspace };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(name), parsed.GetValue(workspace), Console.Out, HostSettings.Of(parsed), stop));
        return command;
    }

    /// <summary>Returns the exit code.</summary>
    public static Task<int> RunAsync(string name, string? workspace, TextWriter output, string[] settings, CancellationToken stop) => Refusals.SayAsync(async () =>
    {
        using var host = Program.Files(TimeProvider.System, settings);
        using var store = Store.Open(host.Services.GetRequiredService<DatabasePlace>());
        await output.WriteLineAsync(await store.Gate.BackgroundAsync(Scope.Sweep, session => Make(session, name, workspace, TimeProvider.System.GetUtcNow()), stop));
    });

    private static string Make(WriteSession session, string name, string? named, DateTimeOffset now)
    {
        var workspace = WhichWorkspace.Of(session, named);
        var person = new OwnerBook(CrmDeals.Everybody(session, workspace.Id), ImportMapping.None).Find(name) switch
        {
            [var one] => one,
            [] => throw new StartRefusedException($"Nobody called {name} has talked to LeadBot yet. Once they have said hello to it, try again."),
            var several => throw new StartRefusedException($"There are several people called {name}: give the id of one ({string.Join(", ", several.Select(p => p.Id))})."),
        };
        if (workspace.IsAdmin(person.Id))
        {
            return $"{person.Name} is an admin already.";
        }

        var changed = workspace.Admin is null ? workspace with { Admin = person.Id } : workspace with { Admins = [.. workspace.Admins, person.Id] };
        Workspaces.Save(session, changed);
        AuditBook.AddChanges(session, workspace, changed, null, now);
        return $"{person.Name} is an admin now.";
    }
}
