using System.Text.Json.Nodes;
using LeadBot.Channels.Slack;
using LeadBot.Storage.Gate;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack;

/// <summary>Whole conversations in Slack: what people do there, and what they see.</summary>
public sealed class TalkingInSlack
{
    [Fact]
    public async Task A_deal_is_talked_through_in_a_direct_message_and_lost_in_a_window()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        await dana.TypeAsync("qualify Acme");
        var asked = await SeeAsync(host, "message", "What do they expect to pay?");
        Assert.Equal((dana.Direct, (string?)null), (asked.Channel, asked.Thread));

        await dana.PressAsync("$2,000 to $10,000");
        var answered = await SeeAsync(host, asked.Id, "Answered: $2,000 to $10,000");
        Assert.Empty(answered.Presses);
        await SeeAsync(host, "message", "What came back?");
        await dana.TypeAsync("they said no");
        await SeeAsync(host, "message", "Walk away from Acme");

        await dana.PressAsync("Lose it");
        var window = await SeeAsync(host, "modal", "Why is Acme lost?");
        var again = await dana.SendAsync("Other");
        Assert.Equal("update", (string?)again.Body!["response_action"]);
        await SeeAsync(host, window.Id, "What was it, in a few words?");
        var closed = await dana.SendAsync(null, "Their office moved & <!channel>");
        Assert.Null(closed.Body?["response_action"]);
        await SeeAsync(host, "message", "Their office moved & <!channel>");
    }

    [Fact]
    public async Task In_a_channel_it_runs_in_the_thread_and_only_who_began_it_is_heard()
    {
        await using var host = await SlackHost.StartAsync();
        var (dana, kim) = (host.Join("Dana"), host.Join("Kim"));
        var root = await dana.MentionAsync("C1", "qualify Globex");
        var asked = await SeeAsync(host, "message", "What do they expect to pay?");
        Assert.Equal(("C1", root), (asked.Channel, asked.Thread));

        Assert.Equal(200, (await kim.ReplyAsync("C1", root, "that is a lot")).Status);
        Assert.Equal(200, (await kim.ReplyAsync("C1", null, "who is for lunch?")).Status);
        Assert.Equal(200, (await dana.ReplyAsync("C1", root, "5k")).Status);
        var next = await host.Slack.Screens.NextAsync();
        Assert.Contains("Noted: $5,000.", next.Text, StringComparison.Ordinal);
        Assert.Equal(root, next.Thread);

        await kim.MentionAsync("C1", "what is this?", root);
        var told = await SeeAsync(host, "ephemeral", "Dana started this one");
        Assert.Equal((kim.Id, "C1", root), (told.User, told.Channel, told.Thread));
        await dana.ReplyAsync("C1", root, "cancel");
        await SeeAsync(host, "message", "Globex");
        Assert.Equal(200, (await dana.ReplyAsync("C1", root, "thanks everybody")).Status);
        await host.Store.AllIsSentAsync();
        Assert.False(host.Slack.Screens.HasMore);
        // Of what was not for the bot nothing is kept.
        Assert.Equal(0, await CountAsync(host, "SELECT COUNT(*) FROM processed_events WHERE response LIKE '%lunch%'"));
        Assert.Equal(4, await CountAsync(host, "SELECT COUNT(*) FROM processed_events"));
    }

    [Fact]
    public async Task A_command_is_answered_to_its_sender_alone()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        Assert.Equal(200, (await dana.CommandAsync("qualify Hooli")).Status);
        var asked = await SeeAsync(host, "ephemeral", "Or type an amount: \"/lead about 5k\"");
        Assert.Equal(("C1", dana.Id), (asked.Channel, asked.User));

        await dana.CommandAsync("5k");
        await SeeAsync(host, "ephemeral", "Noted: $5,000.");
        await dana.PressAsync("They said no");
        await SeeAsync(host, "ephemeral", "Walk away from Hooli");
        Assert.DoesNotContain(host.Slack.Calls, call => call.Method == "chat.postMessage");
    }

    [Fact]
    public async Task A_command_links_the_channel_it_is_typed_in_and_its_post_comes_there()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        await host.InstalledByAsync(dana);
        host.Slack.Closed.Add("C1");
        await dana.CommandAsync("post here as Sales");
        await SeeAsync(host, "ephemeral", "Invite me with /invite @LeadBot");
        host.Slack.Closed.Remove("C1");
        await dana.CommandAsync("post here as Sales");
        await SeeAsync(host, "ephemeral", "Linked as \"Sales\"");
        await dana.CommandAsync("qualify Hooli");
        await dana.CommandAsync("5k");
        await dana.CommandAsync("they said no");
        await SeeAsync(host, "ephemeral", "Walk away from Hooli");
        await dana.PressAsync("Lose it");
        await SeeAsync(host, "modal", "Why is Hooli lost?");
        await dana.SendAsync("They said no");

        for (var hour = 0; hour < 7 * 24; hour++)
        {
            await host.AllIsDoneAsync();
            await host.Store.PassAsync(host.Clock, TimeSpan.FromHours(1));
            await host.SweepAsync();
        }

        var wall = await SeeAsync(host, "message", "The wall");
        Assert.Equal(("C1", (string?)null), (wall.Channel, wall.Thread));
    }

    [Fact]
    public async Task Both_shortcuts_begin_a_deal()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        await dana.ShortcutAsync();
        await SeeAsync(host, "modal", "Which deal?");
        await dana.SendAsync(null, "Umbrella");
        Assert.Equal(dana.Direct, (await SeeAsync(host, "message", "Umbrella: at most 8 questions")).Channel);

        await dana.ShortcutOnAsync("C1", "Soylent\nasked for a quote today");
        Assert.Equal("C1", (await SeeAsync(host, "message", "Soylent: at most 8 questions")).Channel);
        host.Slack.Closed.Add("C2");
        await dana.ShortcutOnAsync("C2", "Initrode");
        Assert.Equal(dana.Direct, (await SeeAsync(host, "message", "Initrode: at most 8 questions")).Channel);
    }

    [Fact]
    public async Task A_home_shows_the_deals_and_is_drawn_anew_when_one_changes()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        await dana.OpenHomeAsync();
        await SeeAsync(host, "home", "You have no open deals.");
        await dana.TypeAsync("qualify Acme");
        Assert.Equal(dana.Id, (await SeeAsync(host, "home", "You are in the middle of the questions about Acme.")).User);

        await dana.PressAsync("Continue the questions");
        Assert.Equal(dana.Direct, (await SeeAsync(host, "message", "What do they expect to pay?")).Channel);
        await dana.PressAsync("Open Acme");
        await SeeAsync(host, "message", "Acme: fresh");
        await dana.PressAsync("Lose it");
        await SeeAsync(host, "modal", "Why is Acme lost?");
        await dana.SendAsync("They said no");
        await SeeAsync(host, "home", "In the last 90 days you lost one deal early enough to free about");
    }

    [Fact]
    public async Task An_answer_is_edited_in_a_window()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        await dana.TypeAsync("qualify Acme");
        await SeeAsync(host, "message", "What do they expect to pay?");
        await dana.TypeAsync("5k");
        await SeeAsync(host, "message", "What came back?");
        await dana.TypeAsync("they said no");
        await SeeAsync(host, "message", "Walk away from Acme");

        await dana.PressAsync("Edit an answer");
        var window = await SeeAsync(host, "modal", "Which answer about Acme do you want to change?");
        await dana.SendAsync("What do they expect to pay?");
        await SeeAsync(host, window.Id, "Acme · so far: $5,000");
        await dana.SendAsync("Free");
        Assert.Contains("Free", (await SeeAsync(host, "message", "Walk away from Acme")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Slack_refuses_for_now_comes_later_and_once()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        host.Slack.Faults.Break("chat.postMessage");
        await dana.TypeAsync("qualify Acme");
        for (var patience = new Patience("the question is shown"); host.Slack.Screens.All.Count == 0; patience.Check())
        {
            await host.Store.PutOffAsync(host.Clock, TimeSpan.FromSeconds(1));
        }

        await SeeAsync(host, "message", "What do they expect to pay?");
        await host.Store.AllIsSentAsync();
        Assert.False(host.Slack.Screens.HasMore);
        Assert.Equal(2, host.Slack.Calls.Count(call => call.Method == "chat.postMessage"));
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_was()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        await dana.TypeAsync("qualify Acme");
        await SeeAsync(host, "message", "What do they expect to pay?");
        await host.RestartAsync();
        await dana.PressAsync("$2,000 to $10,000");
        await SeeAsync(host, "message", "What came back?");
    }

    /// <summary>Waits until it is shown.</summary>
    /// <param name="where">A kind of place, or the id of what looks different now.</param>
    private static Task<Shown> SeeAsync(SlackHost host, string where, string text) =>
        host.Slack.Screens.NextAsync(shown => (shown.Where == where || shown.Id == where) && shown.Text.Contains(text, StringComparison.Ordinal));

    private static Task<int> CountAsync(SlackHost host, string sql) =>
        host.Store.Gate.BackgroundAsync(Scope.Of(SlackAddress.Workspace(FakeSlack.Team)), session => session.All(sql, row => row.GetInt32(0))[0], TestContext.Current.CancellationToken);
}
