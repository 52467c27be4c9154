using System.Text.Json.Nodes;
using LeadBot.Host.LocalChat;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.LocalChat;

public sealed class ChatTranscriptTests
{
    [Fact]
    public void Only_so_much_is_kept_in_memory_and_on_disk()
    {
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "c.jsonl");
        var transcript = new ChatTranscript("c", new TranscriptFile(file));
        for (var i = 0; i < 4 * ChatTranscript.Kept; i++)
        {
            transcript.Add(_ => Saying("x"), null, DateTimeOffset.UnixEpoch);
            Assert.InRange(File.ReadLines(file).Count(), 1, 2 * ChatTranscript.Kept);
        }

        Assert.Equal(ChatTranscript.Kept, transcript.After(0).Json.Split("\"text\"").Length - 1);
    }

    [Fact]
    public void A_line_cut_off_by_a_power_cut_is_left_out_and_the_rest_goes_on()
    {
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "c.jsonl");
        var before = new ChatTranscript("c", new TranscriptFile(file));
        before.Add(_ => Saying("whole"), null, DateTimeOffset.UnixEpoch);
        before.Add(_ => Saying("half"), null, DateTimeOffset.UnixEpoch);
        File.WriteAllText(file, File.ReadAllText(file)[..^20]);

        var after = new ChatTranscript("c", new TranscriptFile(file));
        after.Add(_ => Saying("next"), null, DateTimeOffset.UnixEpoch);
        var json = new ChatTranscript("c", new TranscriptFile(file)).After(0).Json;
        Assert.Contains("whole", json, StringComparison.Ordinal);
        Assert.Contains("next", json, StringComparison.Ordinal);
        Assert.DoesNotContain("half", json, StringComparison.Ordinal);
    }

    private static JsonObject Saying(string text) => new() { ["type"] = "message", ["text"] = text };
}
