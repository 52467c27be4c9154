using LeadBot.Host.CommandLine;
using LeadBot.Host.Tests.CommandLine;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Startup;

public sealed class SecretsInFiles
{
    [Theory]
    [InlineData("LeadBot__Delivery__KeepEventsDays", "LeadBot:Delivery:KeepEventsDays must be from 1 to 3650.")]
    [InlineData("LeadBot__Delivery__KeepEventDays", "LeadBot:Delivery:KeepEventDays is not a setting; did you mean LeadBot:Delivery:KeepEventsDays?")]
    public async Task A_file_is_a_setting_and_checked_like_one(string file, string sentence)
    {
        using var secrets = new TemporaryDirectory();
        await File.WriteAllTextAsync(Path.Combine(secrets.Path, file), "0\n", TestContext.Current.CancellationToken);

        Assert.Equal(sentence, await RefusedAsync(secrets.Path));
    }

    [Fact]
    public async Task A_directory_that_is_not_there_stops_the_start() => Assert.Equal(
        "LeadBot:Secrets:Directory names nowhere, which is not there: make it, or leave the setting out.",
        await RefusedAsync("nowhere"));

    private static async Task<string> RefusedAsync(string secrets)
    {
        using var data = new TemporaryDirectory();
        var run = await HostRun.Of("", new Dictionary<string, string> { ["LeadBot__DataDirectory"] = data.Path, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", ["LeadBot__Secrets__Directory"] = secrets });
        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        return run.Errors.Trim();
    }
}
