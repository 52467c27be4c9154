using Microsoft.AspNetCore.Http;

namespace LeadBot.Host.Startup;

/// <summary>Where the web host listens.</summary>
public static class Addresses
{
    /// <summary>Where it listens unless told otherwise; the port Bot Framework clients expect.</summary>
    public const string Default = "http://localhost:3978";

    private static readonly string[] s_settings = ["urls", "http_ports", "https_ports"];

    /// <summary>Takes the default address when no setting names one.</summary>
    /// <exception cref="StartRefusedException">What is named is no address.</exception>
    public static void AddAddresses(this WebApplicationBuilder builder)
    {
        var urls = Listed(builder.Configuration["urls"]);
        if (urls.FirstOrDefault(url => !IsAddress(url)) is { } wrong)
        {
            throw new StartRefusedException($"LeadBot cannot listen on '{wrong}': write --urls (or ASPNETCORE_URLS) like {Default}.");
        }

        var named = s_settings.Any(s => !string.IsNullOrEmpty(builder.Configuration[s]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!named)
        {
            builder.WebHost.UseUrls(Default);
        }
    }

    /// <summary>Where this machine asks a host with these settings: its first address without TLS.</summary>
    /// <exception cref="StartRefusedException">It has none.</exception>
    public static Uri ToAsk(IConfiguration settings)
    {
        var urls = Listed(settings["urls"]);
        var ports = Listed(settings["http_ports"]);
        var plain = urls.Length > 0 ? urls.FirstOrDefault(url => IsAddress(url) && BindingAddress.Parse(url).Scheme == "http") : ports.Length > 0 ? $"http://localhost:{ports[0]}" : Default;
        if (plain is null)
        {
            throw new StartRefusedException("LeadBot listens on https alone here; ask it by its name.");
        }

        var address = BindingAddress.Parse(plain);
        return new UriBuilder("http", address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host, address.Port).Uri;
    }

    private static string[] Listed(string? setting) => setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    // Kestrel takes a port that is no number for a part of the name and listens on port 80 of every address.
    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.Port is >= 0 and <= 65535 && (address.IsUnixPipe || !address.Host.Trim('[', ']').Contains(':') || address.Host.StartsWith('['));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
