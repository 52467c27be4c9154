namespace LeadBot.Domain.Qualification;

/// <summary>Where a question stands, as a number: a piece's index, or one of these.</summary>
internal static class Stand
{
    public const int Open = -1;
    public const int Unknown = -2;
}
