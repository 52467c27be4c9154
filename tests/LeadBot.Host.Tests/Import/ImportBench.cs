using System.Runtime.CompilerServices;
using System.Text.Json;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Host.Import;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Json;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Host.Tests.Import;

/// <summary>A data directory with Kim and Lee in it, into which files are imported as the command does it.</summary>
internal sealed class ImportBench : IDisposable
{
    public static readonly WorkspaceId Workspace = new("local");

    private readonly TemporaryDirectory _directory = new();

    public ImportBench(params IReadOnlyList<string> people)
    {
        using var store = Store.Open(Databases.Of(Data));
        foreach (var name in people.Count == 0 ? ["Kim Park", "Lee Moor"] : people)
        {
            Greet(store, name);
        }
    }

    /// <summary>Monday, 2 March 2026.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public string Data => Path.Combine(_directory.Path, "data");

    public List<string> Said { get; } = [];

    public static string File(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Files", name);

    /// <summary>A file of these lines.</summary>
    public string Written(params IReadOnlyList<string> lines)
    {
        var path = Path.Combine(_directory.Path, "deals.csv");
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    public string Fresh(string name) => Path.Combine(_directory.Path, name);

    /// <summary>Imports it; false when there were faults.</summary>
    public async Task<bool> ImportAsync(string file, string? mapping = null, bool preview = false, bool strict = false, string? owner = null, CancellationToken? stop = null)
    {
        Said.Clear();
        using var host = Program.Files(Clock, ServerDatabases.Settings(Data));
        return await host.Services.GetRequiredService<Importer>().RunAsync(
            new ImportOptions(file, mapping, preview, strict, owner, null), Said.Add, stop ?? TestContext.Current.CancellationToken);
    }

    public int Export(string file)
    {
        using var host = Program.Files(Clock, ServerDatabases.Settings(Data));
        return host.Services.GetRequiredService<DealExport>().RunAsync(file, null, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    public Deal Deal(string name) => Deals().Single(deal => deal.Name == name);

    public IReadOnlyList<Deal> Deals() => Glance.At(Databases.Of(Data), Databases.Local, session => CrmDeals.After(session, Workspace, null, int.MaxValue));

    public IReadOnlyList<DealEvent> History(Deal deal) => Glance.At(Databases.Of(Data), Databases.Local, session => LeadBot.Storage.Turns.History.Of(session, Workspace, deal.Id, 50));

    /// <summary>Where a digest lists it among the others.</summary>
    public double Urgency(string name) => Glance.At(Databases.Of(Data), Databases.Local, session => session.All("SELECT urgency FROM deals WHERE name = $1", row => row.GetDouble(0), name)[0]);

    public int CountOfDeals() => Glance.At(Databases.Of(Data), Databases.Local, session => session.All("SELECT COUNT(*) FROM deals", row => row.GetInt32(0))[0]);

    /// <summary>What waits to be said in direct conversations.</summary>
    public IReadOnlyList<Card> Waiting() => Glance.At(Databases.Of(Data), Databases.Local, session => session.All(
        "SELECT card FROM outbox ORDER BY id", row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Card)!));

    /// <summary>Somebody says hello for the first time.</summary>
    public void Greet(string name)
    {
        using var store = Store.Open(Databases.Of(Data));
        Greet(store, name);
    }

    /// <summary>A rep changes their deal in chat.</summary>
    public void Change(string name, Func<Deal, DealChange> change)
    {
        using var store = Store.Open(Databases.Of(Data));
        Run(store, session =>
        {
            var deal = CrmDeals.After(session, Workspace, null, int.MaxValue).Single(d => d.Name == name);
            var (changed, what) = change(deal);
            LeadBot.Storage.Turns.Deals.SaveByClock(
                session, new DealChange(changed with { Revision = deal.Revision + 1 }, what), Workspaces.Find(session, Workspace)!, s_noPlaybooks, Clock.GetUtcNow());
        });
    }

    public void Dispose() => _directory.Dispose();

    private static readonly PlaybookShelf s_noPlaybooks = new(new Dictionary<PlaybookId, Playbook>(), new Dictionary<PlaybookHash, Playbook>());

    private static void Greet(Store store, string name) => Run(store, session =>
    {
        var id = new PersonId(name.Split(' ')[0].ToLowerInvariant());
        if (Workspaces.Find(session, Workspace) is null)
        {
            Workspaces.Save(session, new Workspace(Workspace, id, null, new Dictionary<string, PlaybookId>(), null));
        }

        var person = new Person(id, Workspace, name, "Europe/Berlin");
        People.Save(session, person);
        var place = new Place("test", Workspace, $"direct-{id}", PlaceKind.Direct, null, "{}");
        People.Save(session, person, new Reach(LeadBot.Storage.Turns.Conversations.Save(session, place, Conversation.New), null, null));
    });

    private static void Run(Store store, Action<LeadBot.Storage.Gate.WriteSession> work) => store.Gate.TurnAsync(
        Databases.Local,
        session =>
        {
            work(session);
            return true;
        },
        TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
