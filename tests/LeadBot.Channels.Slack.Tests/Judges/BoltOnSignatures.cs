using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using CsCheck;
using LeadBot.Channels.Slack.Incoming;
using LeadBot.Channels.Slack.Tests.Incoming;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Channels.Slack.Tests.Judges;

public sealed class BoltOnSignatures
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private sealed record Request(string Secret, string Timestamp, string Signature, string Body);

    private static readonly Gen<string> Secrets = Gen.String[Gen.Char.AlphaNumeric, 1, 40];

    private static readonly Gen<string> Bodies = Gen.Frequency(
        (3, Gen.String[Gen.Char[' ', '~'], 0, 200]),
        (1, Gen.String[Gen.Char['\u00a0', '\ud7ff'], 0, 60]),
        (1, Gen.Const("")),
        (1, Gen.Const("payload=%7B%22type%22%3A%22block_actions%22%7D")));

    private static readonly Gen<string> Timestamps = Gen.Frequency(
        (6, Gen.Int[-310, 290].Select(s => Signer.Seconds(Now.AddSeconds(s)))),
        (2, Gen.OneOf(-301, -300, -299, 300).Select(s => Signer.Seconds(Now.AddSeconds(s)))),
        (1, Gen.OneOf("", "0", "yesterday", "-5", "1e3")));

    private static readonly Gen<Request> Requests =
        from secret in Secrets
        from timestamp in Timestamps
        from body in Bodies
        from kind in Gen.Int[0, 9]
        from letter in Gen.Int[0, 66]
        from other in Gen.Char['0', 'z']
        let right = Signer.Sign(secret, timestamp, Encoding.UTF8.GetBytes(body))
        select kind switch
        {
            0 => new Request(secret, timestamp, $"{right[..letter]}{other}{right[(letter + 1)..]}", body),
            1 => new Request(secret, timestamp, right, body + other),
            2 => new Request(secret + other, timestamp, right, body),
            3 => new Request(secret, timestamp, right.ToUpperInvariant(), body),
            4 => new Request(secret, timestamp, right[..letter], body),
            _ => new Request(secret, timestamp, right, body),
        };

    [Fact]
    public async Task Bolt_believes_what_we_believe_and_nothing_else()
    {
        var made = new ConcurrentBag<Request>();
        Requests.Sample(made.Add, iter: 5000);
        Request[] requests = [.. made];
        var bolt = await Node.AskAsync("bolt.cjs", requests.Select(r => JsonSerializer.Serialize(new
        {
            secret = r.Secret,
            timestamp = r.Timestamp,
            signature = r.Signature,
            body = r.Body,
            now = Now.ToUnixTimeMilliseconds(),
        })));

        Assert.Equal(requests.Select(r => (r, Ours(r))), requests.Zip(bolt.Select(said => said == "yes")));
        Assert.InRange(bolt.Count(said => said == "yes"), 1500, 3500);
    }

    private static bool Ours(Request request) => new SlackSignature(request.Secret, new FakeTimeProvider(Now))
        .IsValid(request.Timestamp, request.Signature, new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(request.Body)));
}
