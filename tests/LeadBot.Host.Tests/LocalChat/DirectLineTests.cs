using System.Text;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Host.LocalChat;
using LeadBot.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Host.Tests.LocalChat;

public sealed class DirectLineTests
{
    [Fact]
    public async Task An_opened_conversation_arrives_under_one_key_however_often_it_is_opened()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        Assert.Equal(201, (await host.JsonAsync(HttpMethod.Post, "conversations", opened.Token)).Status);

        Assert.Equal(2, host.Heard.Count);
        Assert.Equal(host.Heard[0].EventKey, host.Heard[1].EventKey);
        Assert.All(host.Heard, m => Assert.IsType<Said.Arrived>(m.Said));
        Assert.Equal("directline", host.Heard[0].Place.Channel);
    }

    [Fact]
    public async Task What_is_said_is_shown_under_the_clients_own_id_and_the_answer_after_it()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        await host.SayAsync(opened, "qualify Acme", "c1");
        await host.SendAsync(opened, Card.Of("Hello."));

        var shown = await host.ReadAsync(opened);
        Assert.Equal(["qualify Acme", "Hello."], shown.Texts);
        Assert.Equal("c1", (string)shown.Activities[0]["channelData"]!["clientActivityID"]!);
        Assert.Equal("user", (string)shown.Activities[0]["from"]!["role"]!);
        Assert.Equal("bot", (string)shown.Activities[1]["from"]!["role"]!);
        Assert.Equal(new Said.Typed("qualify Acme"), host.Heard[^1].Said);
    }

    [Fact]
    public async Task An_activity_posted_again_is_shown_once_and_heard_under_the_same_key()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        host.Answer = _ => TurnResponse.None with { OnlyForYou = "Noted." };
        var first = await host.SayAsync(opened, "hi", "c1");
        var again = await host.SayAsync(opened, "hi", "c1");

        Assert.Equal((string)first.Body!["id"]!, (string)again.Body!["id"]!);
        Assert.Equal(["hi", "Noted."], (await host.ReadAsync(opened)).Texts);
        Assert.Equal(host.Heard[^2].EventKey, host.Heard[^1].EventKey);
    }

    [Fact]
    public async Task A_turn_that_fails_answers_5xx_and_the_same_activity_is_taken_again()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        host.Answer = _ => throw new IOException("full");
        Assert.Equal(500, (await host.SayAsync(opened, "hi", "c1")).Status);
        host.Answer = _ => TurnResponse.None;
        Assert.Equal(200, (await host.SayAsync(opened, "hi", "c1")).Status);
        Assert.Equal(["hi"], (await host.ReadAsync(opened)).Texts);
    }

    [Fact]
    public async Task A_watermark_leaves_out_what_was_read()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        await host.SayAsync(opened, "one");
        var read = await host.ReadAsync(opened);
        await host.SayAsync(opened, "two");

        Assert.Equal(["two"], (await host.ReadAsync(opened, read.Watermark)).Texts);
    }

    [Fact]
    public async Task A_pressed_button_is_shown_as_its_label_and_its_card_redrawn_in_place()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        await host.SendAsync(opened, Card.Of("Which one?", new Button("pick", "The first", new Dictionary<string, string> { ["deal"] = "7" })));
        await host.SendAsync(opened, Card.Of("Later."));
        var data = (await host.ReadAsync(opened)).Activities[0]["attachments"]![0]!["content"]!["actions"]![0]!["data"]!.DeepClone();
        host.Answer = _ => TurnResponse.None with { Redrawn = Card.Of("It is the first.") };
        await host.PostAsync(opened, new JsonObject { ["type"] = "message", ["value"] = data, ["channelData"] = new JsonObject { ["postBack"] = true, ["clientActivityID"] = "c1" } });

        var pressed = Assert.IsType<Said.Pressed>(host.Heard[^1].Said);
        Assert.True(pressed is { Action: "pick", CanRedraw: true });
        Assert.Equal(new Dictionary<string, string> { ["deal"] = "7" }, pressed.Fields);
        var shown = (await host.ReadAsync(opened)).Activities.OrderBy(a => (long)a["channelData"]!["webchat:sequence-id"]!).ToList();
        Assert.Equal(["It is the first.", "Later.", "The first"], shown.Select(a => (string)(a["summary"] ?? a["text"])!));
        Assert.Null(shown[2]["channelData"]!["postBack"]);
    }

    [Fact]
    public async Task An_open_conversation_goes_on_after_a_restart()
    {
        using var directory = new TemporaryDirectory();
        LocalChatHost.Opened opened;
        string watermark;
        await using (var before = await LocalChatHost.StartAsync(directory.Path))
        {
            opened = await before.OpenAsync();
            await before.SayAsync(opened, "before");
            watermark = (await before.ReadAsync(opened)).Watermark;
        }

        await using var after = await LocalChatHost.StartAsync(directory.Path);
        Assert.Equal(200, (await after.SayAsync(opened, "after")).Status);
        Assert.Equal(["after"], (await after.ReadAsync(opened, watermark)).Texts);
        Assert.Equal(["before", "after"], (await after.ReadAsync(opened)).Texts);
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_until_it_expires()
    {
        var clock = new FakeTimeProvider();
        await using var host = await LocalChatHost.StartAsync(clock: clock);
        var opened = await host.OpenAsync();
        var other = await host.OpenAsync();
        Assert.Equal(403, (await host.ReadAsync(opened with { Token = other.Token })).Status);
        Assert.Equal(403, (await host.ReadAsync(opened with { Token = "nonsense" })).Status);
        Assert.Equal(403, (await host.ReadAsync(opened with { Token = opened.Token.Replace(opened.Conversation, other.Conversation, StringComparison.Ordinal) })).Status);
        Assert.Equal(403, (await host.JsonAsync(HttpMethod.Post, "conversations", null)).Status);

        clock.Advance(DirectLineTokens.Lifetime - TimeSpan.FromMinutes(1));
        var refreshed = (string)(await host.JsonAsync(HttpMethod.Post, "tokens/refresh", opened.Token)).Body!["token"]!;
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(403, (await host.ReadAsync(opened)).Status);
        Assert.Equal(403, (await host.JsonAsync(HttpMethod.Post, "tokens/refresh", opened.Token)).Status);
        Assert.Equal(200, (await host.ReadAsync(opened with { Token = refreshed })).Status);
    }

    [Fact]
    public async Task The_conversation_silent_for_longest_makes_room_and_is_then_gone()
    {
        using var data = new TemporaryDirectory();
        await using var host = await LocalChatHost.StartAsync(data.Path);
        var first = await host.OpenAsync();
        var second = await host.OpenAsync();
        await host.SayAsync(first, "still here");

        // Files written within one tick of the disk's clock are equally old.
        File.SetLastWriteTimeUtc(Path.Combine(data.Path, "chat", $"{second.Conversation}.jsonl"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        for (var i = 1; i < ChatTranscripts.Kept; i++)
        {
            await host.OpenAsync();
        }

        Assert.Equal(404, (await host.ReadAsync(second)).Status);
        Assert.Equal(404, (await host.SayAsync(second, "hello?")).Status);
        Assert.Equal(404, (await host.JsonAsync(HttpMethod.Get, $"conversations/{second.Conversation}", second.Token)).Status);
        Assert.IsType<Sent.Gone>(await host.Channel.SendAsync(second.Conversation, Card.Of("hi"), CancellationToken.None));
        Assert.Equal(["still here"], (await host.ReadAsync(first)).Texts);
    }

    [Fact]
    public async Task What_is_no_activity_is_refused_and_what_nobody_answers_is_taken_quietly()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        var path = $"conversations/{opened.Conversation}/activities";
        foreach (var body in new[] { "", "[]", "7", "{}", "{\"type\":3}", "{\"type\":", "null" })
        {
            Assert.Equal(400, (await host.JsonAsync(HttpMethod.Post, path, opened.Token, new StringContent(body, Encoding.UTF8, "application/json"))).Status);
        }

        Assert.Equal(413, (await host.SayAsync(opened, new string('x', PostedActivity.MaximumSize))).Status);
        Assert.Equal(200, (await host.PostAsync(opened, new JsonObject { ["type"] = "typing" })).Status);
        Assert.Single(host.Heard);
    }
}
