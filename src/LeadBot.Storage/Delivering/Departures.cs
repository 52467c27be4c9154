using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Delivering;

/// <summary>Conversations that are gone: the person left or blocked the bot, or it was taken out.</summary>
public static class Departures
{
    /// <summary>An admin hears of the same conversation once a day at most, however often the bot is added and taken out.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromDays(1);

    /// <summary>Long enough that it comes but once.</summary>
    private static readonly TimeSpan s_once = TimeSpan.FromDays(3650);

    /// <summary>
    /// What waits there dies, and nothing is written there again until somebody speaks. An admin is told where it matters:
    /// a person who gets no reminders any more, a linked channel that gets no posts.
    /// </summary>
    /// <param name="why">For <c>outbox.dead_because</c>.</param>
    public static void Keep(WriteSession session, WorkspaceId id, long conversation, Departure how, string why, DateTimeOffset now)
    {
        session.Execute("DELETE FROM deliveries WHERE workspace = $1 AND conversation = $2", id.Value, conversation);
        session.Execute(
            "UPDATE outbox SET dead_at = $3, dead_because = $4 WHERE workspace = $1 AND conversation = $2 AND sent_at IS NULL AND dead_at IS NULL",
            id.Value,
            conversation,
            now.UtcTicks,
            why);
        var gone = session.All(
            "UPDATE conversations SET gone_at = $3 WHERE workspace = $1 AND id = $2 AND gone_at IS NULL RETURNING name",
            row => row.GetString(0),
            id.Value,
            conversation,
            now.UtcTicks);
        foreach (var name in gone)
        {
            if (Workspaces.Find(session, id) is { } workspace && Report(session, workspace, conversation, name, how) is { } report)
            {
                AdminReports.Once(session, workspace, AdminReports.Gone(conversation), s_quiet, report.Who, report.Card, now);
            }
        }
    }

    /// <summary>The channel said that the bot was taken out of a conversation; out of a team channel, it posts there no more, either.</summary>
    public static void TakenOut(WriteSession session, Workspace workspace, string? teamChannel, long conversation, DateTimeOffset now)
    {
        Keep(session, workspace.Id, conversation, Departure.TakenOut, Reports.TakenOut, now);
        if (teamChannel is not null && Destinations.Of(session, workspace, teamChannel) is { } posts)
        {
            Keep(session, workspace.Id, posts, Departure.TakenOut, Reports.TakenOut, now);
        }
    }

    /// <summary>Something was to be said to a person who cannot be reached: an admin hears of it once, unless it is known that they are gone.</summary>
    public static void NobodyToTell(WriteSession session, Workspace workspace, PersonId to, DateTimeOffset now)
    {
        if (People.FindReached(session, workspace.Id, to) is { Reach.Direct: null, Person: var person })
        {
            AdminReports.Once(session, workspace, $"unheard:{to}", s_once, to, Reports.OutOfReach(person, Departure.NeverBegun, Open(session, person)), now);
        }
    }

    private static (PersonId? Who, Card Card)? Report(WriteSession session, Workspace workspace, long conversation, string name, Departure how)
    {
        if (name.StartsWith(Destinations.ChannelPrefix, StringComparison.Ordinal))
        {
            return workspace.Channels.TryGetValue(name[Destinations.ChannelPrefix.Length..], out var channel) ? (null, Reports.NoPosts(channel)) : null;
        }

        var person = session.All(
            "SELECT id FROM people WHERE workspace = $1 AND (direct_conversation = $2 OR $3 || id = $4)",
            row => new PersonId(row.GetString(0)),
            workspace.Id.Value,
            conversation,
            Destinations.DirectPrefix,
            name).Select(id => People.Find(session, workspace.Id, id)).FirstOrDefault();
        return person is null ? null : (person.Id, Reports.OutOfReach(person, how, Open(session, person)));
    }

    private static List<string> Open(WriteSession session, Person person) => session.All(
        "SELECT name FROM deals WHERE workspace = $1 AND owner = $2 AND state IN ('Open', 'Parked') ORDER BY urgency DESC, id",
        row => row.GetString(0),
        person.Workspace.Value,
        person.Id.Value);
}
