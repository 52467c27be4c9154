namespace LeadBot.Storage.Opening;

/// <summary>The database cannot be used as it is. The message is for the person who starts LeadBot: what is wrong, and what to do.</summary>
public sealed class StorageRefusedException : Exception
{
    public StorageRefusedException(string sentence, Exception? cause = null)
        : base(sentence, cause)
    {
    }
}
