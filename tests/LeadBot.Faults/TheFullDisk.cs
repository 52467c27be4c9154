using System.Net;
using LeadBot.Faults.Talking;
using LeadBot.Faults.World;
using LeadBot.TestKit;

namespace LeadBot.Faults;

/// <summary>The disk under the database is full while people talk, and then it is not.</summary>
[Collection(OneInstance.WholeMachine)]
public sealed class TheFullDisk
{
    private const int Megabytes = 16;

    private int _conversations;

    [Fact]
    public async Task Under_a_file_what_cannot_be_kept_is_refused_and_taken_when_there_is_room()
    {
        Assert.SkipWhen(Island.Missing is not null, Island.Missing ?? "");
        using var directory = new TemporaryDirectory();
        var island = await Island.MakeAsync(Path.Combine(directory.Path, "island"), 0, Megabytes);
        await using var channels = await FakeChannels.StartAsync([island], "Etc/UTC");
        await using var instance = new Instance(island, channels.Settings);
        await instance.StartAsync();
        using var mouth = new Mouth(channels, TimeSpan.FromSeconds(20));

        await GoesOnAsync(instance.Address, () => instance.Said, mouth, channels, island.Disk, () => Task.CompletedTask);
    }

    [Fact]
    public async Task Under_a_server_what_cannot_be_kept_is_refused_and_taken_when_there_is_room()
    {
        Assert.SkipWhen(Island.Missing is not null, Island.Missing ?? "");
        Assert.SkipWhen(PostgresPrograms.Missing is not null, PostgresPrograms.Missing ?? "");
        await using var one = await OneInstance.StartAsync(FallingServer.LeastMegabytes);

        await GoesOnAsync(one.Process.Address, () => one.Process.Output, one.Mouth, one.Channels, one.Server.Disk, one.Server.GetUpAsync);
    }

    private async Task GoesOnAsync(Uri address, Func<string> said, Mouth mouth, FakeChannels channels, Disk disk, Func<Task> mend)
    {
        using var http = new HttpClient { BaseAddress = address };
        var accepted = new List<int>();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(mouth, address, accepted, ++_conversations));

        disk.Fill();
        for (var patience = new Patience("something cannot be kept"); await SayAsync(mouth, address, accepted, ++_conversations) == HttpStatusCode.OK; patience.Check())
        {
            // It had some room yet.
        }

        await UntilAsync("readiness says so", async () => await http.GetStringOfAsync("/healthz/ready") is (HttpStatusCode.ServiceUnavailable, "Unhealthy: disk"));
        Assert.Equal(HttpStatusCode.OK, (await http.GetStringOfAsync("/healthz/live")).Status);
        Assert.Single(said().Split('\n'), line => line.Contains("nothing can be kept, and what comes is refused", StringComparison.Ordinal));

        disk.Empty();
        await mend();
        await UntilAsync("it is ready again", async () => await http.GetStringOfAsync("/healthz/ready") is (HttpStatusCode.OK, "Healthy"));
        Assert.Contains("There is room on the database's disk again.", said(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await SayAsync(mouth, address, accepted, _conversations));
        await UntilAsync("all that was accepted is answered", () => Task.FromResult(Answered(channels).Count == accepted.Count));
        Assert.Equal(accepted.Order(), Answered(channels).Order());
    }

    private static HashSet<int> Answered(FakeChannels channels) => [.. channels.Seen.Select(message => message.Conversation)];

    private static async Task<HttpStatusCode?> SayAsync(Mouth mouth, Uri address, List<int> accepted, int conversation)
    {
        var answered = await mouth.SayAsync(address, conversation, 1, $"qualify {Names.Deal(conversation, 1)}");
        if (answered?.Status == HttpStatusCode.OK)
        {
            accepted.Add(conversation);
        }

        return answered?.Status;
    }

    private static async Task UntilAsync(string what, Func<Task<bool>> happened)
    {
        for (var patience = new Patience(what); !await happened(); patience.Check())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }
}

file static class Asking
{
    public static async Task<(HttpStatusCode Status, string Said)> GetStringOfAsync(this HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
