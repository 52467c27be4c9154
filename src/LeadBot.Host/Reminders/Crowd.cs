using System.Threading.Channels;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Reminding;

namespace LeadBot.Host.Reminders;

/// <summary>
/// Many who are due at once. Their reminders are read and composed beside the writer, a few batches ahead of it, so that it only
/// has to keep them and neither waits for the other. Whoever is not like everybody else is left for the writer to remind by itself: those who cover a
/// colleague, and those whose deals have yet to follow a change of the rules. Managers hear of others, and so come after them.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    /// <summary>Composed batches that wait for the writer at most.</summary>
    private const int Ahead = 4;

    private readonly Channel<CrowdBatch> _composed = Channel.CreateBounded<CrowdBatch>(Ahead);
    private readonly CancellationTokenSource _over = new();
    private readonly Onlooker _onlooker;
    private readonly DigestSender _digests;
    private readonly Func<int> _most;
    private readonly DateTimeOffset _now;
    private readonly bool _managers;
    private readonly Task _composing;
    private DuePerson? _last;

    /// <param name="onlooker">Disposed with it.</param>
    /// <param name="most">In the next batch; asked before each. What waits for the writer outlives collections of garbage, which take the longer for it.</param>
    /// <param name="managers">Those who hear of others, and nobody else; else all others.</param>
    public Crowd(Onlooker onlooker, DigestSender digests, Func<int> most, DateTimeOffset now, bool managers)
    {
        (_onlooker, _digests, _most, _now, _managers) = (onlooker, digests, most, now, managers);
        _composing = Task.Run(ComposeAllAsync);
    }

    /// <summary>Everybody who was due is in one, or was left to the writer.</summary>
    public IAsyncEnumerable<CrowdBatch> Batches => _composed.Reader.ReadAllAsync();

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _composing;
        _onlooker.Dispose();
        _over.Dispose();
    }

    private async Task ComposeAllAsync()
    {
        try
        {
            while (Compose() is { } batch)
            {
                await _composed.Writer.WriteAsync(batch, _over.Token);
            }

            _composed.Writer.Complete();
        }
        catch (Exception failure)
        {
            // Whoever takes the batches hears of it.
            _composed.Writer.Complete(failure);
        }
    }

    private CrowdBatch? Compose()
    {
        var colleagues = new Dictionary<WorkspaceId, Colleagues>();
        // One after the other: of the deals that were read only one person's are in memory.
        var composed = _onlooker.Look(Scope.Sweep, session => Due(session)?.Select(one => Unless(() => Compose(session, colleagues, one))).OfType<ComposedReminder>().ToList());
        return composed is null ? null : new CrowdBatch(colleagues.Values, composed);
    }

    private IReadOnlyList<DuePerson>? Due(WriteSession session)
    {
        var due = DuePeople.Of(session, _now, _most(), _last);
        _last = due is [.., var last] ? last : null;
        return due.Count == 0 ? null : due;
    }

    private ComposedReminder? Compose(WriteSession session, Dictionary<WorkspaceId, Colleagues> colleagues, DuePerson due)
    {
        session.Enter(Scope.Of(due.Workspace));
        if (!colleagues.TryGetValue(due.Workspace, out var known))
        {
            colleagues.Add(due.Workspace, known = Colleagues.Of(session, due.Workspace, _now));
        }

        var isLikeOthers = known.Workspace.MayHearExceptions(due.Person) == _managers && !known.Covered.Contains(due.Person) && !(due.RulesFollowedAt < known.RulesChangedAt);
        return isLikeOthers ? DigestSender.Compose(_digests.Read(session, known, due, _now)) : null;
    }

    /// <summary>Null when it fails: it does so again when the writer tries, who says so and puts it off.</summary>
    private static T? Unless<T>(Func<T?> act)
        where T : class
    {
        try
        {
            return act();
        }
        catch (Exception)
        {
            return null;
        }
    }
}

/// <summary>Reminders that were composed together.</summary>
/// <param name="Colleagues">Of their workspaces; what was composed holds only while they stand.</param>
internal sealed record CrowdBatch(IReadOnlyCollection<Colleagues> Colleagues, IReadOnlyList<ComposedReminder> Reminders);
