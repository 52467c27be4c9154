namespace LeadBot.Dialog.Wording;

/// <summary>Said about people and what they may do.</summary>
internal static class RoleWords
{
    public const string Somebody = "somebody";
    public const string NoAdminYet = "Nobody is admin here yet. Whoever adds LeadBot to Teams becomes one; on its server, \"leadbot admin NAME\" makes one of anybody who has talked to me.";

    /// <param name="admins">Their names; may be empty where they are not known.</param>
    public static string OnlyAdmin(IReadOnlyList<string> admins) => admins.Count == 0 ? "Only an admin can change this." : $"Only an admin can change this: {Either(admins)}.";

    public static string Unknown(string said) => $"I don't know {said}. Somebody has to have said hello to me once before I can find them; then tell me again.";

    public static string Which(string said) => $"Which {said} do you mean?";

    private static string Either(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} or {names[^1]}";
}
