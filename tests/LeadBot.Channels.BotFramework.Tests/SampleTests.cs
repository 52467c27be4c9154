using System.Net;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.BotFramework.Tests;

/// <summary>What real clients send, replayed through a real host.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Samples =>
        new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "in-*.json").Select(Path.GetFileNameWithoutExtension)!);

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_reaches_the_bot_and_is_answered_with_200(string name)
    {
        await using var bot = await TestBot.StartAsync();

        var (status, _) = await bot.PostAsync(await ReadAsync(name));

        Assert.Equal(HttpStatusCode.OK, status);
        var heard = Assert.Single(bot.Heard);
        Assert.Equal(
            name.Contains("onversationUpdate", StringComparison.Ordinal) || name.Contains("installation", StringComparison.Ordinal) ? typeof(Said.Arrived)
            : name.Contains("invoke", StringComparison.Ordinal) ? typeof(Said.Pressed)
            : typeof(Said.Typed),
            heard.Said.GetType());
        Assert.Equal(name.Contains("webchat", StringComparison.Ordinal) ? "local" : "msteams:00000000-0000-0000-0000-0000000000c1", heard.Place.Workspace.Value);
        Assert.Equal(name.StartsWith("in-expect", StringComparison.Ordinal), heard.WantsRepliesInResponse);
    }

    public static Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json"), TestContext.Current.CancellationToken);
}
