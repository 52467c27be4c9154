using LeadBot.TestKit;
using Microsoft.Playwright;

namespace LeadBot.EndToEnd;

/// <summary>The chat page as a person uses it, with the host behind it.</summary>
internal sealed class ChatWindow : IAsyncDisposable
{
    // Web Chat glides to what is new; it has arrived when nothing has moved for twenty frames.
    private const string ScrolledToTheEnd = """
        () => new Promise(done => {
          const log = document.querySelector('.webchat__basic-transcript__scrollable');
          let last = -1, still = 0;
          requestAnimationFrame(function look() {
            still = log.scrollTop === last ? still + 1 : 0;
            last = log.scrollTop;
            if (still > 20) done(); else requestAnimationFrame(look);
          });
        })
        """;

    // Below the ports a system gives out by itself: nobody else takes it while the host is away.
    private static int s_port = 22_000;

    private readonly TemporaryDirectory _data = new();

    private ChatWindow(IPage page) => Page = page;

    public IPage Page { get; }

    public HostProcess Host { get; private set; } = null!;

    /// <summary>Every address the page asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the browser complained of.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The newest card.</summary>
    public ILocator Card => Page.Locator(".ac-adaptiveCard").Last;

    public static async Task<ChatWindow> OpenAsync(IPage page)
    {
        var window = new ChatWindow(page);
        page.Request += (_, request) => window.Requests.Add(request.Url);
        page.WebSocket += (_, socket) => window.Requests.Add(socket.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                window.Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => window.Complaints.Add(error);
        window.Host = await HostProcess.StartAsync(window._data.Path, Interlocked.Increment(ref s_port));
        try
        {
            await page.GotoAsync(window.Host.Address.ToString());
            await window.SeesAsync("qualify Acme");
            // Web Chat shows "Connecting…" for a moment still, beside the first card.
            await Assertions.Expect(page.Locator(".webchat__connectivityStatus", new() { HasText = "Connecting" })).ToHaveCountAsync(0);
            return window;
        }
        catch
        {
            await window.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types into the box and sends it.</summary>
    public async Task TypeAsync(string text)
    {
        var box = Page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>Presses a button of the newest card.</summary>
    public Task PressAsync(string label) => Card.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    /// <summary>Waits until the newest card says something.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Card).ToContainTextAsync(text);

    /// <summary>The host is killed and comes back at the same address with the same data.</summary>
    public async Task RestartHostAsync()
    {
        var port = Host.Address.Port;
        await Host.DisposeAsync();
        Host = await HostProcess.StartAsync(_data.Path, port);
    }

    public async Task PictureAsync(string name)
    {
        await Page.EvaluateAsync(ScrolledToTheEnd);
        await Page.ScreenshotAsync(new() { Path = Machine.Picture(name) });
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await Host.DisposeAsync();
        _data.Dispose();
    }
}
