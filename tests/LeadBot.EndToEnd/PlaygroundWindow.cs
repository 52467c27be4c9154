using System.Diagnostics;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace LeadBot.EndToEnd;

/// <summary>Microsoft's Agents Playground, a Teams client for tests, with the host behind it.</summary>
internal sealed class PlaygroundWindow : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>How long the heart is left alone before the clock goes on. Any will do.</summary>
    private static readonly TimeSpan s_aMoment = TimeSpan.FromSeconds(1);

    // Below the ports a system gives out by itself: nobody else takes it meanwhile.
    private static int s_port = 23_000;

    private readonly TemporaryDirectory _data;
    private readonly IAsyncDisposable _host;
    private readonly Process _playground;

    private PlaygroundWindow(IPage page, TemporaryDirectory data, IAsyncDisposable host, Process playground)
    {
        Page = page;
        _data = data;
        _host = host;
        _playground = playground;
    }

    public IPage Page { get; }

    /// <summary>The newest card but for the welcome; in a channel the welcome's post stays below newer ones.</summary>
    public ILocator Card => Page.Locator(".ac-adaptiveCard").Filter(new() { HasNotText = "I help you lose sales" }).Last;

    public static async Task<PlaygroundWindow> OpenAsync(IPage page)
    {
        var data = new TemporaryDirectory();
        var host = await HostProcess.StartAsync(data.Path);
        return await OpenAsync(page, data, host, host.Address);
    }

    /// <summary>The same with a host in this process, whose clock the test sets: what comes by itself need not be waited for.</summary>
    public static async Task<(PlaygroundWindow Window, Store Store)> OpenAsync(IPage page, TimeProvider clock)
    {
        var data = new TemporaryDirectory();
        var host = LeadBot.Host.Program.Serve(clock, "--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", data.Path);
        await host.StartAsync();
        return (await OpenAsync(page, data, host, new Uri(host.Urls.Single())), host.Services.GetRequiredService<Store>());
    }

    private static async Task<PlaygroundWindow> OpenAsync(IPage page, TemporaryDirectory data, IAsyncDisposable host, Uri address)
    {
        var port = Interlocked.Increment(ref s_port);
        var window = new PlaygroundWindow(page, data, host, Start(new Uri(address, "/api/messages"), port, data.Path));
        try
        {
            await window.ListeningAsync();
            await page.GotoAsync($"http://127.0.0.1:{port}/");
            await Assertions.Expect(page.GetByText("qualify Acme").First).ToBeVisibleAsync();
            return window;
        }
        catch
        {
            await window.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types into the chat and sends it.</summary>
    public async Task TypeAsync(string text)
    {
        await Page.Locator("[contenteditable=true]").First.ClickAsync();
        await Page.Keyboard.TypeAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Posts a new thread in a channel, mentioning the bot.</summary>
    public async Task PostToBotAsync(string channel, string text)
    {
        await Page.Locator($"[aria-label='{channel}']").ClickAsync();
        await Assertions.Expect(Page.GetByText("mention me in a new post")).ToBeVisibleAsync();
        await Page.Locator("[contenteditable=true]").First.ClickAsync();
        await Page.Keyboard.TypeAsync("@");
        await Page.Locator("#typeahead-menu").GetByText("Test Bot").ClickAsync();
        await Page.Keyboard.TypeAsync(" " + text);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
    }

    public Task PressAsync(string label) => Card.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    public Task SeesAsync(string text) => Assertions.Expect(Card).ToContainTextAsync(text);

    /// <summary>
    /// The same of what comes by itself, at the next beat of the host's heart; that may have been about to wait for it
    /// when the clock was moved, and then waits from there.
    /// </summary>
    public async Task SeesAsync(string text, Func<Task> nextBeat)
    {
        var seen = SeesAsync(text);
        while (await Task.WhenAny(seen, Task.Delay(s_aMoment)) != seen)
        {
            await nextBeat();
        }

        await seen;
    }

    public async Task PictureAsync(string name)
    {
        await Card.EvaluateAsync("card => card.scrollIntoView()");
        await Page.ScreenshotAsync(new() { Path = Machine.Picture(name) });
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        _playground.Kill(entireProcessTree: true);
        await _playground.WaitForExitAsync();
        _playground.Dispose();
        if (_host is IHost host)
        {
            await host.StopAsync();
        }

        await _host.DisposeAsync();
        _data.Dispose();
    }

    private static Process Start(Uri bot, int port, string directory)
    {
        var start = new ProcessStartInfo(Machine.Playground) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory };
        foreach (var argument in new[] { "start", "-e", bot.ToString(), "-c", "msteams", "-p", $"{port}", "--service-url", $"http://127.0.0.1:{port}/_connector", "--disable-telemetry" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1";
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        // It tells the bot its own zone.
        start.Environment["TZ"] = "UTC";
        return Process.Start(start)!;
    }

    private async Task ListeningAsync()
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _playground.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Listening", StringComparison.Ordinal) == true)
            {
                listening.TrySetResult();
            }
        };
        _playground.BeginOutputReadLine();
        _playground.BeginErrorReadLine();
        await listening.Task.WaitAsync(s_patience);
    }
}
