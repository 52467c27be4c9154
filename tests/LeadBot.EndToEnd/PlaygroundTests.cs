using LeadBot.Scenarios;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace LeadBot.EndToEnd;

public sealed class PlaygroundTests(Browser browser)
{
    private const string Verdict = "Pursue Acme";

    [Fact]
    public async Task In_a_personal_chat_typed_answers_come_to_a_verdict()
    {
        Machine.NeedsPlayground();
        await using var window = await PlaygroundWindow.OpenAsync(await browser.OpenAsync(1300, 1000));
        await window.TypeAsync("qualify Acme");
        await window.SeesAsync("at most");
        await Conversations.ToVerdictAsync(window.Card, Verdict, (question, option) => window.TypeAsync(
            Conversations.IsPrice(question) ? "about 5k" : Conversations.IsDate(question) ? "in 3 weeks" : option));
        await window.PictureAsync("playground-typed");
    }

    [Fact]
    public async Task In_a_personal_chat_pressed_buttons_come_to_a_verdict_and_show_what_was_answered()
    {
        Machine.NeedsPlayground();
        await using var window = await PlaygroundWindow.OpenAsync(await browser.OpenAsync(1300, 1000));
        await window.TypeAsync("qualify Acme");
        await window.SeesAsync("at most");
        await Conversations.ToVerdictAsync(window.Card, Verdict, (_, option) => window.PressAsync(option));
        Assert.True(await window.Page.GetByText("Answered: $2,000 to $10,000").CountAsync() > 0);
        await window.PictureAsync("playground-pressed");
    }

    [Fact]
    public async Task In_a_channel_a_mention_starts_a_thread_that_comes_to_a_verdict()
    {
        Machine.NeedsPlayground();
        await using var window = await PlaygroundWindow.OpenAsync(await browser.OpenAsync(1300, 1000));
        await window.PostToBotAsync("My Team - General", "qualify Acme");
        await window.SeesAsync("at most");
        await Conversations.ToVerdictAsync(window.Card, Verdict, (_, option) => window.PressAsync(option));
        await window.PictureAsync("playground-channel");
    }

    [Fact]
    public async Task A_digest_arrives_by_itself_and_a_deal_is_dropped_from_it()
    {
        Machine.NeedsPlayground();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var (opened, store) = await PlaygroundWindow.OpenAsync(await browser.OpenAsync(1300, 1000), clock);
        await using var window = opened;
        foreach (var deal in (string[])["Acme", "Globex", "Initech"])
        {
            await window.TypeAsync($"qualify {deal}");
            await window.SeesAsync($"{deal}: at most");
        }

        // A Wednesday at noon, wherever this machine thinks it is. Nobody calls anything: the heartbeat has only the clock.
        await store.PassAsync(clock, new DateTimeOffset(2027, 1, 13, 12, 0, 0, TimeSpan.Zero) - clock.GetUtcNow());
        await window.SeesAsync("3 deals to look at", () => store.PassAsync(clock, TimeSpan.FromMinutes(1)));
        await Assertions.Expect(window.Card.GetByText("stale, silent for")).ToHaveCountAsync(3);
        await window.PictureAsync("playground-digest");
        await window.Page.SetViewportSizeAsync(420, 900);
        await window.PictureAsync("playground-digest-phone");
        await window.Page.SetViewportSizeAsync(1300, 1000);

        var digest = window.Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = "to look at" });
        var drop = digest.GetByRole(AriaRole.Button, new() { Name = "Drop it", Exact = true }).First;
        await drop.ClickAsync();
        await window.SeesAsync("Why is Acme lost?");
        await window.PressAsync("They said no");
        await window.SeesAsync("Acme");
        await Assertions.Expect(window.Card).Not.ToContainTextAsync("Why is Acme lost?");
        await window.PictureAsync("playground-dropped");

        // Pressed once more it does nothing, and the digest shows how things stand.
        await drop.ClickAsync();
        await Assertions.Expect(digest).ToContainTextAsync("2 deals to look at");
        await Assertions.Expect(digest).ToContainTextAsync("Acme: lost.");
        await digest.EvaluateAsync("card => card.scrollIntoView()");
        await window.Page.ScreenshotAsync(new() { Path = Machine.Picture("playground-digest-after") });
    }
}
