using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Sending;

namespace LeadBot.Channels.Slack.Tests.Sending;

public sealed class SlackWebApiTests
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_call_is_a_form_with_the_bots_token()
    {
        using var slack = new ScriptedSlack().Answers("""{"ok":true}""");

        await slack.CallAsync("users.info", body: new JsonObject { ["user"] = "Grüße & more=+%", ["include_locale"] = true, ["team_id"] = null });

        var call = Assert.Single(slack.Calls);
        Assert.Equal(("https://slack.com/api/users.info", "Bearer xoxb-1", "application/x-www-form-urlencoded"), (call.Url.ToString(), call.Token, call.Type));
        Assert.Equal(["user=Grüße & more=+%", "include_locale=true"], call.Fields.Select(f => $"{f.Key}={f.Value}"));
    }

    [Fact]
    public async Task A_call_with_blocks_is_json_with_the_bots_token()
    {
        using var slack = new ScriptedSlack().Answers("""{"ok":true,"channel":"C1","message":{"ts":"1.2"}}""");

        var result = await slack.CallAsync(body: new JsonObject { ["text"] = "Grüße & more=+%", ["blocks"] = new JsonArray("é"), ["unfurl_links"] = false, ["thread_ts"] = null });

        var call = Assert.Single(slack.Calls);
        Assert.Equal(("https://slack.com/api/chat.postMessage", "Bearer xoxb-1", "application/json"), (call.Url.ToString(), call.Token, call.Type));
        Assert.Equal(["text", "blocks", "unfurl_links"], call.Fields.Keys);
        Assert.Equal(("Grüße & more=+%", """["é"]""", "false"), (call.Fields["text"], call.Json("blocks")!.ToJsonString(s_readable), call.Fields["unfurl_links"]));
        var ok = Assert.IsType<SlackResult.Ok>(result);
        Assert.Equal(("C1", "1.2", null, null), (ok.Text("channel"), ok.Text("message", "ts"), ok.Text("channel", "ts"), ok.Text("message")));
    }

    [Fact]
    public async Task A_method_asked_to_wait_waits_and_no_other_does()
    {
        using var slack = new ScriptedSlack().Answers("""{"ok":false,"error":"ratelimited"}""", HttpStatusCode.TooManyRequests, "30");

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<SlackResult.TryAgain>(await slack.CallAsync()).After);
        slack.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(20), Assert.IsType<SlackResult.TryAgain>(await slack.CallAsync()).After);
        Assert.Single(slack.Calls);

        slack.Answers("""{"ok":true}""").Answers("""{"ok":true}""").Answers("""{"ok":true}""");
        Assert.IsType<SlackResult.Ok>(await slack.CallAsync("chat.update"));
        Assert.IsType<SlackResult.Ok>(await slack.CallAsync(tenant: new SlackTenant("T2", null)));
        slack.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.IsType<SlackResult.Ok>(await slack.CallAsync());
    }

    [Fact]
    public async Task Those_who_have_to_wait_come_back_one_after_the_other()
    {
        using var slack = new ScriptedSlack().Answers("""{"ok":false,"error":"ratelimited"}""", HttpStatusCode.TooManyRequests, "30");
        await slack.CallAsync();

        var waits = new List<double?>();
        for (var n = 0; n < 3; n++)
        {
            waits.Add(Assert.IsType<SlackResult.TryAgain>(await slack.CallAsync()).After?.TotalSeconds);
        }

        Assert.Equal([30, 30.25, 30.5], waits);
    }

    [Theory]
    [InlineData("", HttpStatusCode.TooManyRequests, null, 1)]
    [InlineData("", HttpStatusCode.TooManyRequests, "7", 7)]
    [InlineData("", HttpStatusCode.TooManyRequests, "Mon, 23 Nov 2026 09:00:42 GMT", 42)]
    [InlineData("", HttpStatusCode.TooManyRequests, "nonsense", 1)]
    [InlineData("""{"ok":false,"error":"rate_limited"}""", HttpStatusCode.OK, null, 1)]
    [InlineData("""{"ok":false,"error":"service_unavailable"}""", HttpStatusCode.OK, null, null)]
    [InlineData("""{"ok":false,"error":"internal_error"}""", HttpStatusCode.InternalServerError, null, null)]
    [InlineData("<html>Bad gateway</html>", HttpStatusCode.BadGateway, null, null)]
    [InlineData("<html>Log in to this network</html>", HttpStatusCode.OK, null, null)]
    [InlineData("[]", HttpStatusCode.OK, null, null)]
    [InlineData("{}", HttpStatusCode.OK, null, null)]
    public async Task What_passes_is_tried_again(string body, HttpStatusCode status, string? retryAfter, int? seconds)
    {
        using var slack = new ScriptedSlack().Answers(body, status, retryAfter);
        Assert.Equal(seconds, (int?)Assert.IsType<SlackResult.TryAgain>(await slack.CallAsync()).After?.TotalSeconds);
    }

    [Fact]
    public async Task A_silent_or_unreachable_slack_is_tried_again()
    {
        using var slack = new ScriptedSlack().IsSilent().Fails(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        Assert.Equal("No answer from Slack within 10 s.", Assert.IsType<SlackResult.TryAgain>(await slack.CallAsync()).Why);
        Assert.Equal("Slack cannot be reached: ConnectionError.", Assert.IsType<SlackResult.TryAgain>(await slack.CallAsync()).Why);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_told_so_by_the_usual_exception()
    {
        using var slack = new ScriptedSlack().Answers("""{"ok":true}""");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slack.Api.CallAsync(ScriptedSlack.Acme, "chat.postMessage", [], stop.Token));
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"msg_too_long"}""", HttpStatusCode.OK, "msg_too_long", "Slack refuses it: msg_too_long.")]
    [InlineData("""{"ok":false,"error":"missing_scope","needed":"chat:write"}""", HttpStatusCode.OK, "missing_scope", "Slack refuses it: missing_scope (chat:write). Install the app again with the scopes of its manifest.")]
    [InlineData("""{"ok":false,"error":"token_revoked"}""", HttpStatusCode.OK, "token_revoked", "Slack refuses it: token_revoked. Install the app again.")]
    [InlineData("""{"ok":false,"error":"a deal's name"}""", HttpStatusCode.OK, "no_reason", "Slack refuses it: no_reason.")]
    [InlineData("""{"ok":false,"error":7}""", HttpStatusCode.OK, "no_reason", "Slack refuses it: no_reason.")]
    [InlineData("Moved", HttpStatusCode.Redirect, "http_302", "Slack refuses it: http_302.")]
    [InlineData("", HttpStatusCode.NotFound, "http_404", "Slack refuses it: http_404.")]
    public async Task What_does_not_pass_is_refused_with_what_to_do(string body, HttpStatusCode status, string error, string why)
    {
        using var slack = new ScriptedSlack().Answers(body, status);
        var refused = Assert.IsType<SlackResult.Refused>(await slack.CallAsync());
        Assert.Equal((error, why), (refused.Error, refused.Why));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_called()
    {
        using var slack = new ScriptedSlack(("Slack:BotToken", ""), ("Slack:ClientId", "1.2"), ("Slack:ClientSecret", "c"));
        Assert.Equal(SlackErrors.NotAuthed, Assert.IsType<SlackResult.Refused>(await slack.CallAsync()).Error);
        Assert.Empty(slack.Calls);
    }

    [Fact]
    public async Task Who_the_bot_is_is_asked_until_slack_says_and_then_known()
    {
        using var slack = new ScriptedSlack().Refuses("internal_error").Answers("""{"ok":true,"user_id":"U0BOT"}""");
        var tokens = slack.Get<SlackTokens>();
        Assert.Null(await tokens.BotUserAsync(ScriptedSlack.Acme, TestContext.Current.CancellationToken));
        Assert.Equal("U0BOT", await tokens.BotUserAsync(ScriptedSlack.Acme, TestContext.Current.CancellationToken));
        Assert.Equal("U0BOT", await tokens.BotUserAsync(ScriptedSlack.Acme, TestContext.Current.CancellationToken));
        Assert.Equal(["auth.test", "auth.test"], slack.Calls.Select(call => call.Method));
    }

    [Theory]
    [InlineData("ok", HttpStatusCode.OK, null)]
    [InlineData("""{"ok":true}""", HttpStatusCode.OK, null)]
    [InlineData("", HttpStatusCode.OK, null)]
    [InlineData("used_url", HttpStatusCode.NotFound, "used_url")]
    [InlineData("""{"ok":false,"error":"expired_url"}""", HttpStatusCode.NotFound, "expired_url")]
    [InlineData("<html>", HttpStatusCode.NotFound, "http_404")]
    [InlineData("invalid_blocks", HttpStatusCode.OK, "invalid_blocks")]
    public async Task An_answer_by_response_url_is_json_without_a_token(string body, HttpStatusCode status, string? error)
    {
        using var slack = new ScriptedSlack().Answers(body, status);

        var result = await slack.Api.RespondAsync("https://hooks.slack.com/actions/T1/2/x", new JsonObject { ["text"] = "é", ["replace_original"] = false }, TestContext.Current.CancellationToken);

        Assert.Equal(error, (result as SlackResult.Refused)?.Error);
        Assert.Equal(error is null, result is SlackResult.Ok);
        var call = Assert.Single(slack.Calls);
        Assert.Equal((null, "application/json", "é", "false"), (call.Token, call.Type, call.Fields["text"], call.Fields["replace_original"]));
    }

    [Theory]
    [InlineData("https://hooks.slack.com/x", SlackOptions.Slack, true)]
    [InlineData("http://127.0.0.1:5/x", "http://127.0.0.1:5/api/", true)]
    [InlineData("http://127.0.0.1:5/x", SlackOptions.Slack, false)]
    [InlineData("http://hooks.slack.com/x", SlackOptions.Slack, false)]
    [InlineData("https://evilslack.com/x", SlackOptions.Slack, false)]
    [InlineData("https://169.254.169.254/x", "http://127.0.0.1:5/api/", false)]
    [InlineData("file:///etc/passwd", "http://127.0.0.1:5/api/", false)]
    [InlineData("nonsense", SlackOptions.Slack, false)]
    public async Task Only_slack_itself_is_answered(string url, string api, bool answered)
    {
        using var slack = new ScriptedSlack(("Slack:ApiBaseUrl", api)).Answers("ok");
        await slack.Api.RespondAsync(url, [], TestContext.Current.CancellationToken);
        Assert.Equal(answered ? 1 : 0, slack.Calls.Count);
    }

    [Theory]
    [InlineData("invalid_blocks", nameof(SlackRemedy.GiveUp))]
    [InlineData("never_heard_of", nameof(SlackRemedy.GiveUp))]
    [InlineData("fatal_error", nameof(SlackRemedy.TryAgain))]
    [InlineData("channel_not_found", nameof(SlackRemedy.Gone))]
    [InlineData("not_in_channel", nameof(SlackRemedy.Gone))]
    [InlineData("user_disabled", nameof(SlackRemedy.Gone))]
    [InlineData("account_inactive", nameof(SlackRemedy.TokenDead))]
    [InlineData("invalid_auth", nameof(SlackRemedy.TokenDead))]
    [InlineData("missing_scope", nameof(SlackRemedy.TellAdmin))]
    [InlineData("restricted_action", nameof(SlackRemedy.TellAdmin))]
    public void Errors_are_told_apart(string error, string remedy) => Assert.Equal(remedy, SlackErrors.Remedy(error).ToString());
}
