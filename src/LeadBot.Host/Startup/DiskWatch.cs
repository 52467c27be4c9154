using System.Threading.Channels;
using LeadBot.Storage.Opening;

namespace LeadBot.Host.Startup;

/// <summary>
/// Says once that the database's disk is full, and once that there is room again. In between this instance is not ready; what comes is refused, and its
/// channel brings it again.
/// </summary>
internal sealed class DiskWatch : BackgroundService
{
    /// <summary>So often it looks whether there is room again.</summary>
    public static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> _found = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Store _store;
    private readonly TimeProvider _clock;
    private readonly ILogger<DiskWatch> _logger;
    private volatile bool _isFull;

    public DiskWatch(Store store, TimeProvider clock, ILogger<DiskWatch> logger)
    {
        (_store, _clock, _logger) = (store, clock, logger);
        store.Gate.FoundNoRoom += () =>
        {
            _isFull = true;
            _found.Writer.TryWrite(true);
        };
    }

    /// <summary>Something could not be written for want of room, and there was none since.</summary>
    public bool IsFull => _isFull;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _found.Reader.WaitToReadAsync(stoppingToken))
        {
            Log.DiskFull(_logger);
            do
            {
                await Task.Delay(LooksEvery, _clock, stoppingToken);
            }
            while (!await _store.HasRoomAsync(stoppingToken));

            _found.Reader.TryRead(out _);
            _isFull = false;
            Log.RoomAgain(_logger);
        }
    }
}
