using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace LeadBot.Channels.Slack.Installing;

/// <summary>
/// Shows that whoever comes back from Slack is whoever was sent there: the same word travels in the address, over Slack,
/// and encrypted in a cookie that stays in their browser. Else a stranger could have them install into the stranger's workspace.
/// </summary>
internal sealed class InstallState(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "leadbot-slack-install";

    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("LeadBot.Slack.InstallState.v1");

    /// <summary>The word for the address; the cookie is set.</summary>
    public string Begin(HttpContext http)
    {
        var word = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var until = (clock.GetUtcNow() + s_life).UtcTicks.ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Cookie, protector.Protect($"{until} {word}"), Options(http, s_life));
        return word;
    }

    /// <summary>Whether the word that came back is theirs; it is good once.</summary>
    public bool End(HttpContext http, string? word)
    {
        var kept = http.Request.Cookies[Cookie];
        http.Response.Cookies.Delete(Cookie, Options(http, null));
        return kept is not null && word is not null && Read(kept) is [var until, var sent]
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && clock.GetUtcNow().UtcTicks < ticks
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(word));
    }

    private string[]? Read(string kept)
    {
        try
        {
            return protector.Unprotect(kept).Split(' ');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Slack sends them back by a link, which a lax cookie goes along with.</summary>
    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = http.Request.PathBase + SlackInstalling.Return,
        MaxAge = life,
        IsEssential = true,
    };
}
