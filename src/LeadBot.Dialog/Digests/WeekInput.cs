using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Digests;

/// <summary>
/// What a linked channel's weekly post is made of. Only deals of the channel's own members are named there: of people
/// whose <see cref="Person.Team"/> it is.
/// </summary>
/// <param name="Now">UTC.</param>
/// <param name="TeamChannel">A key of <see cref="Workspace.Channels"/>; its <see cref="LinkedChannel.WeeklyPost"/> is on.</param>
/// <param name="Lost">Their deals that were lost within the last seven days, newest first.</param>
/// <param name="Seen">With <see cref="LinkedChannel.DropList"/>: their open deals a manager was told of as <see cref="Need.StrungAlongInVain"/> (<see cref="DigestDecision.Told"/>), most urgent first.</param>
/// <param name="Members">The owners of all these.</param>
public sealed record WeekInput(
    DateTimeOffset Now,
    Workspace Workspace,
    string TeamChannel,
    IReadOnlyList<Deal> Lost,
    IReadOnlyList<Deal> Seen,
    IReadOnlyList<Person> Members,
    PlaybookShelf Playbooks,
    HolidayShelf Holidays);
