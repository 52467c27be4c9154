using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>
/// Who may change a deal: its owner, the colleague who covers the owner's absence today, and a manager of the owner's team
/// (one without a team: of everybody's). Checked when something is done, not when its button is shown.
/// </summary>
public static class Allowed
{
    /// <param name="owner">Null when nothing is known of them: then only a manager of everybody may.</param>
    /// <param name="now">UTC; an absence is counted in the owner's own days.</param>
    public static bool ToChange(Deal deal, Person? owner, Person person, Workspace workspace, DateTimeOffset now) =>
        deal.Owner == person.Id
        || (owner is not null && Covers(owner, person, now))
        || (workspace.IsManager(person.Id) && (person.Team is null || person.Team == owner?.Team));

    /// <summary>The <paramref name="person"/> looks after the absent <paramref name="owner"/>'s deals today.</summary>
    public static bool Covers(Person owner, Person person, DateTimeOffset now) =>
        owner.Today(now) is var today && owner.Absences.Any(a => a.Cover == person.Id && a.From <= today && today <= a.Until);

    /// <summary>The deal of the scene.</summary>
    internal static bool ToChange(Scene scene) =>
        ToChange(scene.Deal!, scene.Find(scene.Deal!.Owner), scene.Person, scene.Input.Workspace, scene.Input.Now);

    /// <summary>Those who may, by name: the owner, today's cover, managers.</summary>
    internal static IReadOnlyList<string> Names(Scene scene)
    {
        var deal = scene.Deal!;
        var owner = scene.Find(deal.Owner);
        return
        [
            .. scene.Input.People.Append(scene.Person).DistinctBy(p => p.Id)
                .Where(p => ToChange(deal, owner, p, scene.Input.Workspace, scene.Input.Now))
                .OrderBy(p => p.Id == deal.Owner ? 0 : 1)
                .Select(p => p.Name),
        ];
    }
}
