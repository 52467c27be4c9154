using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LeadBot.EndToEnd.Browser))]

// Each test has a browser window and a host of its own; two cores serve one at a time best.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace LeadBot.EndToEnd;

/// <summary>One headless Chromium for all tests, started when first needed, that can reach nothing but loopback.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    ];

    /// <summary>How long anything may take, in milliseconds: only a test that fails ever waits that long.</summary>
    private const float Patience = 120_000;

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>A new window with an empty profile.</summary>
    public async Task<IPage> OpenAsync(int width = 1100, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var (_, browser) = await _started.Value;
        var window = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, Locale = "en-US", TimezoneId = "UTC" });
        window.SetDefaultTimeout(Patience);
        return await window.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (playwright, browser) = await _started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Machine.Chromium, Args = s_arguments }));
    }
}
