using System.CommandLine;
using LeadBot.Benchmarks;
using LeadBot.Benchmarks.Floor;
using LeadBot.Benchmarks.Storm;
using LeadBot.Benchmarks.Sweeps;

var what = new Option<string>("--what") { Description = "What is measured.", DefaultValueFactory = _ => "all" };
what.AcceptOnlyFromAmong("load", "turns", "slack", "order", "sweep", "presses", "instances", "storm", "all");
var seconds = new Option<int>("--seconds") { Description = "How long each load is measured.", DefaultValueFactory = _ => 10 };
var warmUp = new Option<int>("--warm-up") { Description = "How many seconds it runs before it is measured.", DefaultValueFactory = _ => 15 };
var concurrency = new Option<string>("--concurrency") { Description = "How many people talk at once, one load after the other.", DefaultValueFactory = _ => "1,16,64" };
var deals = new Option<int>("--deals") { Description = "How many open deals the sweep looks at; it runs over a tenth of them, too.", DefaultValueFactory = _ => 1_000_000 };
var digests = new Option<int>("--digests") { Description = "How many digests the storm is of.", DefaultValueFactory = _ => 100_000 };
var workspaces = new Option<int>("--workspaces") { Description = "Over how many workspaces of Slack the storm goes.", DefaultValueFactory = _ => 500 };
var database = new Option<string>("--database") { Description = "Where the storm's deals are.", DefaultValueFactory = _ => "postgres" };
database.AcceptOnlyFromAmong("sqlite", "postgres");
var instances = new Option<string>("--instances") { Description = "How many hosts there are on PostgreSQL, one load after the other.", DefaultValueFactory = _ => "1,2,4" };
var root = new RootCommand("Measures LeadBot's speed and prints it as JSON.") { what, seconds, warmUp, concurrency, deals, instances, digests, workspaces, database };
root.SetAction(async (given, _) =>
{
    var plan = new Plan(
        given.GetValue(what)!,
        TimeSpan.FromSeconds(given.GetValue(seconds)),
        TimeSpan.FromSeconds(given.GetValue(warmUp)),
        [.. given.GetValue(concurrency)!.Split(',').Select(int.Parse)],
        given.GetValue(deals),
        [.. given.GetValue(instances)!.Split(',').Select(int.Parse)],
        new StormPlan(given.GetValue(digests), given.GetValue(workspaces), given.GetValue(database) == "postgres"));
    Console.WriteLine(Report.Json(await plan.RunAsync()));
});

var directory = new Argument<string>("directory");
Hidden(BareEndpoint.Command, BareEndpoint.RunAsync);
Hidden(BareScan.Command, BareScan.RunAsync);
Hidden(OneSweep.Command, OneSweep.RunAsync);
Hidden(BarePosts.Command, BarePosts.RunAsync);
return await root.Parse(args).InvokeAsync();

// What runs as its own process, over a directory.
void Hidden(string name, Func<string, CancellationToken, Task> run)
{
    var command = new Command(name) { directory };
    command.Hidden = true;
    command.SetAction((given, stop) => run(given.GetValue(directory)!, stop));
    root.Add(command);
}
