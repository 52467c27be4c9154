using System.Text.Json;
using System.Text.RegularExpressions;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain.Qualification;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Host.Tests.Turns;

/// <summary>A workspace of people who talk, press and are reminded, and all that is said to them, in words that do not depend on ids.</summary>
internal sealed partial class Office : IAsyncDisposable
{
    private static readonly PlaybookLibrary s_playbooks = Qualifying.Library(LoseFast.Playbook);

    private readonly TurnBench _bench;
    private readonly string _name;
    private readonly bool _isOwner;
    private readonly List<Button> _shown = [];
    private readonly List<string> _said = [];
    private int _events;
    private long _seen;

    public Office(TemporaryDirectory directory, string name)
    {
        var talk = new Talk(new QuestionOrder(64));
        (_bench, _name, _isOwner) = (new TurnBench(directory, talk.Decide, playbooks: s_playbooks) { Needs = Talk.Needs }, name, true);
    }

    private Office(TurnBench bench, string name) => (_bench, _name) = (bench, name);

    private Scope Scope => Scope.Of(new(_name));

    /// <summary>Everything that was ever said to anybody in it.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>It is as late there as in the other.</summary>
    public void CatchUpWith(Office other) => _bench.Clock.SetUtcNow(other._bench.Clock.GetUtcNow());

    /// <summary>Another one in the same database.</summary>
    public Office OfAnother(string name) => new(_bench, name);

    /// <summary>An admin, a manager, two reps, a linked channel, and two deals that have words in them which tell whose they are.</summary>
    public async Task MoveInAsync()
    {
        await TakeAsync("boss", new Said.Arrived(Installed: true), false);
        foreach (var person in new[] { "mo", "ann", "bob" })
        {
            await TypeAsync(person, "hello", false);
        }

        await TypeAsync("boss", "settings managers mo", false);
        foreach (var person in new[] { "boss", "ann", "bob", "mo" })
        {
            await TakeAsync(person, new Said.Typed(person == "boss" ? "settings post here" : "deals"), false, "north");
        }

        await TakeAsync("boss", new Said.Typed("settings weekly on"), false, "north");
        foreach (var said in new[] { "qualify Acme", "cancel", $"log Acme {(_name == "one" ? 1 : 7)}h they want the price of {_name}", $"next Acme friday send the offer of {_name}", "qualify Globex", "cancel" })
        {
            await TypeAsync("ann", said, false);
        }
    }

    /// <summary>What is answered, and told to whomever because of it.</summary>
    public Task<string> TypeAsync(string person, string text, bool inForms) => TakeAsync(person, new Said.Typed(text), inForms);

    public Task<string> PressAsync(string person, string action, IReadOnlyDictionary<string, string> fields, bool inForms) => TakeAsync(person, new Said.Pressed(action, fields, CanRedraw: true), inForms);

    /// <summary>Every button of what was just shown, its fields filled in.</summary>
    public async Task<string> PressAllAsync(string person, bool inForms)
    {
        var said = new List<string>();
        foreach (var button in _shown.ToList())
        {
            said.Add(await PressAsync(person, button.Action, new Dictionary<string, string> { [ButtonFields.Note] = "as they say", [ButtonFields.Day] = "2026-04-20", [ButtonFields.Hours] = "2" }.Concat(button.Data).DistinctBy(field => field.Key).ToDictionary(), inForms));
        }

        return string.Join('\n', said);
    }

    public Task<string> OpenHomeAsync(string person) => TakeAsync(person, new Said.HomeOpened(), false);

    /// <summary>What is said by the clock, a day later.</summary>
    public async Task<string> NextDayAsync()
    {
        _bench.Clock.Advance(TimeSpan.FromDays(1));
        await _bench.SweepAsync();
        return await SaidNowAsync([]);
    }

    /// <summary>Its deals' ids by their names.</summary>
    public Task<Dictionary<string, string>> DealsAsync(string workspace) => _bench.Store.Gate.TurnAsync(
        Scope.Of(new(workspace)),
        session => session.All("SELECT name, id FROM deals WHERE workspace = $1 ORDER BY id", row => (Name: row.GetString(0), Id: row.GetString(1)), workspace).DistinctBy(deal => deal.Name).ToDictionary(deal => deal.Name, deal => deal.Id),
        TestContext.Current.CancellationToken);

