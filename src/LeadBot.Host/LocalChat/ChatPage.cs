using System.Security.Cryptography;

namespace LeadBot.Host.LocalChat;

/// <summary>The page at <c>/</c>: Microsoft's Web Chat in LeadBot's own look, nothing from anywhere but this host.</summary>
public static class ChatPage
{
    private static readonly Lazy<string> s_html = new(ReadHtml);

    /// <summary>Maps the page and its files.</summary>
    public static void MapChatPage(this WebApplication app)
    {
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], async context =>
        {
            // Web Chat writes style elements; the nonce lets in those and no others.
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            context.Response.Headers.ContentSecurityPolicy = PolicyWith(nonce, context.Request.Host);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(s_html.Value.Replace("{nonce}", nonce, StringComparison.Ordinal));
        });
        app.UseStaticFiles();
    }

    private static string ReadHtml()
    {
        using var html = new StreamReader(typeof(ChatPage).Assembly.GetManifestResourceStream(typeof(ChatPage), "ChatPage.html")!);
        return html.ReadToEnd();
    }

    private static string PolicyWith(string nonce, HostString host) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        // Web Chat also adds one style element that is empty, hence the hash of nothing, and looks at a picture it made itself.
        $"style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "img-src 'self' data: blob:",
        $"connect-src 'self' ws://{host} wss://{host}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");
}
