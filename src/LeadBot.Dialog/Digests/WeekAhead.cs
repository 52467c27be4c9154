using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Digests;

/// <summary>The weekly posts of a workspace that is looked ahead at.</summary>
/// <param name="Admin">By whose zone they come.</param>
/// <param name="EndsAt">When the next are sent, UTC.</param>
/// <param name="Lost">The linked channels that get one, each with the deals its members have lost since <see cref="After"/>.</param>
public sealed record WeekAhead(Person Admin, DateTimeOffset EndsAt, IReadOnlyDictionary<string, IReadOnlyList<Deal>> Lost)
{
    /// <summary>The next are of what was lost after it: for seven days before they are due.</summary>
    public DateTimeOffset After { get; init; } = EndsAt.AddDays(-7);

    /// <summary>… and no later than this.</summary>
    public DateTimeOffset Through { get; init; } = EndsAt;

    /// <summary>When the ones after the next are due, UTC; null: a week later.</summary>
    public DateTimeOffset? Following { get; init; }

    /// <summary>The posts to come of a workspace whose next are due, or were.</summary>
    /// <param name="lost">What a channel's members lost after the one time and no later than the other.</param>
    public static WeekAhead From(Person admin, DateTimeOffset due, DateTimeOffset now, IEnumerable<string> channels, Func<string, DateTimeOffset, DateTimeOffset, IReadOnlyList<Deal>> lost)
    {
        if (due > now)
        {
            return new(admin, due, channels.ToDictionary(channel => channel, channel => lost(channel, due.AddDays(-7), due)));
        }

        // They come late, and are of the weeks that were over; what was lost since is the following ones'.
        var (after, through, next) = WeeklyPost.Over(admin, due, now);
        return new(admin, now, channels.ToDictionary(channel => channel, channel => lost(channel, after, now))) { After = after, Through = through, Following = next };
    }

    /// <summary>The posts of this week, as things stand then.</summary>
    /// <param name="seen">The open deals that a manager was told are strung along in vain, the most urgent first.</param>
    internal IEnumerable<ReminderLine> Posts(Workspace workspace, IReadOnlyList<Person> people, IReadOnlyList<Deal> seen, PlaybookShelf playbooks, HolidayShelf holidays)
    {
        foreach (var (channel, deals) in Lost)
        {
            var members = people.Where(person => person.Team == channel).ToDictionary(person => person.Id);
            var lost = deals.Where(deal => deal.Lost!.At > After && deal.Lost.At <= Through).ToList();
            var week = new WeekInput(EndsAt, workspace, channel, lost, [.. seen.Where(deal => members.ContainsKey(deal.Owner))], [.. members.Values], playbooks, holidays);
            if (ReminderLine.Of(week, WeeklyPost.Compose(week), Admin) is { } line)
            {
                yield return line;
            }
        }
    }

    /// <summary>The week after this one.</summary>
    internal WeekAhead Next() => new(Admin, Following ?? WeeklyPost.NextAfter(Admin, EndsAt), Lost);
}
