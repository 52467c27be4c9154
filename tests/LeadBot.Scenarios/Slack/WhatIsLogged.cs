using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using LeadBot.Channels.Slack.Tests.Incoming;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack;

/// <summary>Whatever is said, pressed, refused or broken, the log has neither anybody's words nor a secret in it, not even with everything logged.</summary>
public sealed partial class WhatIsLogged
{
    private const string Password = "planted-password-of-the-bot";
    private const string Stolen = "planted.stolen.token";

    private static readonly string[] s_everything =
    [
        "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft", "Trace", "--Logging:LogLevel:System", "Trace", "--Logging:LogLevel:Quartz", "Trace", "--Logging:Console:LogLevel:Default", "None",
        "--MicrosoftAppId", "11111111-1111-4111-8111-111111111111", "--MicrosoftAppPassword", Password,
    ];

    [Fact]
    public async Task A_whole_conversation_leaves_no_words_and_no_secret_in_the_log()
    {
        using var log = new LogLines();
        var secrets = new List<string> { Password, Stolen };
        await using (var host = await SlackHost.StartAsync(
            slack =>
            {
                secrets.AddRange([slack.OverHttp[1], FakeSlack.Token]);
                return [.. slack.OverHttp, .. s_everything];
            },
            log: log))
        {
            var dana = host.Join("Dana");
            await dana.TypeAsync("qualify Plantedname");
            await SeeAsync(host, "What do they expect to pay?");
            await dana.PressAsync("$2,000 to $10,000");
            await SeeAsync(host, "What came back?");
            await dana.TypeAsync("plantedwords nobody understands");
            await dana.TypeAsync("they said no");
            await SeeAsync(host, "Walk away from Plantedname");
            var shown = host.Slack.Screens.All.Count;
            host.Slack.Faults.Break("chat.postMessage");
            await dana.TypeAsync("log Plantedname 1h plantedwords they said");
            for (var patience = new Patience("the answer is shown"); host.Slack.Screens.All.Count == shown; patience.Check())
            {
                await host.Store.PutOffAsync(host.Clock, TimeSpan.FromSeconds(1));
            }

            host.Slack.Faults.Fail("chat.postMessage", "invalid_blocks");
            await dana.TypeAsync("deal Plantedname");
            await dana.MentionAsync("C1", "qualify Plantedother");
            await dana.CommandAsync("deal Plantedname");
            await dana.OpenHomeAsync();
            await host.AllIsDoneAsync();

            using var http = new HttpClient { BaseAddress = host.Slack.Host };
            using var forged = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("""{"type":"message","text":"plantedwords"}""", Encoding.UTF8, "application/json") };
            forged.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Stolen);
            using var refused = await http.SendAsync(forged, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            using var unsigned = await http.PostAsync(new Uri("/slack/events", UriKind.Relative), new StringContent("plantedwords", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        }

        Assert.Contains(log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
        Assert.True(log.Lines.Count > 100, $"{log.Lines.Count} lines");
        Assert.DoesNotContain(log.Lines, line => Planted().IsMatch(line) || secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    private static Task<Shown> SeeAsync(SlackHost host, string text) => host.Slack.Screens.NextAsync(shown => shown.Text.Contains(text, StringComparison.Ordinal));

    [GeneratedRegex("planted(name|other|words)", RegexOptions.IgnoreCase)]
    private static partial Regex Planted();
}
