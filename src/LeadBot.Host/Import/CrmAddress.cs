namespace LeadBot.Host.Import;

/// <summary>Addresses of deals in a CRM.</summary>
internal static class CrmAddress
{
    private const int Longest = 2000;

    /// <summary>The address, or null when it is none that a card may link to.</summary>
    public static string? Read(string text) =>
        text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? text : null;
}
