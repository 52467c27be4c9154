namespace LeadBot.Dialog.Wording;

/// <summary>Said to people of another company, in a channel that both share.</summary>
public static class StrangerWords
{
    public const string MembersOnly = "LeadBot answers only members of the workspace that installed it.";
}
