namespace LeadBot.Channels.BotFramework;

/// <summary>In local mode nobody has proved who they are, so nothing leaves this machine.</summary>
internal static class LocalOnly
{
    public static bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url.IsLoopback && (url.Scheme is "http" or "https");
}
