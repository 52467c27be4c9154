using LeadBot.Host.Playbooks;
using LeadBot.Scenarios.Architecture;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack;

/// <summary>Random words, presses and forms, and transcripts, in direct conversations: the whole bot shows what the pure dialog decides.</summary>
public sealed class OverSlack
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_whole_bot_shows_what_the_pure_dialog_decides(int seed)
    {
        var desk = Desk();
        await using var host = await SlackHost.StartAsync(now: desk.Now);
        var both = new DeskBesideSlack(host, desk, canOpenForms: true);
        var random = new Random(seed);
        var forms = 0;

        for (var step = 0; step < 60; step++)
        {
            var words = step == 0 ? OverActivities.Words[0] : OverActivities.Words[random.Next(OverActivities.Words.Count)];
            var pressable = both.Cards.Where(card => card.Shown.Where == "message" && card.Shown.Presses.Any()).TakeLast(4).ToList();
            if (both.Cards is [.., { Shown.Where: "modal" } form] && random.Next(4) > 0)
            {
                forms++;
                await both.SendAsync("dana", form, random.Next(form.Card.AllButtons.Count()), "They moved");
            }
            else if (pressable.Count > 0 && random.Next(3) > 0)
            {
                var on = pressable[random.Next(pressable.Count)];
                await both.PressAsync("dana", on, random.Next(on.Shown.Presses.Count()));
            }
            else
            {
                await both.TypeAsync("dana", words);
            }
        }

        Assert.NotEmpty(desk.Verdicts);
        Assert.NotEqual(0, forms);
    }

    /// <summary>What is done in these happens in direct conversations, and can be done with the shipped playbook too.</summary>
    public static TheoryData<string> Transcripts =>
        ["ask-first", "everyday", "first-conversation", "knocked-out", "left-open", "not-understood", "pursue", "settings", "strung-along"];

    [Theory, MemberData(nameof(Transcripts))]
    public async Task A_transcript_goes_in_Slack_as_in_the_pure_dialog(string name)
    {
        var desk = Desk();
        await using var host = await SlackHost.StartAsync(now: desk.Now);
        var both = new DeskBesideSlack(host, desk, canOpenForms: false);
        foreach (var line in TranscriptLine.Read(await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, $"tests/LeadBot.Dialog.Tests/Transcripts/{name}.txt"), TestContext.Current.CancellationToken)))
        {
            await (line switch
            {
                TranscriptLine.Typed said => both.TypeAsync(said.Person, said.Words),
                TranscriptLine.Pressed press => both.PressAsync(press.Person, press.Label, press.Deal is { } deal ? desk.Deal(deal).Id : null),
                TranscriptLine.Arrives came => both.ArriveAsync(came.Person),
                TranscriptLine.Later later => both.PassAsync(later.Time),
                TranscriptLine.Remark => Task.CompletedTask,
                _ => throw new InvalidOperationException($"Not in a direct conversation: {line.Text}"),
            });
        }
    }

    private static Desk Desk() => new([.. PlaybookFiles.In(Path.Combine(AppContext.BaseDirectory, "Playbooks")).Select(file => PlaybookFiles.Read(file).Reading.Playbook!)]);
}
