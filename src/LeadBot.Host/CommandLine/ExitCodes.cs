namespace LeadBot.Host.CommandLine;

/// <summary>What the process ends with.</summary>
public static class ExitCodes
{
    /// <summary>It went well.</summary>
    public const int Done = 0;

    /// <summary>It could not be done; a sentence on stderr says why.</summary>
    public const int Refused = 1;

    /// <summary>What was typed is not a command.</summary>
    public const int WrongUse = 2;
}
