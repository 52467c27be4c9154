using System.CommandLine;
using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Import;
using LeadBot.Host.Startup;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Erasing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;
using Names = LeadBot.Dialog.Understanding.Names;

namespace LeadBot.Host.CommandLine;

/// <summary><c>forget deal NAME</c> and <c>forget person NAME</c>: what an admin does in chat, for where there is none.</summary>
public static class ForgetCommand
{
    private static readonly Option<string> s_workspace = new("--workspace") { Description = "Needed only where LeadBot serves several.", HelpName = "ID" };

    private static readonly Option<bool> s_yes = new("--yes") { Description = "Do it; without, it is only said what would be deleted." };

    private delegate string Forget(WriteSession session, Workspace workspace, string said, bool doIt, DateTimeOffset now);

    /// <summary>The command.</summary>
    public static Command Create() => new("forget", "Delete a deal, or a person with their deals, for good.")
    {
        Create("deal", "Delete a deal for good: answers, notes, history, and every message about it.", "Its name or id.", Deal),
        Create("person", "Delete a person for good, and every deal that is theirs.", "Their name or id.", Person),
    };

    /// <summary>Returns the exit code.</summary>
    public static Task<int> DealAsync(string said, string? workspace, bool doIt, TextWriter output, string[] settings, CancellationToken stop) =>
        RunAsync(Deal, said, workspace, doIt, output, settings, stop);

    /// <inheritdoc cref="DealAsync"/>
    public static Task<int> PersonAsync(string said, string? workspace, bool doIt, TextWriter output, string[] settings, CancellationToken stop) =>
        RunAsync(Person, said, workspace, doIt, output, settings, stop);

    private static Command Create(string what, string description, string which, Forget forget)
    {
        var name = new Argument<string>("NAME") { Description = which };
        var command = new Command(what, description) { name, s_workspace, s_yes };
        command.SetAction((parsed, stop) => RunAsync(forget, parsed.GetRequiredValue(name), parsed.GetValue(s_workspace), parsed.GetValue(s_yes), Console.Out, HostSettings.Of(parsed), stop));
        return command;
    }

    private static Task<int> RunAsync(Forget forget, string said, string? workspace, bool doIt, TextWriter output, string[] settings, CancellationToken stop) => Refusals.SayAsync(async () =>
    {
        using var host = Program.Files(TimeProvider.System, settings);
        using var store = Store.Open(host.Services.GetRequiredService<DatabasePlace>());
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await output.WriteLineAsync(await store.Gate.BackgroundAsync(Scope.Sweep, session => forget(session, WhichWorkspace.Of(session, workspace), said, doIt, now), stop));
    });

    private static string Deal(WriteSession session, Workspace workspace, string said, bool doIt, DateTimeOffset now)
    {
        var deal = Named(session, workspace, said);
        if (!doIt)
        {
            return $"{deal.Name} ({deal.Id}, of {deal.Owner}) would be deleted for good, with its history and every message about it. Say --yes to do it.";
        }

        ErasedDeals.Erase(session, workspace.Id, [deal.Id]);
        AuditBook.Add(session, workspace.Id, null, AuditAct.ForgotDeal, now, deal.Id.ToString());
        return $"{deal.Name} is forgotten.";
    }

    private static string Person(WriteSession session, Workspace workspace, string said, bool doIt, DateTimeOffset now)
    {
        var person = new OwnerBook(CrmDeals.Everybody(session, workspace.Id), ImportMapping.None).Find(said) switch
        {
            [var one] => one,
            [] => throw new StartRefusedException($"Nobody called {said} is known here."),
            var several => throw new StartRefusedException($"There are several people called {said}: give the id of one ({string.Join(", ", several.Select(p => p.Id))})."),
        };
        var deals = Deals.CountOf(session, workspace.Id, person.Id);
        if (!doIt)
        {
            return FormattableString.Invariant($"{person.Name} ({person.Id}) and {deals:N0} deals of theirs would be deleted for good. Say --yes to do it.");
        }

        ErasedPerson.Erase(session, workspace.Id, person.Id, null, now);
        return FormattableString.Invariant($"{person.Name} is forgotten, with {deals:N0} deals.")
            + (Workspaces.Find(session, workspace.Id)!.Admin is null ? " There is no admin any more: \"admin NAME\" makes one." : "");
    }

    private static Deal Named(WriteSession session, Workspace workspace, string said)
    {
        if (DealId.Read(said) is { } id && Deals.Find(session, workspace.Id, id) is { } exact)
        {
            return exact;
        }

        var found = Names.Traces(said, false).Select(trace => Deals.TracedOfAll(session, workspace.Id, Names.Beginning(said, false), trace))
            .Select(candidates => candidates.Where(deal => Names.Plain(deal.Name) == Names.Plain(said)).ToList())
            .FirstOrDefault(candidates => candidates.Count > 0) ?? [];
        return found switch
        {
            [var one] => Deals.Find(session, workspace.Id, one.Id)!,
            [] => throw new StartRefusedException($"There is no deal called {said}."),
            _ => throw new StartRefusedException($"There are several deals called {said}: give the id of one ({string.Join(", ", found.Select(deal => deal.Id))})."),
        };
    }
}
