using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain.Deals;

namespace LeadBot.TestKit;

/// <summary>What a manager who asks for the reminders to come is told, as the storage would load it.</summary>
internal static class Ahead
{
    public static IReadOnlyList<ReminderLine> Of(Desk desk, Person asks, IReadOnlyList<Person> people, Func<Deal, DueDeal> due)
    {
        var team = desk.Workspace.TeamHeardOf(asks);
        var foresight = new Foresight(desk.Workspace, desk.Playbooks, desk.Holidays, desk.Team);
        var theirs = people.Where(person => person.Workspace == desk.Workspace.Id && (team is null || person.Team == team)).ToDictionary(person => person.Id);
        foreach (var person in theirs.Values)
        {
            foresight.Put(Reminder.Later(new Remindable(person, 0, null, null), desk.Workspace, desk.Holidays, desk.Now));
        }

        foreach (var deal in desk.Deals.Values.Where(deal => theirs.ContainsKey(deal.Owner) && deal.State is DealState.Open or DealState.Parked))
        {
            foresight.Put(due(deal), desk.Now);
        }

        if (people.FirstOrDefault(person => person.Id == desk.Workspace.Admin) is { } admin)
        {
            var ends = WeeklyPost.NextAt(admin, desk.Now);
            foresight.Put(new WeekAhead(admin, ends, desk.Workspace.Channels.Where(channel => channel.Value.WeeklyPost && channel.Key == (team ?? channel.Key)).ToDictionary(
                channel => channel.Key,
                channel => (IReadOnlyList<Deal>)[.. desk.Deals.Values.Where(deal => deal.State == DealState.Lost && theirs.GetValueOrDefault(deal.Owner)?.Team == channel.Key)])));
        }

        return [.. foresight.Lines(desk.Now.AddDays(TurnNeeds.ReminderDays))];
    }
}
