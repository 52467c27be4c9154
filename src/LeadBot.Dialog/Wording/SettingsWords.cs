using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about settings in general, amounts, zones and playbooks.</summary>
internal static class SettingsWords
{
    public const string Title = "Settings";
    public const string WorkspaceTitle = "Workspace settings";
    public const string DealsGroup = "Deals and playbook";
    public const string SilenceGroup = "Silence and put-offs";
    public const string ChannelsGroup = "Channels";
    public const string PeopleGroup = "People and holidays";
    public const string AmountsLabel = "How you write amounts";
    public const string ZoneLabel = "Your time zone";
    public const string PlaybookHereLabel = "Playbook of this channel";
    public const string PlaybookLabel = "Playbook";
    public const string PointDecimal = "1,500.00";
    public const string CommaDecimal = "1.500,00";
    public const string AskAmounts = "How do you write amounts? For example \"settings amounts 1,500.00\".";
    public const string ChangeZone = "Change time zone";
    public const string ChangePlaybook = "Change playbook";
    public const string ZoneField = "A city or a zone, for example Berlin or America/New_York";
    public const string AskZone = "Which time zone are you in? A large city in it works best: \"Berlin\", \"Chicago\", \"Mumbai\".";
    public const string ZoneAgain = "I don't know that zone. For example \"Berlin\" or \"UTC+2\".";

    private const string Mine = "\"amounts\", \"zone\", \"digest\", \"days\", \"quiet\", \"most\", \"mute\", \"away\" and \"holidays\"";
    private const string Workspaces = "\"playbook\", \"stages\", \"limit\", \"put-offs\", \"floor\", \"learnt\", \"chance\", \"team holidays\", \"post here\", \"weekly\", \"drop list\", \"auto-park\", \"managers\" and \"admins\"";

    public static string UnknownSetting(bool isAdmin) => isAdmin
        ? $"I know no such setting. Yours: {Mine}. The workspace's: {Workspaces}. For example \"settings digest 8:30\"."
        : $"I know no such setting. Yours: {Mine}. For example \"settings digest 8:30\".";

    public static string WriteAmounts(AmountLanguage language) => $"Write amounts as {Example(language)}";

    public static string Example(AmountLanguage language) => language == AmountLanguage.CommaDecimal ? CommaDecimal : PointDecimal;

    public static string AmountsSet(AmountLanguage language) => $"Noted: you write amounts as {Example(language)}.";

    public static string ZoneSet(string zone, TimeOnly clock) => $"Noted: your time zone is {zone}; it is {Days.Time(clock)} there.";

    public static string WhichPlaybook(bool inChannel) => inChannel ? "Which playbook shall be used in this channel?" : "Which playbook shall be used where a channel has none of its own?";

    public static string Playbook(string title, string id) => $"{title} ({id})";

    public static string PlaybookSetHere(string title) => $"Noted: in this channel deals are qualified with \"{title}\" from now on.";

    public static string PlaybookSet(string title) => $"Noted: deals are qualified with \"{title}\" from now on, except in channels with a playbook of their own.";
}
