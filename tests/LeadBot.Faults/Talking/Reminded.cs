using System.Net;
using LeadBot.Faults.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Faults.Talking;

/// <summary>People who are due for a digest, once: ten days ago each planned a step of which nothing came.</summary>
internal static class Reminded
{
    private static readonly TimeSpan s_ago = TimeSpan.FromDays(10);

    /// <summary>A zone where it is late in the morning, whenever this is run: there digests come.</summary>
    public static string Zone(DateTimeOffset now)
    {
        var ahead = 11 - now.UtcDateTime.Hour;
        return ahead > 0 ? $"Etc/GMT-{ahead}" : $"Etc/GMT+{-ahead}";
    }

    /// <summary>Their conversations.</summary>
    public static IReadOnlyList<int> People(int count) => [.. Enumerable.Range(Names.FirstReminded, count)];

    /// <summary>LeadBot hears them ten days ago.</summary>
    public static async Task PlanAsync(Archipelago world, int count)
    {
        using var mouth = new Mouth(world.Channels, TimeSpan.FromMinutes(2));
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow - s_ago);
        string[] settings = ["--urls", "http://127.0.0.1:0", "--LeadBot:Database", "postgres", "--ConnectionStrings:LeadBot", world.Server.Connection];
        await using var app = Host.Program.Serve(clock, [.. settings, .. world.Channels.Settings.SelectMany(setting => new[] { $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}", setting.Value })]);
        await app.StartAsync();
        await Parallel.ForEachAsync(People(count), async (person, _) =>
        {
            var deal = Names.Deal(person, 1);
            foreach (var (said, text) in new[] { "settings days mon-sun", $"qualify {deal}", $"next {deal} today send the quote" }.Index())
            {
                var answered = await mouth.SayAsync(new Uri(app.Urls.Single()), person, said + 1, text, clock.GetUtcNow());
                Assert.Equal(HttpStatusCode.OK, answered?.Status);
            }
        });
        await world.Server.AllIsDeliveredAsync();
        await app.StopAsync();
        world.Channels.Forget();
    }
}
