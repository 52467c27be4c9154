using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;

namespace LeadBot.Dialog.Settings;

/// <summary>Who has a role: managers, or admins.</summary>
internal abstract class RoleSetting : Setting
{
    private const string Adding = "add";
    private const string Removing = "remove";

    public override bool ForAdmins => true;

    public override string Now(Scene scene) => Holders(scene.Input.Workspace) is { Count: > 0 } holders ? string.Join(", ", holders.Select(id => Finding.NameOf(scene, id))) : RoleWords.Nobody;

    public override string Question(Scene scene) => RoleWords.Ask(Role, Now(scene));

    public override string Field => RoleWords.Field;

    public override IEnumerable<Choice> Choices(Scene scene) =>
        Holders(scene.Input.Workspace).Select(id => new Choice(RoleWords.Remove(Finding.NameOf(scene, id)), $"{Removing} {id.Value}"));

    public override string? PersonIn(string said) => RoleSaid.Read(said)?.Person;

    public override Reply Read(Scene scene, string said)
    {
        if (RoleSaid.Read(said) is not { } role)
        {
            return Reply.NotThat(Question(scene), [.. Choices(scene)]);
        }

        var found = Finding.Person(scene, role.Person);
        return found switch
        {
            [] => Reply.NotThat(role.IsSeveral ? RoleWords.OneAtATime(Role) : RoleWords.Unknown(role.Person)),
            [var person] => role.Add ? Added(scene, person) : Removed(scene, person),
            _ => Reply.NotThat(RoleWords.Which(role.Person), [.. found.Select(p => new Choice(p.Name, $"{(role.Add ? Adding : Removing)} {p.Id.Value}"))]),
        };
    }

    /// <summary>"manager" or "admin".</summary>
    protected abstract string Role { get; }

    protected abstract IReadOnlyList<PersonId> Holders(Workspace workspace);

    protected abstract Workspace With(Workspace workspace, PersonId person);

    /// <summary>Null when nobody would be left who has to be.</summary>
    protected abstract Workspace? Without(Workspace workspace, PersonId person);

    private Reply Added(Scene scene, Person person)
    {
        var workspace = scene.Input.Workspace;
        return Holders(workspace).Contains(person.Id)
            ? Reply.Noted(RoleWords.IsAlready(person.Name, Role), workspace)
            : Reply.Noted(RoleWords.Added(person.Name, Role), With(workspace, person.Id)) with
            {
                Tell = person.Id == scene.Person.Id ? null : new Telling(person.Id, Cards.Card.Of(RoleWords.YouAre(scene.Person.Name, Role))),
            };
    }

    private Reply Removed(Scene scene, Person person)
    {
        var workspace = scene.Input.Workspace;
        return !Holders(workspace).Contains(person.Id) ? Reply.Noted(RoleWords.IsNone(person.Name, Role), workspace)
            : Without(workspace, person.Id) is { } left ? Reply.Noted(RoleWords.Removed(person.Name, Role), left)
            : Reply.Noted(RoleWords.LastAdmin(person.Name), workspace);
    }
}

/// <summary>Who looks after the reps' deals.</summary>
internal sealed class ManagersSetting : RoleSetting
{
    public override SettingName Name => SettingName.Managers;

    public override string Label => RoleWords.Managers;

    public override Choice Change(Scene scene) => new(RoleWords.ChangeManagers);

    protected override string Role => RoleWords.Manager;

    protected override IReadOnlyList<PersonId> Holders(Workspace workspace) => workspace.Managers;

    protected override Workspace With(Workspace workspace, PersonId person) => workspace with { Managers = [.. workspace.Managers, person] };

    protected override Workspace Without(Workspace workspace, PersonId person) => workspace with { Managers = [.. workspace.Managers.Where(id => id != person)] };
}

/// <summary>Who may change the workspace's settings. There is always one.</summary>
internal sealed class AdminsSetting : RoleSetting
{
    public override SettingName Name => SettingName.Admins;

    public override string Label => RoleWords.Admins;

    public override Choice Change(Scene scene) => new(RoleWords.ChangeAdmins);

    protected override string Role => RoleWords.Admin;

    protected override IReadOnlyList<PersonId> Holders(Workspace workspace) =>
        [.. workspace.Admin is { } first ? [first, .. workspace.Admins] : workspace.Admins.Distinct()];

    protected override Workspace With(Workspace workspace, PersonId person) =>
        workspace.Admin is null ? workspace with { Admin = person } : workspace with { Admins = [.. workspace.Admins, person] };

    protected override Workspace? Without(Workspace workspace, PersonId person)
    {
        var left = Holders(workspace).Where(id => id != person).ToList();
        return left.Count == 0 ? null : workspace with { Admin = left[0], Admins = left[1..] };
    }
}
