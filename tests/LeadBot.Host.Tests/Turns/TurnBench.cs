using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Host.Delivery;
using LeadBot.Host.Reminders;
using LeadBot.Host.Turns;
using LeadBot.Storage;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>Turns and their delivery, with everything real but the clock, the decision and the channel.</summary>
public sealed class TurnBench : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Of an installation without any.</summary>
    public static readonly PlaybookLibrary NoPlaybooks = new(
        new PlaybookShelf(new Dictionary<PlaybookId, Playbook>(), new Dictionary<PlaybookHash, Playbook>()),
        new Dictionary<PlaybookHash, string>(),
        _ => throw new InvalidOperationException("No playbook was stored."));

    private readonly string _directory;

    /// <param name="beside">Others run on the same database, which a server's may; else whoever had it open before is dead, and its leases over.</param>
    public TurnBench(
        TemporaryDirectory directory, Func<TurnInput, Decision> decide, FakeTimeProvider? clock = null, PlaybookLibrary? playbooks = null, RecordingChannel? channel = null, bool beside = false)
    {
        Channel = channel ?? new RecordingChannel();
        _directory = directory.Path;
        Clock = clock ?? new FakeTimeProvider(Start);
        Store = Store.Open(Databases.Of(_directory));
        if (!beside)
        {
            Store.Gate.BackgroundAsync(Scope.Delivery, Deliveries.LetGoOfAll, CancellationToken.None).GetAwaiter().GetResult();
        }

        var options = Options.Create(new DeliveryOptions());
        var stored = new StoredPlaybooks(playbooks ?? NoPlaybooks);
        var conversations = new ConversationDelivery(Store, options, Clock, NullLogger<ConversationDelivery>.Instance);
        Delivery = new OutboxDelivery(Store, conversations, [Channel], Clock, NullLogger<OutboxDelivery>.Instance);
        Retention = new Retention(Store, options, Options.Create(Keep), Clock, NullLogger<Retention>.Instance);
        GivenUp = new GivenUpReport(Store, Delivery, Clock, NullLogger<GivenUpReport>.Instance);
        var teams = new TeamRecords();
        Digests = new DigestSender(stored, teams, HolidayShelf.Empty, new OneByOne([Channel], Clock), NullLogger<DigestSender>.Instance);
        Sweep = new Sweep(Store, Digests, new WeekEnd(stored, HolidayShelf.Empty, NullLogger<WeekEnd>.Instance), new LimitLearning(Store, HolidayShelf.Empty), Delivery, Clock, NullLogger<Sweep>.Instance);
        var decisions = new Decisions((message, conversation) => Needs(message, conversation), decide);
        Turns = new TurnTaker(Store, new TurnLoader(stored, new AnswerCountBook(), teams, HolidayShelf.Empty), new TurnKeeper(stored, NullLogger<TurnKeeper>.Instance), decisions, Delivery, Clock, NullLogger<TurnTaker>.Instance);
    }

    /// <summary>How long what is kept is kept; may be changed.</summary>
    public RetentionOptions Keep { get; } = new();

    public FakeTimeProvider Clock { get; }

    public Store Store { get; }

    public RecordingChannel Channel { get; }

    public OutboxDelivery Delivery { get; }

    public Retention Retention { get; }

    public GivenUpReport GivenUp { get; }

    public TurnTaker Turns { get; }

    public DigestSender Digests { get; }

    public Sweep Sweep { get; }

    public Func<IncomingMessage, Conversation, TurnNeeds> Needs { get; set; } = (_, conversation) => new TurnNeeds(conversation.Deal, null);

    /// <summary>A decision that says these lines and remembers when.</summary>
    public static Decision Say(TurnInput input, params string[] lines) =>
        new(input.Conversation with { LastHeard = input.Now }, [.. lines.Select(line => Card.Of(line))]);

    /// <summary>Repeats what was typed.</summary>
    public static Decision Echo(TurnInput input) => Say(input, ((Said.Typed)input.Message.Said).Text);

    public IncomingMessage Message(string key, string text = "hello", string conversation = "c1", string person = "ann", string workspace = "local") => new(
        key,
        new Place(Channel.Name, new WorkspaceId(workspace), conversation, PlaceKind.Direct, null, $"address of {conversation}"),
        new Sender(new PersonId(person), person),
        new Said.Typed(text),
        Clock.GetUtcNow());

    /// <summary>The same in a thread of a team channel.</summary>
    public IncomingMessage InThread(string key, string text = "hello", string person = "ann", string thread = "t1", string channel = "north") => Message(key, text, person: person) with
    {
        Place = new Place(Channel.Name, new WorkspaceId("local"), thread, PlaceKind.Thread, channel, $"address of {thread}", $"root of {channel}"),
    };

    /// <summary>Says it to a person from outside any turn, as a reminder is.</summary>
    public async Task RemindAsync(string person, string line)
    {
        await Store.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                var workspace = new WorkspaceId("local");
                var direct = Destinations.DirectOf(session, workspace, new PersonId(person));
                Outbox.Add(session, workspace, direct ?? throw new InvalidOperationException($"{person} cannot be reached."), [Card.Of(line)], Clock.GetUtcNow());
                return true;
            },
            TestContext.Current.CancellationToken);
        Delivery.Wake();
    }

    /// <summary>Whether a person can be written to.</summary>
    public Task<bool> CanReachAsync(string person) => Store.Gate.TurnAsync(
        Databases.Local,
        session => Destinations.DirectOf(session, new WorkspaceId("local"), new PersonId(person)) is not null,
        TestContext.Current.CancellationToken);

    public Task<TurnResponse> TakeAsync(IncomingMessage message) => Turns.TakeAsync(message, TestContext.Current.CancellationToken);

    public Task<TurnResponse> TakeAsync(string key, string text = "hello", string conversation = "c1") => TakeAsync(Message(key, text, conversation));

    public Task<Swept> SweepAsync() => Sweep.RunAsync(TestContext.Current.CancellationToken);

    public Task DeliverAsync() => Delivery.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits until every write that was queued so far, delivery's marks among them, is committed.</summary>
    public Task WrittenAsync() => Store.Gate.BackgroundAsync(Databases.Local, _ => true, TestContext.Current.CancellationToken);

    /// <summary>Reads the tables beside the writer.</summary>
    public LeadBotDb Tables() => Databases.Tables(_directory);

    /// <summary>Waits until the tables are as they should be.</summary>
    public async Task UntilAsync(Func<LeadBotDb, bool> holds)
    {
        for (var patience = TimeProvider.System.GetTimestamp(); ; await Task.Yield())
        {
            await WrittenAsync();
            using var tables = Tables();
            if (holds(tables))
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromMinutes(2), "The tables never came to be as they should.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Delivery.StopAsync(CancellationToken.None);
        Delivery.Dispose();
        Retention.Dispose();
        GivenUp.Dispose();
        Store.Dispose();
    }
}
