namespace LeadBot.Storage.Gate;

/// <summary>What a job has to <see cref="WriteSession.Hold"/> is held by another one now.</summary>
internal sealed class HeldByAnotherException(string what) : Exception
{
    public string What => what;
}
