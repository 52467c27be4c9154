using System.Net.NetworkInformation;
using System.Reflection;

namespace LeadBot.EndToEnd;

/// <summary>What these tests need of the machine; without it they are skipped.</summary>
internal static class Machine
{
    /// <summary>This project's directory.</summary>
    public static readonly string Project =
        typeof(Machine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!;

    /// <summary>The browser.</summary>
    public static readonly string Chromium = Environment.GetEnvironmentVariable("LEADBOT_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>The Agents Playground's program.</summary>
    public static readonly string Playground = Path.Combine(Project, "node_modules", ".bin", "agentsplayground");

    /// <summary>The chat page's script from npm, as the build placed it.</summary>
    private static readonly string s_webChat = Path.Combine(AppContext.BaseDirectory, "wwwroot", "webchat.js");

    public static void NeedsBrowser() => Assert.SkipUnless(File.Exists(Chromium), $"No Chromium at {Chromium}: install it, or set LEADBOT_CHROMIUM.");

    public static void NeedsPage()
    {
        NeedsBrowser();
        Assert.SkipUnless(File.Exists(s_webChat), "The host was built without Node.js, so its page has no Web Chat: install Node.js with npm, and build again.");
    }

    public static void NeedsPlayground()
    {
        NeedsBrowser();
        Assert.SkipUnless(File.Exists(Playground), "No Agents Playground: run npm ci in tests/LeadBot.EndToEnd.");
        // It asks hosts of its maker's before it obeys the option not to.
        var outside = NetworkInterface.GetAllNetworkInterfaces().Any(n => n.NetworkInterfaceType != NetworkInterfaceType.Loopback && n.OperationalStatus == OperationalStatus.Up);
        Assert.SkipWhen(outside, "The Agents Playground runs only without a network: use tests/run, as root.");
    }

    /// <summary>Where to leave a picture for people to look at.</summary>
    public static string Picture(string name) => Path.Combine(Project, "artifacts", name + ".png");
}
