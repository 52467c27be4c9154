using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Reminders;

/// <summary>What happens in a workspace once a week, on Friday afternoon: the posts into its linked channels.</summary>
public sealed class WeekEnd(StoredPlaybooks playbooks, HolidayShelf holidays, ILogger<WeekEnd> logger)
{
    /// <summary>How often a workspace without an admin, whose zone says when Friday is, is looked at.</summary>
    private static readonly TimeSpan s_withoutAdmin = TimeSpan.FromDays(1);

    /// <summary>Posts, and says when the next week ends.</summary>
    /// <param name="isDue">False: it only has to be worked out.</param>
    /// <returns>How many messages wait now.</returns>
    public int Keep(WriteSession session, WorkspaceId id, bool isDue, DateTimeOffset now)
    {
        var workspace = Workspaces.Find(session, id) ?? throw new InvalidOperationException($"There is no workspace {id}.");
        var admin = workspace.Admin is { } person ? People.Find(session, id, person) : null;
        if (admin is null || !isDue || Weeks.At(session, id) is not { } due)
        {
            Weeks.Save(session, id, admin is null ? now + s_withoutAdmin : WeeklyPost.NextAt(admin, now));
            return 0;
        }

        var (after, through, next) = WeeklyPost.Over(admin, due, now);
        Weeks.Save(session, id, next);
        return workspace.Channels.Where(channel => channel.Value.WeeklyPost)
            .Count(channel => Post(session, workspace, channel.Key, Weeks.Lost(session, id, channel.Key, after, through), admin.Today(now), now));
    }

    private bool Post(WriteSession session, Workspace workspace, string channel, IReadOnlyList<Deal> lost, DateOnly today, DateTimeOffset now)
    {
        var seen = workspace.Channels[channel].DropList ? Weeks.Seen(session, workspace.Id, channel) : [];
        var owners = lost.Concat(seen).Select(deal => deal.Owner).ToHashSet();
        var members = Weeks.Members(session, workspace.Id, channel).Where(member => owners.Contains(member.Id));
        var shelf = playbooks.For(session, workspace.Id, lost.Concat(seen));
        if (WeeklyPost.Compose(new WeekInput(now, workspace, channel, lost, seen, [.. members], shelf, holidays)) is not { } card)
        {
            return false;
        }

        if (Destinations.Of(session, workspace, channel) is not { } destination)
        {
            Log.NowhereToPost(logger, workspace.Id.Value, channel);
            return false;
        }

        var message = Outbox.Add(session, workspace.Id, destination, [card], now)[0];
        SentDigests.Add(session, workspace.Id, channel, today, SentDigests.Weekly, now, message, [.. seen.Select(deal => deal.Id)]);
        return true;
    }
}
