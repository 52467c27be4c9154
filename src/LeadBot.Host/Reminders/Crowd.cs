using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Reminding;

namespace LeadBot.Host.Reminders;

/// <summary>
/// Many who are due at once. Their reminders are read and composed beside the writer, one batch ahead of it, so that it only
/// has to keep them. Whoever is not like everybody else is left for the writer to remind by itself: managers, who hear of
/// others, those who cover a colleague, and those whose deals have yet to follow a change of the rules.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly Onlooker _onlooker;
    private readonly DigestSender _digests;
    private readonly int _most;
    private readonly DateTimeOffset _now;
    private DuePerson? _last;
    private Task<CrowdBatch?> _next;

    /// <param name="onlooker">Disposed with it.</param>
    /// <param name="most">In one batch.</param>
    public Crowd(Onlooker onlooker, DigestSender digests, int most, DateTimeOffset now)
    {
        (_onlooker, _digests, _most, _now) = (onlooker, digests, most, now);
        _next = Task.Run(Compose);
    }

    /// <summary>The next batch; null: everybody who was due was in one, or was left to the writer.</summary>
    public async Task<CrowdBatch?> NextAsync()
    {
        var batch = await _next;
        _next = batch is null ? _next : Task.Run(Compose);
        return batch;
    }

    public async ValueTask DisposeAsync()
    {
        await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _onlooker.Dispose();
    }

    private CrowdBatch? Compose()
    {
        var colleagues = new Dictionary<WorkspaceId, Colleagues>();
        var read = _onlooker.Look(session => Read(session, colleagues));
        return read is null ? null : new CrowdBatch(colleagues.Values, [.. read.Select(one => Unless(() => DigestSender.Compose(one))).OfType<ComposedReminder>()]);
    }

    private List<ReadReminder>? Read(WriteSession session, Dictionary<WorkspaceId, Colleagues> colleagues)
    {
        var due = DuePeople.Of(session, _now, _most, _last);
        _last = due is [.., var last] ? last : null;
        return due.Count == 0 ? null : [.. due.Select(one => Unless(() => Read(session, colleagues, one))).OfType<ReadReminder>()];
    }

    private ReadReminder? Read(WriteSession session, Dictionary<WorkspaceId, Colleagues> colleagues, DuePerson due)
    {
        if (!colleagues.TryGetValue(due.Workspace, out var known))
        {
            colleagues.Add(due.Workspace, known = Colleagues.Of(session, due.Workspace, _now));
        }

        var isLikeOthers = !known.Workspace.MayHearExceptions(due.Person) && !known.Covered.Contains(due.Person) && !(due.RulesFollowedAt < known.RulesChangedAt);
        return isLikeOthers ? _digests.Read(session, known, due, _now) : null;
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
