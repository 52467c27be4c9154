using System.Diagnostics;
using LeadBot.Domain;
using LeadBot.Host.Delivery;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Reminding;

namespace LeadBot.Host.Reminders;

/// <summary>
/// Does everything the clock makes due, in pieces of a transaction between the turns: people are reminded, weeks end.
/// What is said waits in the outbox, committed with all that follows from saying it.
/// </summary>
public sealed class Sweep(Store store, DigestSender digests, WeekEnd week, LimitLearning learning, OutboxDelivery delivery, TimeProvider clock, ILogger<Sweep> logger) : IDisposable
{
    /// <summary>People or workspaces in one commit at most; fewer while turns go on.</summary>
    private const int Most = 50;

    /// <summary>While turns go on, so many are composed together: little more than fits into a piece.</summary>
    private const int Few = 10;

    /// <summary>While turns go on a piece is as long as this, however many it reminds, and after it the sweep rests.</summary>
    private static readonly TimeSpan s_piece = TimeSpan.FromMilliseconds(3);

    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(25);

    /// <summary>How long somebody is left alone with whom something went wrong; everybody else goes on.</summary>
    private static readonly TimeSpan s_putOff = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _oneHere = new(1);

    /// <summary>Returns once nothing is due any more, or at once where another instance is at it.</summary>
    public async Task<Swept> RunAsync(CancellationToken stop)
    {
        await _oneHere.WaitAsync(stop);
        try
        {
            using var alone = store.TryBeAlone("reminders");
            return alone is null ? default : await SweepAsync(stop);
        }
        finally
        {
            _oneHere.Release();
        }
    }

    public void Dispose() => _oneHere.Dispose();

    private async Task<Swept> SweepAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var crowded = false;
        var swept = await PieceAsync(session => People(session, now, out crowded), stop);
        foreach (var managers in crowded ? [false, true] : Array.Empty<bool>())
        {
            swept += await CrowdAsync(now, managers, stop);
        }

        swept += crowded || swept.Due > 0 ? await InPiecesAsync(session => People(session, now, out _, evenCrowded: true), stop) : default;
        var ended = new List<WorkspaceId>();
        swept += await InPiecesAsync(session => Weeks(session, ended, now), stop);
        foreach (var workspace in ended)
        {
            await LearnAsync(workspace, now, stop);
        }

        if (swept.Messages + swept.Failures > 0)
        {
            Log.Swept(logger, swept.Due, swept.Messages, swept.Failures);
        }

