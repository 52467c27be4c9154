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
}
