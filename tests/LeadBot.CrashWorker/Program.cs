using System.Globalization;
using LeadBot.CrashWorker;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Host.Playbooks;
using LeadBot.Host.Reminders;
using LeadBot.Host.Startup;
using LeadBot.Host.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Takes turns as the host does, over lines of standard input and output, so that a test can kill it at a chosen point.
// LeadBot.CrashWorker DIRECTORY deliver|hold [NOW]    then lines: CONVERSATION KEY, or: sweep, sweep-uncommitted
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders();
builder.Configuration["LeadBot:DataDirectory"] = args[0];
builder.AddSettings();
builder.AddPlaybooks();
builder.Services.AddTurnsAndDelivery();
builder.Services.AddSingleton(new Decisions(Talk.Needs, Points.Decide));
builder.Services.AddSingleton<IChannel, LineChannel>();
builder.Services.AddSingleton<DigestSender>();
builder.Services.AddSingleton<WeekEnd>();
builder.Services.AddSingleton<LimitLearning>();
builder.Services.AddSingleton<Sweep>();
if (args.Length > 2)
{
    builder.Services.AddSingleton<TimeProvider>(new Noon(DateTimeOffset.Parse(args[2], CultureInfo.InvariantCulture)));
}

using var host = builder.Build();
var takeTurn = host.Services.GetRequiredService<TakeTurn>();
if (args[1] == "deliver")
{
    await host.StartAsync();
}

while (await Console.In.ReadLineAsync() is { } line)
{
    if (line.StartsWith("sweep", StringComparison.Ordinal))
    {
        _ = OrEndAsync(() => Sweeping.RunAsync(host.Services, uncommitted: line == "sweep-uncommitted"));
        continue;
    }

    var (conversation, key) = (line.Split(' ')[0], line.Split(' ')[1]);
    var place = new Place("lines", new WorkspaceId("local"), conversation, PlaceKind.Direct, null, conversation);
    var message = new IncomingMessage(key, place, new Sender(new PersonId("ann"), "Ann"), new Said.Typed(key), TimeProvider.System.GetUtcNow());
    _ = OrEndAsync(async () =>
    {
        var response = await takeTurn(message, CancellationToken.None);
        Console.WriteLine($"taken {key} {response.OnlyForYou}");
    });
}

// The test that waits for a line learns why it never comes.
static Task OrEndAsync(Func<Task> work) => Task.Run(async () =>
{
    try
    {
        await work();
    }
    catch (Exception failure)
    {
        Console.WriteLine($"failed {failure.ToString().ReplaceLineEndings(" ")}");
        Environment.Exit(1);
    }
});
