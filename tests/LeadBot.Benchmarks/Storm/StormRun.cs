using System.Diagnostics;
using LeadBot.Benchmarks.Instances;
using LeadBot.Benchmarks.Measured;
using LeadBot.Benchmarks.Slack;
using LeadBot.Benchmarks.Sweeps;
using LeadBot.Storage.Opening;

namespace LeadBot.Benchmarks.Storm;

/// <summary>
/// Everybody's digest is due in the same minute, in many workspaces of Slack, whose side takes no more than Slack does; and people talk in their direct conversations,
/// half of them reps whose own digest is on its way, half newcomers.
/// </summary>
internal static class StormRun
{
    private const int DealsEach = 3;
    private const int Talkers = 16;

    /// <summary>Nobody types faster; LeadBot sends about a message a second into a conversation.</summary>
    private static readonly TimeSpan s_typing = TimeSpan.FromMilliseconds(1250);
    private static readonly TimeSpan s_due = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_nothingMoreComes = TimeSpan.FromSeconds(60);

    public static async Task<StormReport> RunAsync(StormPlan plan)
    {
        var offices = new SlackOffices(plan.Workspaces, plan.Digests / plan.Workspaces);
        using var data = new ScratchDirectory();
        Console.Error.WriteLine($"{offices.Reps} reps of {offices.Workspaces} workspaces are written …");
        await DueTeam.FillAsync(data.Path, offices.Office, offices.Reps, offices.Reps * DealsEach, TimeProvider.System.GetUtcNow());
        await using var server = plan.OnPostgres ? await DurableServer.StartAsync() : null;
        var connection = server is null ? null : await server.MakeAsync("storm");
        if (connection is not null)
        {
            Move.Run(new DatabasePlace.File(data.Path), new DatabasePlace.Server(connection));
            await server!.RunAsync("psql", $"UPDATE people SET digest_at = {(TimeProvider.System.GetUtcNow() + s_due).UtcTicks}; VACUUM ANALYZE;", "-q", "-d", "storm");
        }
        else
        {
            DueTeam.AllDue(data.Path, TimeProvider.System.GetUtcNow() + s_due);
        }

        var people = Enumerable.Range(0, Talkers).Select(number => number % 2 == 0 ? offices.Reps + number : number * (offices.Reps / Talkers)).ToDictionary(person => person, _ => new SlackInbox());
        var limits = new SlackLimits(offices.Reps + Talkers, offices);
        await using var slack = await LimitedSlack.StartAsync(offices.Reps + Talkers, people, limits);
        var settings = Settings(slack, connection);
        await using var host = await StartedProcess.StartAsync("LeadBot.Host.dll", settings, "--urls", "http://127.0.0.1:0", "--data-directory", data.Path);
        using var requests = new SlackRequests(host.Address, slack.ResponseUrl, offices.TeamOf);
        var storm = await RunAsync(offices, host, slack, limits, people, requests);
        await using var open = await LimitedSlack.StartAsync(offices.Reps, people, limits: null);
        await BarePosts.PrepareAsync(data.Path, slack.Digest, open.ApiBaseUrl, offices.Reps);
        var bare = await SweepRun.PassAsync(BarePosts.Command, data.Path);
        return storm with { PostedBare = bare };
    }

    private static Dictionary<string, string> Settings(LimitedSlack slack, string? connection)
    {
        var settings = new Dictionary<string, string>
        {
            ["Slack__SigningSecret"] = SlackRequests.Secret,
            ["Slack__BotToken"] = "xoxb-placeholder",
            ["Slack__ApiBaseUrl"] = slack.ApiBaseUrl,
            ["LeadBot__Telemetry__Metrics"] = "true",
        };
        if (connection is not null)
        {
            (settings["LeadBot__Database"], settings["ConnectionStrings__LeadBot"]) = ("postgres", connection);
        }

        return settings;
    }

