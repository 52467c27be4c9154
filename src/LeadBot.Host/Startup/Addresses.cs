namespace LeadBot.Host.Startup;

/// <summary>Where the web host listens.</summary>
public static class Addresses
{
    /// <summary>Where it listens unless told otherwise; the port Bot Framework clients expect.</summary>
    public const string Default = "http://localhost:3978";

    private static readonly string[] s_settings = ["urls", "http_ports", "https_ports"];

    /// <summary>Takes the default address when no setting names one.</summary>
    public static void AddAddresses(this WebApplicationBuilder builder)
    {
        var named = s_settings.Any(s => !string.IsNullOrEmpty(builder.Configuration[s]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!named)
        {
            builder.WebHost.UseUrls(Default);
        }
    }
}
