using System.Threading.Channels;
using LeadBot.Dialog.Channels;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;

namespace LeadBot.Host.Delivery;

/// <summary>
/// Sends what waits in the outbox through the channels of this process, and through no other: conversations in
/// parallel, each one in order, each message at least once. Turns hand over what they just said; the rest, left by a
/// crash or put off, is claimed when it is due.
/// </summary>
public sealed class OutboxDelivery(Store store, ConversationDelivery conversations, IEnumerable<IChannel> channels, TimeProvider clock, ILogger<OutboxDelivery> logger) : BackgroundService
{
    /// <summary>How many conversations are delivered at a time.</summary>
    private const int Parallel = 128;

    /// <summary>How many conversations of a channel are claimed at a time, so that turns get in between.</summary>
    private const int Claimed = 16;

    /// <summary>
    /// How often an instance beside others looks by itself: so it knows of every lease that began before, and takes over what a
    /// dead one held within a lease and this.
    /// </summary>
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(4);

    /// <summary>So many conversations may wait in memory for hands; what else turns say waits in the database.</summary>
    private const int MostHeld = 4 * Parallel;

    /// <summary>
    /// A process that is told to stop goes on with what it holds for so long, and then lets go of what it has not begun: with what it
    /// has begun (a lease at most) it is done before the host gives up waiting.
    /// </summary>
    private static readonly TimeSpan s_finish = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name);
    private readonly Channel<Held> _held = Channel.CreateUnbounded<Held>();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool _moreIsDue;
    private int _busy;
    // UTC ticks; never, as long as it is not told to stop.
    private long _letGoAt = long.MaxValue;

    /// <summary>Whether this process delivers to that channel.</summary>
    public bool Delivers(string channel) => _channels.ContainsKey(channel);

    /// <summary>Whether it also has hands for what is said there now, or will have soon.</summary>
    public bool HasRoomFor(string channel) => Delivers(channel) && _held.Reader.Count < MostHeld && Volatile.Read(ref _letGoAt) == long.MaxValue;

    /// <summary>Takes what a turn said and holds. When this process is stopping, the next one finds it.</summary>
    public void Hand(Held held) => _held.Writer.TryWrite(held);

    /// <summary>Something was put into the outbox that nobody holds.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Claims until told to stop, then finishes what is held.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopped = stoppingToken.Register(() => Volatile.Write(ref _letGoAt, (clock.GetUtcNow() + s_finish).UtcTicks));
        var hearing = store.HearCallsAsync(Wake, clock, stoppingToken);
        var workers = Enumerable.Range(0, Parallel).Select(_ => DeliverAsync()).ToList();
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = await ClaimAsync();
            if (!_moreIsDue || !HasFreeHands)
            {
                await CallOthersAsync(stoppingToken);
                await WaitAsync(store.IsShared ? Earlier(next, clock.GetUtcNow() + s_look) : next, stoppingToken);
            }
        }

        _held.Writer.Complete();
        await Task.WhenAll([hearing, .. workers]);
    }

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    /// <summary>What this instance has no hands for another may have.</summary>
    private async Task CallOthersAsync(CancellationToken stop)
    {
        try
        {
            await (_moreIsDue ? store.CallOthersAsync(stop) : Task.CompletedTask);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || stop.IsCancellationRequested)
        {
            Log.ClaimFailed(logger, failure);
        }
    }

    private bool HasFreeHands => Volatile.Read(ref _busy) + _held.Reader.Count <= Parallel - Claimed;

    private async Task DeliverAsync()
    {
        await foreach (var held in _held.Reader.ReadAllAsync())
        {
            Interlocked.Increment(ref _busy);
            try
            {
                for (var current = held; current is not null;)
                {
                    current = clock.GetUtcNow().UtcTicks < Volatile.Read(ref _letGoAt)
                        ? await conversations.DeliverAsync(_channels[held.Channel], current, Wake)
                        : await conversations.LetGoAsync(current);
                }
            }
            catch (Exception failure)
            {
                // What was sent but could not be marked is sent again when the lease has run out.
                Log.DeliveryFailed(logger, failure, held.Conversation);
                Wake();
            }

            Interlocked.Decrement(ref _busy);
            if (_moreIsDue && HasFreeHands)
            {
                Wake();
            }
        }
    }

    /// <summary>Claims what is due and returns when to look again; null: only when woken.</summary>
    private async Task<DateTimeOffset?> ClaimAsync()
    {
        if (!HasFreeHands)
        {
            // Whoever is through wakes it then; or is through just now, and did not see this yet.
            _moreIsDue = true;
            Interlocked.MemoryBarrier();
            return null;
        }

        try
        {
            var (claimed, next) = await store.Gate.BackgroundAsync(Scope.Delivery, Claim, CancellationToken.None);
            claimed.ForEach(Hand);
            return next;
        }
        catch (Exception failure)
        {
            Log.ClaimFailed(logger, failure);
            _moreIsDue = false;
            return clock.GetUtcNow() + Held.Lease;
        }
    }

    private (List<Held> Claimed, DateTimeOffset? Next) Claim(WriteSession session)
    {
        var now = clock.GetUtcNow();
        var claimed = _channels.Keys.Select(channel => Deliveries.Claim(session, channel, Claimed, now)).ToList();
        // With hands full, what else is due waits for free ones.
        _moreIsDue = claimed.Any(ofChannel => ofChannel.Count == Claimed);
        return ([.. claimed.SelectMany(ofChannel => ofChannel)], _moreIsDue ? null : _channels.Keys.Min(channel => Deliveries.NextDue(session, channel, now)));
    }

    private async Task WaitAsync(DateTimeOffset? until, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var woken = _wake.Reader.WaitToReadAsync(over.Token).AsTask();
        var left = until is { } at ? TimeSpan.FromTicks(Math.Max(0, (at - clock.GetUtcNow()).Ticks)) : Timeout.InfiniteTimeSpan;
        var due = Task.Delay(left, clock, over.Token);
        // A clock that was put forward before the timer began is seen here.
        if (!(until <= clock.GetUtcNow()))
        {
            await Task.WhenAny(woken, due);
        }

        await over.CancelAsync();
        _wake.Reader.TryRead(out _);
    }
}
