using Microsoft.Playwright;

namespace LeadBot.EndToEnd;

/// <summary>The page used without a mouse, the way Web Chat's own help describes it.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostSteps = 30;

    /// <summary>Tabs to the box one types in.</summary>
    public Task GoToBoxAsync() => StepUntilAsync("Tab", "e => e.dataset.id === 'webchat-sendbox-input'");

    public async Task TypeAsync(string text)
    {
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>From the box back to the messages, into the newest, along its buttons to one, and presses it.</summary>
    public async Task PressAsync(string label)
    {
        await StepUntilAsync("Shift+Tab", "e => e.className.includes('webchat__basic-transcript')");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Enter");
        await StepUntilAsync("Tab", "(e, label) => e.matches('.ac-pushButton') && e.innerText.trim() === label", label);
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task StepUntilAsync(string key, string isThere, string label = "")
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await page.EvaluateAsync<bool>($"label => ({isThere})(document.activeElement, label)", label))
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{key} does not lead there; the focus is on {await page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 300)")}.");
    }
}
