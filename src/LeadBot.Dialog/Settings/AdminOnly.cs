using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>Who may change the workspace, and what the others are told.</summary>
internal static class AdminOnly
{
    /// <summary>Installed the bot, or was named by an admin.</summary>
    public static bool Allows(Scene scene) => scene.Input.Workspace.IsAdmin(scene.Person.Id);

    /// <summary>Names those who could; while there are none, how to become one.</summary>
    public static string Refusal(Scene scene)
    {
        var workspace = scene.Input.Workspace;
        var admins = scene.Input.People.Where(person => workspace.IsAdmin(person.Id)).Select(person => person.Name).ToList();
        return workspace.Admin is null && workspace.Admins.Count == 0 ? RoleWords.NoAdminYet : RoleWords.OnlyAdmin(admins);
    }
}
