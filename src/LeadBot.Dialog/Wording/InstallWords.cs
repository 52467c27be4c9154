namespace LeadBot.Dialog.Wording;

/// <summary>What is said to whoever installs the bot from a channel's own page.</summary>
public static class InstallWords
{
    public const string Installed = "LeadBot is installed";
    public const string NotInstalled = "LeadBot was not installed";
    public const string Next = "You are its admin. It has written to you directly in Slack; you can close this page.";
    public const string NextInOrganisation = "Add it to workspaces in your organisation's settings. You are its admin in each of them as soon as you write to it there; you can close this page.";
    public const string Cancelled = "You cancelled, and nothing was changed.";
    public const string Elsewhere = "This page was opened from another browser, or more than ten minutes after installing began.";
    public const string NotNow = "Slack does not answer just now. Try again in a minute.";
    public const string Again = "Begin again";

    /// <param name="error">Slack's word for it.</param>
    public static string Refused(string error) => $"Slack refused it: {error}. If it goes on, tell whoever runs LeadBot for you.";
}
