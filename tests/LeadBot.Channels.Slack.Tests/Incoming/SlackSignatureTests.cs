using System.Buffers;
using System.Text;
using CsCheck;
using LeadBot.Channels.Slack.Incoming;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Channels.Slack.Tests.Incoming;

public sealed class SlackSignatureTests
{
    // Slack's own example: https://docs.slack.dev/authentication/verifying-requests-from-slack
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Theory]
    [InlineData(Timestamp, Signature, Body, 0, true)]
    [InlineData(Timestamp, Signature, Body, 300, true)]
    [InlineData(Timestamp, Signature, Body, -300, true)]
    [InlineData(Timestamp, Signature, Body, 301, false)]
    [InlineData(Timestamp, Signature, Body, -301, false)]
    [InlineData(Timestamp, Signature, "", 0, false)]
    [InlineData(Timestamp, Signature, Body + "&", 0, false)]
    [InlineData("1531420619", Signature, Body, 0, false)]
    [InlineData(" 1531420618", Signature, Body, 0, false)]
    [InlineData("+1531420618", Signature, Body, 0, false)]
    [InlineData("01531420618", Signature, Body, 0, false)]
    [InlineData("1531420618.0", Signature, Body, 0, false)]
    [InlineData("9999999999999999999999999", Signature, Body, 0, false)]
    [InlineData("", Signature, Body, 0, false)]
    [InlineData(null, Signature, Body, 0, false)]
    [InlineData(Timestamp, null, Body, 0, false)]
    [InlineData(Timestamp, "", Body, 0, false)]
    [InlineData(Timestamp, "v0=", Body, 0, false)]
    [InlineData(Timestamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", Body, 0, false)]
    [InlineData(Timestamp, "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503", Body, 0, false)]
    [InlineData(Timestamp, "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", Body, 0, false)]
    [InlineData(Timestamp, "v0=éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé", Body, 0, false)]
    public void Only_Slacks_own_recent_requests_are_believed(string? timestamp, string? signature, string body, int secondsLater, bool believed) =>
        Assert.Equal(believed, IsValid(Secret, timestamp, signature, Encoding.UTF8.GetBytes(body), Sent.AddSeconds(secondsLater)));

    [Fact]
    public void Any_body_signed_with_the_secret_is_believed_and_with_any_bit_of_it_flipped_is_not() =>
        Gen.Select(Gen.Byte.Array[1, 300], Gen.String[Gen.Char.AlphaNumeric, 1, 40], Gen.Int[0, int.MaxValue]).Sample((body, secret, flip) =>
        {
            var signature = Signer.Sign(secret, Timestamp, body);
            Assert.True(IsValid(secret, Timestamp, signature, body, Sent));
            Assert.False(IsValid(secret + "x", Timestamp, signature, body, Sent));

            var bit = flip % (body.Length * 8);
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(IsValid(secret, Timestamp, signature, body, Sent));
        });

    [Fact]
    public void A_signature_with_any_letter_changed_is_refused() =>
        Gen.Select(Gen.Int[0, Signature.Length - 1], Gen.Char.Array[1]).Where((at, other) => Signature[at] != other[0]).Sample((at, other) =>
            Assert.False(IsValid(Secret, Timestamp, $"{Signature[..at]}{other[0]}{Signature[(at + 1)..]}", Encoding.UTF8.GetBytes(Body), Sent)));

    [Fact]
    public void It_does_not_matter_in_how_many_pieces_the_body_came() =>
        Gen.Select(Gen.Byte.Array[2, 200], Gen.Int[0, 199]).Sample((body, cut) =>
        {
            var at = cut % body.Length;
            var signature = new SlackSignature(Secret, new FakeTimeProvider(Sent));
            Assert.True(signature.IsValid(Timestamp, Signer.Sign(Secret, Timestamp, body), Pieces(body.AsMemory(0, at), body.AsMemory(at))));
        });

    [Fact]
    public void Nothing_is_allocated_for_the_body()
    {
        var signature = new SlackSignature(Secret, new FakeTimeProvider(Sent));

        // What is allocated otherwise may differ from call to call, as the code is compiled better meanwhile.
        Assert.InRange(Allocated(signature, 250_000), 0, 10_000);
    }

    private static long Allocated(SlackSignature signature, int length)
    {
        var body = new byte[length];
        var signed = Signer.Sign(Secret, Timestamp, body);
        var all = new ReadOnlySequence<byte>(body);
        Assert.True(signature.IsValid(Timestamp, signed, all));
        var before = GC.GetAllocatedBytesForCurrentThread();
        signature.IsValid(Timestamp, signed, all);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static bool IsValid(string secret, string? timestamp, string? signature, byte[] body, DateTimeOffset now) =>
        new SlackSignature(secret, new FakeTimeProvider(now)).IsValid(timestamp, signature, new ReadOnlySequence<byte>(body));

    private static ReadOnlySequence<byte> Pieces(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        var start = new Piece(first, 0);
        var end = start.Before(second);
        return new ReadOnlySequence<byte>(start, 0, end, second.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long at)
        {
            Memory = memory;
            RunningIndex = at;
        }

        public Piece Before(ReadOnlyMemory<byte> next)
        {
            var piece = new Piece(next, RunningIndex + Memory.Length);
            Next = piece;
            return piece;
        }
    }
}
