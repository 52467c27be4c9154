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
public sealed class Sweep(Store store, DigestSender digests, WeekEnd week, LimitLearning learning, OutboxDelivery delivery, TimeProvider clock, ILogger<Sweep> logger)
{
    /// <summary>People or workspaces in one commit at most; fewer when turns wait.</summary>
    private const int Most = 50;

    /// <summary>How long somebody is left alone with whom something went wrong; everybody else goes on.</summary>
    private static readonly TimeSpan s_putOff = TimeSpan.FromHours(1);

    /// <summary>Returns once nothing is due any more.</summary>
    public async Task<Swept> RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var swept = await InPiecesAsync(session => People(session, now), stop);
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
            var more = await store.Gate.BackgroundAsync(piece, stop);
            swept += more;
            if (more.Messages > 0)
            {
                delivery.Wake();
            }

            if (more.Due == 0)
            {
                return swept;
            }
        }
    }

    private Swept People(WriteSession session, DateTimeOffset now)
    {
        var colleagues = new Dictionary<WorkspaceId, Colleagues>();
        return Each(session, DuePeople.Of(session, now, Most), Remind, PutOff);

        int Remind(WriteSession part, (WorkspaceId Workspace, PersonId Person) due)
        {
            if (!colleagues.TryGetValue(due.Workspace, out var known))
            {
                colleagues.Add(due.Workspace, known = Colleagues.Of(part, due.Workspace, now));
            }

            return digests.Remind(part, known, due.Person, now);
        }

        void PutOff((WorkspaceId Workspace, PersonId Person) due, Exception failure)
        {
            Log.RemindingFailed(logger, failure, due.Workspace.Value, due.Person.Value);
            DuePeople.PutOff(session, due.Workspace, due.Person, now + s_putOff);
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
            var posted = week.Keep(part, due.Workspace, due.IsDue, now);
            if (due.IsDue)
            {
                part.AfterCommit(() => ended.Add(due.Workspace));
            }

            return posted;
        }

        void PutOff((WorkspaceId Workspace, bool IsDue) due, Exception failure)
        {
            Log.WeekFailed(logger, failure, due.Workspace.Value);
            Storage.Reminding.Weeks.Save(session, due.Workspace, now + s_putOff);
        }
    }

    /// <summary>Each by itself: what goes wrong with one is undone and put off, and stops no other. Turns that wait go first.</summary>
    private Swept Each<T>(WriteSession session, IReadOnlyList<T> due, Func<WriteSession, T, int> act, Action<T, Exception> putOff)
    {
        var swept = default(Swept);
        foreach (var one in due)
        {
            var messages = 0;
            if (session.Attempt(part => messages = act(part, one)) is { } failure)
            {
                putOff(one, failure);
                swept += new Swept(1, 0, 1);
            }
            else
            {
                swept += new Swept(1, messages, 0);
            }

            if (store.Gate.TurnsWait)
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
