using System.Net;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.BotFramework.Tests;

public sealed class PressTests
{
    [Theory]
    [InlineData("""{"action":"answer","deal":"d","revision":3,"sure":true,"nested":{"a":1},"none":null}""")]
    public async Task A_submitted_button_comes_with_its_action_and_plain_fields(string value)
    {
        var pressed = Assert.IsType<Said.Pressed>(await HearAsync("message", value));
        Assert.Equal(("answer", false), (pressed.Action, pressed.CanRedraw));
        Assert.Equal(new Dictionary<string, string> { ["deal"] = "d", ["revision"] = "3", ["sure"] = "True" }, pressed.Fields);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"answer","data":{"action":"answer","deal":"d"}}}""", "d")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"action":"answer","deal":"d"}}}""", "d")]
    [InlineData("""{"action":{"verb":"answer"}}""", null)]
    [InlineData("""{"action":{"verb":"answer","data":"text"}}""", null)]
    public async Task An_executed_button_is_known_by_its_verb_or_its_data(string value, string? deal)
    {
        var pressed = Assert.IsType<Said.Pressed>(await HearAsync("invoke", value));
        Assert.Equal(("answer", true), (pressed.Action, pressed.CanRedraw));
        Assert.Equal(deal, pressed.Fields.GetValueOrDefault("deal"));
    }

    [Theory]
    [InlineData("message", "\"answer\"")]
    [InlineData("message", "\"{\\\"action\\\":\\\"answer\\\"}\"")]
    [InlineData("message", "true")]
    [InlineData("message", "17")]
    [InlineData("message", "[]")]
    [InlineData("message", "{}")]
    [InlineData("message", "{\"action\":\"\"}")]
    [InlineData("message", "{\"action\":17}", "17")]
    [InlineData("message", "null")]
    [InlineData("invoke", "null")]
    [InlineData("invoke", "true")]
    [InlineData("invoke", "\"doIt\"")]
    [InlineData("invoke", "{}")]
    [InlineData("invoke", "{\"action\":null}")]
    [InlineData("invoke", "{\"action\":\"doIt\"}")]
    [InlineData("invoke", "{\"action\":{}}")]
    [InlineData("invoke", "{\"action\":{\"verb\":17,\"data\":[1]}}")]
    public async Task What_is_no_button_of_ours_is_not_understood(string type, string value, string? action = null)
    {
        var said = await HearAsync(type, value);
        if (action is null)
        {
            Assert.Equal(new Said.Typed(""), said);
        }
        else
        {
            Assert.Equal(action, Assert.IsType<Said.Pressed>(said).Action);
        }
    }

    [Fact]
    public async Task A_message_with_words_is_words_whatever_it_carries()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PostAsync(Activities.Of("message", """ "text":"hi","value":{"action":"answer"} """));
        Assert.Equal(new Said.Typed("hi"), Assert.Single(bot.Heard).Said);
    }

    [Fact]
    public async Task An_invoke_that_is_no_button_gets_501()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.PostAsync(Activities.Of("invoke", """ "name":"task/fetch","value":{} """))).Status);
        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task A_line_for_the_presser_alone_is_answered_as_a_message()
    {
        var body = await AnswerAsync(new TurnResponse(null, "Only Sam can answer here.", []));
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Only Sam can answer here."}""", body);
    }

    [Fact]
    public async Task A_press_with_nothing_to_show_is_still_answered() => Assert.Equal(
        """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":""}""",
        await AnswerAsync(TurnResponse.None));

    [Fact]
    public async Task A_line_beside_a_redrawn_card_goes_on_top_of_it()
    {
        var body = await AnswerAsync(new TurnResponse(Card.Of("The card."), "Too late.", []));
        Assert.Contains("\"text\":\"Too late.\"", body, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"The card.\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("personal", true)]
    [InlineData("groupChat", false)]
    [InlineData("channel", false)]
    public async Task A_line_for_who_typed_is_said_only_where_nobody_else_reads_it(string kind, bool isSaid)
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await TestBot.StartAsync();
        bot.Answer = _ => new TurnResponse(null, "Only Sam can answer here.", []);
        var typed = Activities.Of("message", "\"text\":\"hi\"", connector.ServiceUrl).Replace("personal", kind, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(typed)).Status);
        Assert.Equal(isSaid ? ["Only Sam can answer here."] : [], connector.Received.Select(r => r.Body.GetProperty("text").GetString()!));
    }

    private static async Task<string> AnswerAsync(TurnResponse response)
    {
        await using var bot = await TestBot.StartAsync();
        bot.Answer = _ => response;
        var (status, body) = await bot.PostAsync(Activities.Of("invoke", """ "name":"adaptiveCard/action","value":{"action":{"verb":"answer"}} """));
        Assert.Equal(HttpStatusCode.OK, status);
        return body!.Value.GetRawText();
    }

    private static async Task<Said> HearAsync(string type, string value)
    {
        await using var bot = await TestBot.StartAsync();
        var (status, _) = await bot.PostAsync(Activities.Of(type, $"\"name\":\"adaptiveCard/action\",\"value\":{value}"));
        Assert.Equal(HttpStatusCode.OK, status);
        return Assert.Single(bot.Heard).Said;
    }
}
