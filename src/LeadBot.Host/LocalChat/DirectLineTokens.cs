using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadBot.Host.LocalChat;

/// <summary>
/// Tokens that say which conversation their bearer is in, and until when. Signed with a key kept beside the transcripts,
/// so that an open page outlives a restart.
/// </summary>
public sealed class DirectLineTokens(string keyFile, TimeProvider clock)
{
    /// <summary>How long a token is good; a page that stays open refreshes its own.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly Lazy<byte[]> _key = new(() => ReadOrMakeKey(keyFile));

    /// <summary>A token for one conversation.</summary>
    public string For(string conversation)
    {
        var until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        var claim = string.Create(CultureInfo.InvariantCulture, $"{conversation}.{until}");
        return $"{claim}.{Sign(claim)}";
    }

    /// <summary>The conversation a token is for; null when it is not ours or has expired.</summary>
    public string? Read(string? token)
    {
        if (token?.Split('.') is not [var conversation, var until, var signature])
        {
            return null;
        }

        var genuine = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign($"{conversation}.{until}")), Encoding.UTF8.GetBytes(signature));
        return genuine && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? conversation : null;
    }

    private string Sign(string claim) => Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(claim)));

    private static byte[] ReadOrMakeKey(string file)
    {
        if (File.Exists(file) && File.ReadAllBytes(file) is { Length: HMACSHA256.HashSizeInBytes } kept)
        {
            return kept;
        }

        var key = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, key);
        return key;
    }
}
