using System.CommandLine;
using LeadBot.Benchmarks;
using LeadBot.Benchmarks.Floor;

var what = new Option<string>("--what") { Description = "What is measured.", DefaultValueFactory = _ => "all" };
what.AcceptOnlyFromAmong("load", "turns", "order", "all");
var seconds = new Option<int>("--seconds") { Description = "How long each load is measured.", DefaultValueFactory = _ => 10 };
var warmUp = new Option<int>("--warm-up") { Description = "How many seconds it runs before it is measured.", DefaultValueFactory = _ => 15 };
var concurrency = new Option<string>("--concurrency") { Description = "How many people talk at once, one load after the other.", DefaultValueFactory = _ => "1,16,64" };
var root = new RootCommand("Measures LeadBot's speed and prints it as JSON.") { what, seconds, warmUp, concurrency };
root.SetAction(async (given, _) =>
{
    var plan = new Plan(
        given.GetValue(what)!,
        TimeSpan.FromSeconds(given.GetValue(seconds)),
        TimeSpan.FromSeconds(given.GetValue(warmUp)),
        [.. given.GetValue(concurrency)!.Split(',').Select(int.Parse)]);
    Console.WriteLine(Report.Json(await plan.RunAsync()));
});

var directory = new Argument<string>("directory");
var floor = new Command(BareEndpoint.Command) { directory };
floor.Hidden = true;
floor.SetAction((given, stop) => BareEndpoint.RunAsync(given.GetValue(directory)!, stop));
root.Add(floor);
return await root.Parse(args).InvokeAsync();
