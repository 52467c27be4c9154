using System.Globalization;
using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Playbooks;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;
using Microsoft.Data.Sqlite;

namespace LeadBot.Benchmarks.Sweeps;

/// <summary>A database of people whose digest is due, and of their open deals, every one of them stale and due.</summary>
internal static class DueTeam
{
    public const string Tenant = "00000000-0000-0000-0000-0000000000c1";

    /// <summary>A Tuesday morning, within everybody's hours and on nobody's repeating day.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private const int InOneCommit = 2000;

    private static readonly Workspace s_workspace = Workspace(new WorkspaceId($"msteams:{Tenant}"));
    private static readonly PlaybookShelf s_playbooks = PlaybookCatalogue.Load(null).Shelf;

    /// <summary>The whole day is theirs, so that it does not matter when this is run.</summary>
    public static readonly DigestTimes WholeDay = DigestTimes.Usual with { At = TimeOnly.MinValue, QuietFrom = TimeOnly.MaxValue, Days = Enum.GetValues<DayOfWeek>() };

    public static string PersonId(int person) => string.Create(CultureInfo.InvariantCulture, $"00000000-rep-{person}");

    /// <summary>The one deal of that number, of the person with number <paramref name="deal"/> modulo the people.</summary>
    public static DealId Deal(int deal) => new(new Guid(deal, 0, 0, new byte[8]));

    /// <summary>As one is before anybody set anything.</summary>
    public static Workspace Workspace(WorkspaceId id) => new(id, null, null, new Dictionary<string, PlaybookId>(), null);

    /// <param name="now">When it is: digests are due since half past eight of that day.</param>
    /// <param name="serviceUrl">Where their direct conversations are.</param>
    public static Task FillAsync(string directory, int people, int deals, DateTimeOffset now, string serviceUrl) =>
        FillAsync(directory, new Office([s_workspace], Rep, number => Direct(number, serviceUrl)), people, deals, now);

    /// <inheritdoc cref="FillAsync(string, int, int, DateTimeOffset, string)"/>
    public static async Task FillAsync(string directory, Office office, int people, int deals, DateTimeOffset now)
    {
        Store.Open(directory).Dispose();
        using var file = new SqliteConnection($"Data Source={Path.Combine(directory, "leadbot.db")};Pooling=False");
        file.Open();
        var indexes = DropIndexes(file);
        using (var store = Store.Open(directory))
        {
            await InCommitsAsync(store, office.Workspaces.Count, (session, workspace) => Save(session, office.Workspaces[workspace]));
            await InCommitsAsync(store, people, (session, person) => Join(session, office.Rep(person), office.Direct(person), now));
            await InCommitsAsync(store, deals, (session, deal) => Begin(session, deal, office.Rep(deal % people), now));
        }

        indexes.ForEach(index => Execute(file, index));
        Execute(file, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>From then on, and not before.</summary>
    public static void AllDue(string directory, DateTimeOffset at)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(directory, "leadbot.db")};Pooling=False");
        file.Open();
        Execute(file, string.Create(CultureInfo.InvariantCulture, $"UPDATE people SET digest_at = {at.UtcTicks}"));
        Execute(file, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Rows in no order are sorted into an index in one go much sooner than one by one.</summary>
    /// <returns>The statements that make them again.</returns>
    private static List<string> DropIndexes(SqliteConnection file)
    {
        var indexes = new List<(string Name, string Sql)>();
        using (var read = file.CreateCommand())
        {
            read.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('deals', 'deal_events') AND sql IS NOT NULL";
            using var rows = read.ExecuteReader();
            while (rows.Read())
            {
                indexes.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        indexes.ForEach(index => Execute(file, $"DROP INDEX \"{index.Name}\""));
        return [.. indexes.Select(index => index.Sql)];
    }

    private static void Execute(SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
#pragma warning disable CA2100 // The few texts above, and what the database itself says of its indexes.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static async Task InCommitsAsync(Store store, int count, Action<WriteSession, int> each)
    {
        for (var from = 0; from < count; from += InOneCommit)
        {
            var first = from;
            await store.Gate.TurnAsync(
                Scope.Sweep,
                session =>
                {
                    for (var number = first; number < Math.Min(first + InOneCommit, count); number++)
                    {
                        each(session, number);
                    }

                    return true;
                },
                CancellationToken.None);
        }
    }

    private static void Save(WriteSession session, Workspace workspace)
    {
        session.Enter(Scope.Of(workspace.Id));
        Workspaces.Save(session, workspace);
    }

    private static void Join(WriteSession session, Person person, Place direct, DateTimeOffset now)
    {
        session.Enter(Scope.Of(person.Workspace));
        People.Save(session, person);
        People.Save(session, person, new Reach(Conversations.Save(session, direct, Conversation.New), null, null));
        DuePeople.Save(session, new Remindable(person, 0, null, now.AddHours(-1)));
    }

    private static Place Direct(int number, string serviceUrl)
    {
        var address = JsonSerializer.Serialize(new
        {
            serviceUrl,
            channelId = "msteams",
            conversation = new { id = $"talk-{number}", conversationType = "personal", tenantId = Tenant },
            bot = new { id = "bot", name = "LeadBot" },
            user = new { id = PersonId(number), name = Rep(number).Name, aadObjectId = PersonId(number) },
        });
        return new Place("botframework", s_workspace.Id, $"talk-{number}", PlaceKind.Direct, null, address);
    }

    private static Person Rep(int number) => new(new PersonId(PersonId(number)), s_workspace.Id, $"Rep {number}", "UTC", Digest: WholeDay);

    private static void Begin(WriteSession session, int number, Person owner, DateTimeOffset now)
    {
        var workspace = Workspace(owner.Workspace);
        session.Enter(Scope.Of(workspace.Id));
        var began = now.AddDays(-60 - (number % 30));
        var course = Course.StartingOn(DateOnly.FromDateTime(began.UtcDateTime), began) with { PutOffs = number % 4, HoursSunk = number % 11, LastTouch = began };
        var deal = new Deal(
            Deal(number), owner.Workspace, owner.Id, $"Northwind Traders {number}", DealState.Open, 1, began, Course: course, Value: number % 97 * 1000,
            Crm: new CrmLink($"crm-{number}", $"https://crm.example/deals/{number}"));
        Deals.SaveByClock(session, new DealChange(deal, [new Happening.Imported()]), workspace, s_playbooks, began);
        DueDeals.LookAgain(session, workspace.Id, NextLook.Of(new DueDeal(deal, null), owner, workspace, HolidayShelf.Empty.For(workspace, owner), s_playbooks, TeamRecord.None, began), deal.Revision);
    }
}

/// <summary>Who works where.</summary>
/// <param name="Rep">By their number.</param>
/// <param name="Direct">Where the rep with that number is spoken to alone.</param>
internal sealed record Office(IReadOnlyList<Workspace> Workspaces, Func<int, Person> Rep, Func<int, Place> Direct);
