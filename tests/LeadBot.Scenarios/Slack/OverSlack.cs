using LeadBot.Host.Playbooks;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack;

/// <summary>Random words, presses and forms in direct conversations: the whole bot shows what the pure dialog decides.</summary>
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
        var both = new DeskBesideSlack(host, desk);
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

    private static Desk Desk() => new([.. PlaybookFiles.In(Path.Combine(AppContext.BaseDirectory, "Playbooks")).Select(file => PlaybookFiles.Read(file).Reading.Playbook!)]);
}
