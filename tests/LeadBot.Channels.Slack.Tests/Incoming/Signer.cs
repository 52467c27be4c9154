using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadBot.Channels.Slack.Tests.Incoming;

/// <summary>Signs as Slack does.</summary>
internal static class Signer
{
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body]));

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