    private static async Task<StormReport> RunAsync(
        SlackOffices offices, StartedProcess host, LimitedSlack slack, SlackLimits limits, Dictionary<int, SlackInbox> people, SlackRequests requests)
    {
        var talks = people.Select(one => new SlackTalk(one.Key, requests, one.Value, "Contoso")).ToList();
        var (alone, meanwhile) = (talks.ConvertAll(_ => new Samples()), talks.ConvertAll(_ => new Samples()));
        var talking = Task.WhenAll(talks.Select((talk, number) => Task.Run(() => TalkAsync(talk, alone[number], meanwhile[number]))));
        await Task.WhenAny(Task.Delay(s_due / 2), talking);
        alone.ForEach(seen => seen.Count());
        await UntilAsync(slack, talking, () => slack.Digests > 0);
        alone.ForEach(seen => seen.Stop());
        meanwhile.ForEach(seen => seen.Count());
        var (began, spent) = (Stopwatch.GetTimestamp(), host.ProcessorTime);
        Console.Error.WriteLine("The first digest is here …");
        using var watch = new HostWatch(host, slack, limits);
        using var over = new CancellationTokenSource();
        var watching = watch.LookAsync(began, over.Token);
        await UntilAsync(slack, talking, () => slack.Digests >= offices.Reps);
        var took = Stopwatch.GetElapsedTime(began, slack.Last);
        var processor = host.ProcessorTime - spent;
        meanwhile.ForEach(seen => seen.Stop());
        await talking;
        await over.CancelAsync();
        await watching;
        return new StormReport(
            slack.Digests,
            slack.Twice,
            Math.Round(took.TotalSeconds, 1),
            Math.Round((offices.RepsEach - SlackLimits.WorkspaceBurst) / SlackLimits.WorkspacePace, 1),
            null,
            Math.Round(processor.TotalSeconds, 1),
            watch.Looks.Max(look => look.HeapMegabytes),
            Math.Round(host.PeakMegabytes, 1),
            limits.IntoChannel,
            limits.IntoWorkspace,
            Seen(alone),
            Seen(meanwhile),
            [.. watch.Looks.Where((_, at) => at % 5 == 0)]);
    }

    private static async Task TalkAsync(SlackTalk talk, Samples alone, Samples meanwhile)
    {
        while (meanwhile.GoOn)
        {
            var next = Task.Delay(s_typing);
            var one = new Samples();
            one.Count();
            await talk.SayNextAsync(one);
            foreach (var (response, reply) in one.Seen)
            {
                alone.Add(response, reply);
                meanwhile.Add(response, reply);
            }

            await next;
        }
    }

    private static async Task UntilAsync(LimitedSlack slack, Task talking, Func<bool> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); !isSo() && !talking.IsCompleted && Stopwatch.GetElapsedTime(Math.Max(slack.Last, began)) < s_nothingMoreComes;)
        {
            await Task.WhenAny(Task.Delay(10), talking);
        }
    }

    private static Presses Seen(List<Samples> samples)
    {
        var turns = samples.SelectMany(seen => seen.Seen).ToList();
        return new Presses(turns.Count, Latency.Of(turns.Select(seen => seen.Response)), Latency.Of(turns.Select(seen => seen.Reply)));
    }
}

/// <param name="Digests">Due at once, one for each rep.</param>
/// <param name="Workspaces">They are spread over.</param>
/// <param name="OnPostgres">Else on SQLite.</param>
internal sealed record StormPlan(int Digests, int Workspaces, bool OnPostgres);

/// <summary>What became of it.</summary>
/// <param name="Digests">Reps who got theirs.</param>
/// <param name="Twice">Digests somebody got once more.</param>
/// <param name="Seconds">From the first digest that arrived to the last.</param>
/// <param name="LimitsSeconds">What Slack's limits allow: (reps of a workspace − its burst) ÷ its pace; workspaces do not wait for each other.</param>
/// <param name="PostedBare">A bare client that posts as many digests to a Slack without limits: what the processors allow.</param>
/// <param name="ProcessorSeconds">The host's, meanwhile.</param>
/// <param name="PeakHeapMegabytes">Managed memory after a collection.</param>
/// <param name="PeakMegabytes">The host's largest working set since its start.</param>
/// <param name="RefusedIntoChannel">Answered with 429 because of the channel.</param>
/// <param name="RefusedIntoWorkspace">Answered with 429 because of the workspace.</param>
/// <param name="Alone">Turns of those who talk before the first digest; answers come at most every 1.25 s.</param>
/// <param name="Meanwhile">The same until the last digest.</param>
internal sealed record StormReport(
    int Digests,
    int Twice,
    double Seconds,
    double LimitsSeconds,
    OnePass? PostedBare,
    double ProcessorSeconds,
    double PeakHeapMegabytes,
    double PeakMegabytes,
    int RefusedIntoChannel,
    int RefusedIntoWorkspace,
    Presses Alone,
    Presses Meanwhile,
    IReadOnlyList<Look> Looks);
