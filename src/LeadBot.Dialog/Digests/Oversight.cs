using LeadBot.Dialog.Conversations;
using LeadBot.Domain;

namespace LeadBot.Dialog.Digests;

/// <summary>
/// Of whose deals somebody hears what needs a manager: a manager of their own team's, without a team of everybody's. Where
/// nobody looks after a team (or after those without one), the admins do; they may change no more by that.
/// </summary>
/// <param name="By">Never of their own.</param>
/// <param name="Team">The linked channel whose members they look after; null: none in particular.</param>
/// <param name="Except">They hear of everybody but the members of these; null: of <paramref name="Team"/> alone.</param>
public sealed record Oversight(PersonId By, string? Team, IReadOnlyList<string>? Except)
{
    /// <param name="people">The workspace's managers, and whoever else.</param>
    /// <returns>Null: they look after nobody.</returns>
    public static Oversight? Of(Person by, Workspace workspace, IEnumerable<Person> people)
    {
        var teams = people.Where(person => workspace.IsManager(person.Id)).Select(manager => manager.Team).Distinct().ToList();
        if (workspace.IsManager(by.Id) && by.Team is null)
        {
            return new Oversight(by.Id, null, []);
        }

        var leftOver = workspace.IsAdmin(by.Id) && !teams.Contains(null) ? teams.OfType<string>().ToList() : null;
        return workspace.IsManager(by.Id) ? new Oversight(by.Id, by.Team, leftOver)
            : leftOver is null ? null
            : new Oversight(by.Id, null, leftOver);
    }

    public bool Includes(Person rep) =>
        rep.Id != By && ((Team is not null && rep.Team == Team) || (Except is not null && (rep.Team is null || !Except.Contains(rep.Team))));
}