        return swept;
    }

    private async Task<Swept> InPiecesAsync(Func<WriteSession, Swept> piece, CancellationToken stop)
    {
        for (var swept = default(Swept); ;)
        {
            var more = await PieceAsync(piece, stop);
            swept += more;
            if (more.Due == 0)
            {
                return swept;
            }
        }
    }

    private async Task<Swept> PieceAsync(Func<WriteSession, Swept> piece, CancellationToken stop)
    {
        var swept = await store.Gate.BackgroundAsync(Scope.Sweep, piece, stop);
        if (swept.Messages > 0)
        {
            delivery.Wake();
        }

        if (swept.Due > 0 && store.Gate.TurnsGoOn)
        {
            // By the machine's clock: it is the machine that rests.
            await Task.Delay(s_rest, stop);
        }

        return swept;
    }

    /// <summary>Keeps what is composed beside the writer. Whoever is still due then, the writer reminds by itself.</summary>
    private async Task<Swept> CrowdAsync(DateTimeOffset now, bool managers, CancellationToken stop)
    {
        await using var crowd = new Crowd(store.Onlook(), digests, () => store.Gate.TurnsGoOn ? Few : Most, now, managers);
        var swept = default(Swept);
        await foreach (var batch in crowd.Batches.WithCancellation(stop))
        {
            for (var kept = 0; kept < batch.Reminders.Count;)
            {
                var piece = await PieceAsync(session => Composed(session, batch, kept, now), stop);
                kept += piece.Due;
                swept += piece;
            }
        }

        return swept;
    }

    private Swept Composed(WriteSession session, CrowdBatch batch, int from, DateTimeOffset now)
    {
        var reminders = batch.Reminders.Skip(from).ToList();
        if (!batch.Colleagues.All(colleagues => colleagues.Stand(session, now)))
        {
            return new Swept(reminders.Count, 0, 0);
        }

        // All at once, which costs less than each by itself; that is for when one of them fails.
        var swept = default(Swept);
        return session.Attempt(part => swept = InTime(reminders, one => new Swept(1, digests.Keep(part, one), 0))) is null
            ? swept
            : Each(session, reminders, digests.Keep, (_, _) => 0);
    }

    /// <param name="crowded">There may be more of them, or a manager who hears of many; nobody was reminded yet unless <paramref name="evenCrowded"/>.</param>
    private Swept People(WriteSession session, DateTimeOffset now, out bool crowded, bool evenCrowded = false)
    {
        var colleagues = new Dictionary<WorkspaceId, Colleagues>();
        var due = DuePeople.Of(session, now, Most);
        var hearsOfOthers = false;
        // What goes wrong with it goes wrong with one of them by itself, too.
        session.Attempt(part => hearsOfOthers = due.Any(person => Known(part, person).Workspace.MayHearExceptions(person.Person)));
        crowded = due.Count == Most || hearsOfOthers;
        return crowded && !evenCrowded ? default : Each(session, due, Remind, PutOff);

        int Remind(WriteSession part, DuePerson person) => digests.Remind(part, Known(part, person), person, now);

        Colleagues Known(WriteSession part, DuePerson person)
        {
            part.Enter(Scope.Of(person.Workspace));
            if (!colleagues.TryGetValue(person.Workspace, out var known))
            {
                colleagues.Add(person.Workspace, known = Colleagues.Of(part, person.Workspace, now));
            }

            return known;
        }

        int PutOff(DuePerson person, Exception failure)
        {
            Log.RemindingFailed(logger, failure, person.Workspace.Value, person.Person.Value);
            session.Enter(Scope.Of(person.Workspace));
            DuePeople.PutOff(session, person.Workspace, person.Person, now + s_putOff);
            return 1;
        }
    }

    private async Task LearnAsync(WorkspaceId workspace, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            if (await learning.LearnAsync(workspace, now, stop))
            {
                delivery.Wake();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.LearningFailed(logger, failure, workspace.Value);
        }
    }

    /// <param name="ended">Gets the workspaces whose week is over.</param>
    private Swept Weeks(WriteSession session, List<WorkspaceId> ended, DateTimeOffset now)
    {
        return Each(session, Storage.Reminding.Weeks.Due(session, now, Most), End, PutOff);

        int End(WriteSession part, (WorkspaceId Workspace, bool IsDue) due)
        {
            part.Enter(Scope.Of(due.Workspace));
            var posted = week.Keep(part, due.Workspace, due.IsDue, now);
            if (due.IsDue)
            {
                part.AfterCommit(() => ended.Add(due.Workspace));
            }

            return posted;
        }

        int PutOff((WorkspaceId Workspace, bool IsDue) due, Exception failure)
        {
            Log.WeekFailed(logger, failure, due.Workspace.Value);
            session.Enter(Scope.Of(due.Workspace));
            Storage.Reminding.Weeks.Save(session, due.Workspace, now + s_putOff);
            return 1;
        }
    }

    /// <summary>Each by itself: what goes wrong with one is undone and put off, and stops no other.</summary>
    /// <param name="act">Returns how many messages wait.</param>
    /// <param name="putOff">Returns how many failures to count.</param>
    private Swept Each<T>(WriteSession session, IReadOnlyList<T> due, Func<WriteSession, T, int> act, Func<T, Exception, int> putOff)
    {
        return InTime(due, one =>
        {
            var messages = 0;
            return session.Attempt(part => messages = act(part, one)) is { } failure
                ? new Swept(1, 0, putOff(one, failure))
                : new Swept(1, messages, 0);
        });
    }

    /// <summary>One after the other; while turns go on, no more than fit into a short piece.</summary>
    private Swept InTime<T>(IReadOnlyList<T> due, Func<T, Swept> act)
    {
        var (swept, began) = (default(Swept), Stopwatch.GetTimestamp());
        foreach (var one in due)
        {
            swept += act(one);
            if (Stopwatch.GetElapsedTime(began) >= s_piece && store.Gate.TurnsGoOn)
            {
                break;
            }
        }

        return swept;
    }
}

/// <summary>What a sweep came to.</summary>
/// <param name="Due">Times somebody or something was due.</param>
/// <param name="Messages">Put into the outbox.</param>
/// <param name="Failures">Put off because something went wrong.</param>
public readonly record struct Swept(int Due, int Messages, int Failures)
{
    public static Swept operator +(Swept one, Swept other) => new(one.Due + other.Due, one.Messages + other.Messages, one.Failures + other.Failures);
}
