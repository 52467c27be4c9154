using Microsoft.Playwright;

namespace LeadBot.EndToEnd;

public sealed class ChatPageTests(Browser browser)
{
    private const string Verdict = "Pursue Acme";

    [Fact]
    public async Task By_buttons_alone_a_deal_comes_to_a_verdict_and_nothing_is_asked_of_anybody_else()
    {
        Machine.NeedsPage();
        await using var window = await ChatWindow.OpenAsync(await browser.OpenAsync());
        await window.PictureAsync("page-welcome");
        await window.PressAsync("Qualify a deal");
        await window.SeesAsync("name");
        await window.TypeAsync("Acme");
        await window.SeesAsync("at most");
        await window.PictureAsync("page-question");
        await Conversations.ToVerdictAsync(window.Card, Verdict, (_, option) => window.PressAsync(option));
        await window.PictureAsync("page-verdict");

        Assert.All(window.Requests, url => Assert.Contains($"//{window.Host.Address.Authority}/", url, StringComparison.Ordinal));
        Assert.Empty(window.Complaints);
        Assert.Contains(window.Requests, url => url.StartsWith("ws:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_typing_alone_a_deal_comes_to_a_verdict()
    {
        Machine.NeedsPage();
        await using var window = await ChatWindow.OpenAsync(await browser.OpenAsync());
        await window.TypeAsync("qualify Acme");
        await window.SeesAsync("at most");
        await Conversations.ToVerdictAsync(window.Card, Verdict, (question, option) => window.TypeAsync(
            Conversations.IsPrice(question) ? "about 5k" : Conversations.IsDate(question) ? "in 3 weeks" : option));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task By_keyboard_alone_a_deal_comes_to_a_verdict()
    {
        Machine.NeedsPage();
        await using var window = await ChatWindow.OpenAsync(await browser.OpenAsync());
        var keyboard = new Keyboard(window.Page);
        await keyboard.GoToBoxAsync();
        await keyboard.TypeAsync("qualify Acme");
        await window.SeesAsync("at most");
        await Conversations.ToVerdictAsync(window.Card, Verdict, (_, option) => keyboard.PressAsync(option));
    }

    [Fact]
    public async Task On_a_phone_nothing_overflows_from_the_welcome_to_the_verdict()
    {
        Machine.NeedsPage();
        await using var window = await ChatWindow.OpenAsync(await browser.OpenAsync(360, 740));
        await window.PictureAsync("phone-welcome");
        await window.TypeAsync("qualify Rindfleischetikettierungsüberwachungsaufgabenübertragungs AG");
        await window.SeesAsync("at most");
        await Layout.NothingOverflowsAsync(window.Page);
        await window.PictureAsync("phone-question");
        await window.PressAsync("Why this question?");
        await window.SeesAsync("Words");
        await Layout.NothingOverflowsAsync(window.Page);
        await Conversations.ToVerdictAsync(window.Card, "Rindfleisch", async (_, option) =>
        {
            await window.PressAsync(option);
            await Layout.NothingOverflowsAsync(window.Page);
        });
        await Layout.NothingOverflowsAsync(window.Page);
        await window.PictureAsync("phone-verdict");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_from_the_welcome_to_the_verdict(ColorScheme scheme)
    {
        Machine.NeedsPage();
        await using var window = await ChatWindow.OpenAsync(await browser.OpenAsync(scheme: scheme));
        await Layout.AxeFindsNothingAsync(window.Page);
        await window.TypeAsync("qualify Acme");
        await window.SeesAsync("at most");
        await Layout.AxeFindsNothingAsync(window.Page);
        await window.PressAsync("Free");
        await window.SeesAsync("Walk away");
        await Layout.AxeFindsNothingAsync(window.Page);
        await window.PictureAsync($"page-walk-away-{(scheme == ColorScheme.Dark ? "dark" : "light")}");
        await window.PressAsync("Keep it anyway");
        await window.SeesAsync("Save");
        await Layout.AxeFindsNothingAsync(window.Page);
    }

    [Fact]
    public async Task A_conversation_goes_on_in_the_open_page_after_the_host_was_killed_and_in_a_page_opened_anew()
    {
        Machine.NeedsPage();
        await using var window = await ChatWindow.OpenAsync(await browser.OpenAsync());
        await window.TypeAsync("qualify Acme");
        await window.SeesAsync("at most");
        await window.RestartHostAsync();
        await window.TypeAsync("free");
        await window.SeesAsync("Walk away");

        await window.Page.ReloadAsync();
        await window.SeesAsync("Walk away");
        await Assertions.Expect(window.Page.Locator(".ac-adaptiveCard")).ToHaveCountAsync(3);
        await Assertions.Expect(window.Page.GetByText("qualify Acme", new() { Exact = true }).Last).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_sockets_are_blocked_the_page_polls_and_outlives_a_restart_too()
    {
        Machine.NeedsPage();
        var page = await browser.OpenAsync();
        await page.AddInitScriptAsync("window.WebSocket = class { constructor() { setTimeout(() => this.onerror?.(new Event('error'))); } close() {} };");
        await using var window = await ChatWindow.OpenAsync(page);
        await window.TypeAsync("qualify Acme");
        await window.SeesAsync("at most");
        await window.RestartHostAsync();
        await window.SeesAsync("at most");
        await window.TypeAsync("free");
        await window.SeesAsync("Walk away");
        Assert.DoesNotContain(window.Requests, url => url.StartsWith("ws:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_conversation_begins_with_the_welcome_and_is_the_one_a_reload_shows()
    {
        Machine.NeedsPage();
        await using var window = await ChatWindow.OpenAsync(await browser.OpenAsync());
        await window.TypeAsync("qualify Acme");
        await window.SeesAsync("at most");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        await window.SeesAsync("for example “qualify Acme”");
        await Assertions.Expect(window.Page.Locator(".ac-adaptiveCard")).ToHaveCountAsync(1);
        await window.Page.ReloadAsync();
        await window.SeesAsync("for example “qualify Acme”");
        await Assertions.Expect(window.Page.Locator(".ac-adaptiveCard")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_page_built_without_Web_Chat_says_what_to_do()
    {
        Machine.NeedsBrowser();
        var page = await browser.OpenAsync();
        await page.RouteAsync("**/webchat.js", route => route.FulfillAsync(new() { Status = 404 }));
        using var data = new TestKit.TemporaryDirectory();
        await using var host = await TestKit.HostProcess.StartAsync(data.Path);
        await page.GotoAsync(host.Address.ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Install Node.js");
        await page.Context.DisposeAsync();
    }
}
