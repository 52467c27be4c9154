using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Channels.Slack.Tests.Judges;

namespace LeadBot.Channels.Slack.Tests.Seen;

/// <summary>Pictures of everything, in <c>artifacts/</c>, to be looked at; here it is only checked that nothing is cut off.</summary>
public sealed partial class Pictures
{
    private static readonly string s_chromium = Environment.GetEnvironmentVariable("LEADBOT_CHROMIUM") ?? "/usr/bin/chromium";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_wider_than_its_place(bool phone)
    {
        Assert.SkipUnless(File.Exists(s_chromium), $"No Chromium at {s_chromium}: install it, or set LEADBOT_CHROMIUM.");
        var messages = Kinds.All.Where(kind => kind.Name != "home").Select(kind => (kind.Name, SlackMessages.Of(kind.Card))).ToList();
        var forms = Kinds.Forms.Select(kind => (kind.Name, Modals.Of(kind.Card, "there")!)).ToList();
        var home = Kinds.All.Where(kind => kind.Name == "home").Select(kind => (kind.Name, Homes.Of(kind.Card))).ToList();
        var device = phone ? "phone" : "desktop";
        foreach (var (page, i) in messages.Chunk(9).Select((page, i) => (page, i)))
        {
            Assert.Equal("", await TakeAsync($"messages-{i + 1}-{device}", phone, page));
        }

        Assert.Equal("", await TakeAsync($"forms-{device}", phone, [.. forms, .. home]));
    }

    /// <returns>What is wider than its place.</returns>
    private static async Task<string> TakeAsync(string name, bool phone, IReadOnlyList<(string, JsonObject)> made)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Node.Project, "artifacts")).FullName;
        var page = Path.Combine(folder, name + ".html");
        await File.WriteAllTextAsync(page, BlockKitPreview.Page(phone, made), TestContext.Current.CancellationToken);
        var profile = Directory.CreateTempSubdirectory("leadbot-");
        using var chromium = Process.Start(new ProcessStartInfo(
            s_chromium,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={profile.FullName}", "--hide-scrollbars", $"--window-size={(phone ? 1180 : 1280)},2800",
                $"--screenshot={Path.Combine(folder, name + ".png")}", "--dump-dom", new Uri(page).AbsoluteUri,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = chromium.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var dom = await chromium.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await said;
        await chromium.WaitForExitAsync(TestContext.Current.CancellationToken);
        profile.Delete(recursive: true);
        Assert.Equal(0, chromium.ExitCode);
        return Title().Match(dom) is { Success: true } title ? title.Groups[1].Value : throw new InvalidOperationException($"The page did not say how wide it is: {dom[..Math.Min(dom.Length, 200)]}");
    }

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();
}
