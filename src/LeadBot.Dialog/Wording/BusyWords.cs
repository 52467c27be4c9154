namespace LeadBot.Dialog.Wording;

/// <summary>Said when something could not be kept in the time a channel gives.</summary>
public static class BusyWords
{
    public const string TryAgain = "That did not get through, and nothing was changed. Please try it once more.";
}
