using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LeadBot.EndToEnd;

/// <summary>Fails a test with everything that is wrong with a page's layout or accessibility.</summary>
internal static class Layout
{
    // Boxes that stick out of the window, and text that its own box cuts off.
    private const string Overflows = """
        () => {
          const name = e => `${e.tagName.toLowerCase()}.${e.className} "${(e.innerText ?? '').slice(0, 40)}"`;
          const out = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) out.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
          for (const e of document.querySelectorAll('header *, .ac-adaptiveCard, .ac-adaptiveCard *, .webchat__bubble, form *, #trouble')) {
            const box = e.getBoundingClientRect();
            if (box.width === 0 || box.height === 0) continue;
            if (box.left < -0.5 || box.right > root.clientWidth + 0.5) out.push(`sticks out: ${name(e)} ${box.left} to ${box.right}`);
            if (e.matches('.ac-adaptiveCard *') && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1) out.push(`cut off: ${name(e)}`);
          }
          return out;
        }
        """;

    public static async Task NothingOverflowsAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>(Overflows);
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
    }

    public static async Task AxeFindsNothingAsync(IPage page)
    {
        var found = (await page.RunAxe()).Violations.Select(v =>
            $"{v.Id} ({v.Impact}): {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html[..Math.Min(n.Html.Length, 200)]))}").ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
