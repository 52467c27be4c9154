using LeadBot.Channels.Slack.Lookups;
using LeadBot.Dialog.Incoming;
using LeadBot.TestKit;

namespace LeadBot.Channels.Slack.Tests.Incoming;

public sealed class KnowingPeople
{
    private static readonly SlackTenant Acme = new("T1", null);

    [Fact]
    public async Task Slack_is_asked_once_about_each_and_again_in_passing_after_an_hour()
    {
        await using var host = await HearingHost.StartAsync();
        var people = host.Get<SlackPeople>();

        Assert.Equal(new SlackPeople.Profile("Dana", "Europe/Berlin", "de-DE"), await people.OfAsync(Acme, "UDANA"));
        host.Clock.Advance(SlackPeople.Fresh - TimeSpan.FromSeconds(1));
        await people.OfAsync(Acme, "UDANA");
        Assert.Single(host.Slack.Calls);

        var answer = new TaskCompletionSource<string>();
        host.Slack.Answers["users.info"] = _ => answer.Task;
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Dana", (await people.OfAsync(Acme, "UDANA"))!.Name);
        Assert.Equal("Dana", (await people.OfAsync(Acme, "UDANA"))!.Name);
        answer.SetResult("""{"ok":true,"user":{"name":"dana","real_name":"Dana Jones","tz":"America/New_York","profile":{"display_name":""}}}""");
        for (var patience = new Patience("her new name is known"); await people.OfAsync(Acme, "UDANA") != new SlackPeople.Profile("Dana Jones", "America/New_York", null); patience.Check())
        {
            await Task.Yield();
        }

        Assert.Equal(2, host.Slack.Calls.Count);
    }

    [Fact]
    public async Task After_six_hours_what_was_known_serves_only_where_Slack_does_not_answer()
    {
        await using var host = await HearingHost.StartAsync();
        var people = host.Get<SlackPeople>();
        await people.OfAsync(Acme, "UDANA");

        host.Clock.Advance(SlackPeople.Kept);
        host.Slack.Says("users.info", """{"ok":false,"error":"internal_error"}""");
        Assert.Equal("Dana", (await people.OfAsync(Acme, "UDANA"))!.Name);
        Assert.Equal("Dana", (await people.OfAsync(Acme, "UDANA"))!.Name);
        Assert.Equal(2, host.Slack.Calls.Count);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        host.Slack.Says("users.info", """{"ok":true,"user":{"name":"kim"}}""");
        Assert.Equal("kim", (await people.OfAsync(Acme, "UDANA"))!.Name);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_a_second_for_a_name()
    {
        await using var host = await HearingHost.StartAsync();
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource<string>());
        host.Slack.Answers["users.info"] = _ =>
        {
            asked.SetResult();
            return answer.Task;
        };

        var posting = host.EventAsync(Payloads.Direct());
        await asked.Task;
        host.Clock.Advance(SlackPeople.Patience);
        await posting;

        Assert.Equal(new Sender(new("UDANA"), ""), Assert.Single(host.Heard).From);
        answer.SetResult("""{"ok":true,"user":{"name":"dana","tz":"Mars/Olympus"}}""");
        await host.EventAsync(Payloads.Direct());
        Assert.Equal(new Sender(new("UDANA"), "dana"), host.Heard[1].From);
    }

    [Fact]
    public async Task Who_is_not_known_stays_as_Slack_names_them()
    {
        await using var host = await HearingHost.StartAsync();
        host.Slack.Says("users.info", """{"ok":false,"error":"user_not_found"}""");

        await host.EventAsync(Payloads.Direct("give Acme to <@UKIM> or <@ULEE|lee>"));

        Assert.Equal(new Said.Typed("give Acme to @UKIM or @lee"), Assert.Single(host.Heard).Said);
    }

    [Fact]
    public void What_was_looked_at_last_is_kept_longest()
    {
        var recent = new Recent<int, string>(2);
        recent.Keep(1, "one");
        recent.Keep(2, "two");
        Assert.True(recent.TryGet(1, out _));
        recent.Keep(3, "three");
        recent.Keep(3, "THREE");

        Assert.Equal((true, false, true), (recent.TryGet(1, out _), recent.TryGet(2, out _), recent.TryGet(3, out var three)));
        Assert.Equal("THREE", three);
    }
}
