using LeadBot.Channels.Slack;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Host.Reminders;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Quartz;

namespace LeadBot.Scenarios.Slack;

/// <summary>The whole host in this process beside a Slack of its own, on a clock that moves when people do something.</summary>
internal sealed class SlackHost : IAsyncDisposable
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(3);

    private readonly TemporaryDirectory _data = new();
    private Func<FakeSlack, string[]> _settings = slack => slack.OverHttp;
    private ILoggerProvider? _log;
    private WebApplication _app = null!;

    private SlackHost(FakeSlack slack, FakeTimeProvider clock) => (Slack, Clock) = (slack, clock);

    public FakeSlack Slack { get; }

    public FakeTimeProvider Clock { get; }

    public string DataDirectory => _data.Path;

    public IServiceProvider Services => _app.Services;

    public Store Store => _app.Services.GetRequiredService<Store>();

    /// <param name="settings">One workspace over HTTP unless said otherwise.</param>
    /// <param name="now">Monday morning unless said otherwise.</param>
    /// <param name="log">Gets every line that is logged, too.</param>
    public static async Task<SlackHost> StartAsync(Func<FakeSlack, string[]>? settings = null, DateTimeOffset? now = null, ILoggerProvider? log = null)
    {
        var clock = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var host = new SlackHost(await FakeSlack.StartAsync(clock), clock);
        host._settings = settings ?? host._settings;
        host._log = log;
        await host.StartAsync();
        // What was said before is sent by then, and its turn to be sent never has to be waited for.
        host.Slack.Pause = async () =>
        {
            await host.AfterwardsAsync();
            await host.Store.PassAsync(clock, s_between);
        };
        return host;
    }

    public Member Join(string name, string? id = null) => new(Slack, id ?? $"U{name.ToUpperInvariant()}", name);

    /// <summary>As if they had installed it: they are the workspace's admin.</summary>
    public Task InstalledByAsync(Member member) => Store.Gate.BackgroundAsync(
        Scope.Of(SlackAddress.Workspace(FakeSlack.Team)),
        session =>
        {
            Workspaces.Save(session, new Workspace(SlackAddress.Workspace(FakeSlack.Team), new PersonId(member.Id), null, new Dictionary<string, PlaybookId>(), null));
            return true;
        },
        TestContext.Current.CancellationToken);

    /// <summary>Waits until nothing is on its way: neither what is done once Slack was answered, nor what that and the answer sent.</summary>
    public async Task AllIsDoneAsync()
    {
        await AfterwardsAsync();
        await Store.AllIsSentAsync();
    }

    private Task AfterwardsAsync() => Services.GetRequiredService<Afterwards>().DoneAsync(TestContext.Current.CancellationToken);

    /// <summary>Everything the clock made due is done.</summary>
    public Task SweepAsync() => _app.Services.GetRequiredService<Sweep>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>From here on nobody is reminded of anything while time goes by: the heartbeat has stopped.</summary>
    public async Task NothingComesByItselfAsync() =>
        await (await _app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken)).Shutdown(waitForJobsToComplete: true, TestContext.Current.CancellationToken);

    /// <summary>The mornings there were meanwhile brought nobody anything: their next time is the next there is.</summary>
    public Task MorningsWentByAsync() => Store.Gate.BackgroundAsync(
        Scope.Sweep,
        session =>
        {
            var (now, holidays) = (Clock.GetUtcNow(), Services.GetRequiredService<HolidayShelf>());
            foreach (var due in DuePeople.Of(session, now, most: 1000))
            {
                session.Enter(Scope.Of(due.Workspace));
                DuePeople.Save(session, due, Reminder.Later(due.Remindable(), Workspaces.Find(session, due.Workspace)!, holidays, now));
            }

            return true;
        },
        TestContext.Current.CancellationToken);

    /// <summary>The process ends and another begins on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Slack.DisposeAsync();
        _data.Dispose();
    }

    private async Task StartAsync()
    {
        _app = LeadBot.Host.Program.Serve(Clock, ["--urls", "http://127.0.0.1:0", .. ServerDatabases.Settings(_data.Path), .. _settings(Slack)]);
        if (_log is not null)
        {
            Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        }

        await _app.StartAsync(TestContext.Current.CancellationToken);
        Slack.Host = new Uri(_app.Urls.Single());
    }

    private async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