    /// <summary>Every row a workspace has in any table.</summary>
    public async Task<List<string>> RowsAsync(string workspace)
    {
        using var tables = _bench.Tables();
        var names = tables.Model.GetEntityTypes().Where(table => table.FindProperty("Workspace") is not null).Select(table => table.GetTableName()!).ToList();
        return await _bench.Store.Gate.TurnAsync(
            Scope.Of(new(workspace)),
            session => names.SelectMany(name => session.All($"SELECT * FROM {name} WHERE workspace = $1", Cells, workspace).Order(StringComparer.Ordinal))
                .Concat(session.All("SELECT * FROM workspaces WHERE id = $1", Cells, workspace)).ToList(),
            TestContext.Current.CancellationToken);

        static string Cells(System.Data.Common.DbDataReader row) => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(at => row.IsDBNull(at) ? "" : row.GetValue(at)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOwner)
        {
            await _bench.DisposeAsync();
        }
    }

    /// <summary>
    /// The ids of deals are random: each becomes its place among those that are mentioned. Lines of the audit log are counted over all workspaces,
    /// and the button to older ones carries one's number.
    /// </summary>
    public static string WithoutIds(string text)
    {
        var known = new List<string>();
        return DealIds().Replace(AuditLines().Replace(text, ""), found =>
        {
            if (!known.Contains(found.Value))
            {
                known.Add(found.Value);
            }

            return $"deal {known.IndexOf(found.Value)}";
        });
    }

    private async Task<string> TakeAsync(string person, Said said, bool inForms, string? teamChannel = null)
    {
        // Deals of different moments come in the order of their ids.
        _bench.Clock.Advance(TimeSpan.FromMilliseconds(10));
        var message = _bench.Message($"e{_events++}", person: person, conversation: $"with {person}", workspace: _name) with { Said = said, CanOpenForm = inForms, CanWhisper = inForms };
        var place = message.Place with
        {
            Kind = said is Said.HomeOpened ? PlaceKind.Home : teamChannel is null ? PlaceKind.Direct : PlaceKind.Thread,
            Conversation = said is Said.HomeOpened ? $"home of {person}" : teamChannel is null ? message.Place.Conversation : $"{person} in {teamChannel}",
            TeamChannel = teamChannel,
            TeamAddress = teamChannel is null ? null : $"root of {teamChannel}",
        };
        var response = await _bench.TakeAsync(message with { Place = place });
        return await SaidNowAsync([response.Redrawn, response.Form, .. response.Replies, response.OnlyForYou is { } line ? Card.Of(line) : null]);
    }

    private async Task<string> SaidNowAsync(IEnumerable<Card?> answered)
    {
        var told = await _bench.Store.Gate.TurnAsync(
            Scope,
            session => session.All(
                "SELECT o.id, c.name, o.card FROM outbox o JOIN conversations c ON c.workspace = o.workspace AND c.id = o.conversation WHERE o.workspace = $1 AND o.id > $2 ORDER BY o.id",
                row => (Id: row.GetInt64(0), To: row.GetString(1), Card: row.GetString(2)),
                _name,
                _seen),
            TestContext.Current.CancellationToken);
        _seen = told is [.., var last] ? last.Id : _seen;
        var cards = answered.OfType<Card>().Select(card => (To: "", Card: card)).Concat(told.Select(one => (one.To, Card: JsonSerializer.Deserialize(one.Card, StoredJson.Documents.Card)!))).ToList();
        _shown.Clear();
        _shown.AddRange(cards.SelectMany(card => card.Card.AllButtons));
        var said = WithoutIds(string.Join('\n', cards.Select(card => $"{card.To}: {JsonSerializer.Serialize(card.Card, StoredJson.Documents.Card)}")));
        _said.Add(said);
        return said;
    }

    [GeneratedRegex("""(?<="Older","data":{"value":")\d+""")]
    private static partial Regex AuditLines();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex DealIds();
}
