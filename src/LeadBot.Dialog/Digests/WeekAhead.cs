using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Digests;

/// <summary>The weekly posts of a workspace that is looked ahead at.</summary>
/// <param name="Admin">By whose zone they come.</param>
/// <param name="EndsAt">When the next are due, UTC.</param>
/// <param name="Lost">The linked channels that get one, each with the deals its members have lost within the seven days before <paramref name="EndsAt"/>.</param>
public sealed record WeekAhead(Person Admin, DateTimeOffset EndsAt, IReadOnlyDictionary<string, IReadOnlyList<Deal>> Lost)
{
    /// <summary>The posts of this week, as things stand then.</summary>
    /// <param name="seen">The open deals that a manager was told are strung along in vain, the most urgent first.</param>
    internal IEnumerable<ReminderLine> Posts(Workspace workspace, IReadOnlyList<Person> people, IReadOnlyList<Deal> seen, PlaybookShelf playbooks, HolidayShelf holidays)
    {
        foreach (var (channel, deals) in Lost)
        {
            var members = people.Where(person => person.Team == channel).ToDictionary(person => person.Id);
            var lost = deals.Where(deal => deal.Lost!.At > EndsAt.AddDays(-7)).ToList();
            var week = new WeekInput(EndsAt, workspace, channel, lost, [.. seen.Where(deal => members.ContainsKey(deal.Owner))], [.. members.Values], playbooks, holidays);
            if (ReminderLine.Of(week, WeeklyPost.Compose(week), Admin) is { } line)
            {
                yield return line;
            }
        }
    }

    /// <summary>The week after this one.</summary>
    internal WeekAhead Next() => this with { EndsAt = WeeklyPost.NextAfter(Admin, EndsAt) };
}
