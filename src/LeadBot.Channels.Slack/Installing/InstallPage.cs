using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace LeadBot.Channels.Slack.Installing;

/// <summary>A page of one heading and one sentence, for whoever installs the bot.</summary>
internal static class InstallPage
{
    /// <summary>Writes it.</summary>
    /// <param name="link">Where to go on, and what stands on it.</param>
    public static IResult Of(int status, string title, string sentence, (string Address, string Label)? link = null)
    {
        var html = new StringBuilder($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{Text(title)}</title><h1>{Text(title)}</h1><p>{Text(sentence)}</p>");
        if (link is var (address, label))
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<p><a href=\"{Text(address)}\">{Text(label)}</a></p>");
        }

        return new Page(status, html.ToString());
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private sealed class Page(int status, string html) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status).ExecuteAsync(httpContext);
        }
    }
}
