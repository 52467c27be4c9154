using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>
/// Whether a request comes from Slack and is not an old one played again: HMAC-SHA256 under the app's signing secret over
/// <c>v0:{timestamp}:{body}</c>, the bytes as they came. Nothing is allocated for the body, and the comparison takes as
/// long for a wrong signature as for the right one.
/// </summary>
/// <remarks>https://docs.slack.dev/authentication/verifying-requests-from-slack</remarks>
internal sealed class SlackSignature(string secret, TimeProvider clock)
{
    public const string SignatureHeader = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>Seconds a request may be old, or ahead of this machine's clock.</summary>
    public const long Window = 300;

    private const string Version = "v0=";
    private const int LongestTimestamp = 12;
    private const int Length = 3 + 2 * SHA256.HashSizeInBytes;

    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    /// <param name="timestamp">The header as it came: seconds since 1970.</param>
    /// <param name="signature">The header as it came.</param>
    public bool IsValid(string? timestamp, string? signature, in ReadOnlySequence<byte> body)
    {
        if (!IsRecent(timestamp) || signature is not { Length: Length } || !signature.StartsWith(Version, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> start = stackalloc byte[4 + LongestTimestamp];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[2 * SHA256.HashSizeInBytes];
        Span<byte> claimed = stackalloc byte[2 * SHA256.HashSizeInBytes];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(start[..Encoding.ASCII.GetBytes($"v0:{timestamp}:", start)]);
        foreach (var piece in body)
        {
            hmac.AppendData(piece.Span);
        }

        hmac.GetHashAndReset(hash);
        Convert.TryToHexStringLower(hash, expected, out _);
        Encoding.ASCII.GetBytes(signature.AsSpan(Version.Length), claimed);
        return CryptographicOperations.FixedTimeEquals(expected, claimed);
    }

    private bool IsRecent(string? timestamp) =>
        timestamp is { Length: <= LongestTimestamp } && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
        && Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - sent) <= Window;
}
