using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadBot.Scenarios.Slack;

/// <summary>Signs requests as Slack does.</summary>
internal static class SlackSigner
{
    public static void Sign(HttpRequestMessage request, byte[] body, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
    }
}
