namespace LeadBot.Dialog.Wording;

/// <summary>Said about people and what they may do.</summary>
internal static class RoleWords
{
    public const string Somebody = "somebody";
    public const string NoAdminYet = "Nobody is admin here yet. Whoever adds LeadBot to Teams becomes one; on its server, \"leadbot admin NAME\" makes one of anybody who has talked to me.";

    public const string Manager = "manager";
    public const string Managers = "Managers";
    public const string ChangeManagers = "Change managers";
    public const string Admin = "admin";
    public const string Admins = "Admins";
    public const string ChangeAdmins = "Change admins";
    public const string Nobody = "nobody";
    public const string Field = "A name, for example Kim; or: remove Kim";

    public static string Ask(string role, string now) => $"{Capital(role)}s now: {now}. Who shall be one, too? For example \"settings {role}s add Kim\" or \"settings {role}s remove Kim\".";

    public static string Remove(string name) => $"Remove {name}";

    public static string OneAtATime(string role) => $"One at a time, please: \"settings {role}s add Kim\".";

    public static string IsAlready(string name, string role) => $"{name} is {Article(role)} already.";

    public static string IsNone(string name, string role) => $"{name} is no {role}.";

    public static string Added(string name, string role) => role == Admin
        ? $"Noted: {name} is an admin and can change these settings."
        : $"Noted: {name} is a manager, can change the team's deals and hears what needs one.";

    public static string YouAre(string by, string role) => role == Admin
        ? $"{by} made you an admin: you can change how I work for everybody. \"settings workspace\" shows what there is."
        : $"{by} made you a manager: you can change your team's deals, and I tell you, once a day at most, what needs you.";

    public static string Removed(string name, string role) => $"Noted: {name} is no {role} any more.";

    public static string LastAdmin(string name) => $"{name} is the last admin, and one has to be left. Add somebody first: \"settings admins add Kim\".";

    /// <param name="admins">Their names; may be empty where they are not known.</param>
    public static string OnlyAdmin(IReadOnlyList<string> admins) => admins.Count == 0 ? "Only an admin can change this." : $"Only an admin can change this: {Either(admins)}.";

    public static string Unknown(string said) => $"I don't know {said}. Somebody has to have said hello to me once before I can find them; then tell me again.";

    public static string Which(string said) => $"Which {said} do you mean?";

    private static string Article(string role) => role == Admin ? "an admin" : "a manager";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Either(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} or {names[^1]}";
}
