using System.Text.Json;
using LeadBot.BotBuilder.Json;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace LeadBot.BotBuilder.Tests;

public sealed class ActivityTests
{
    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("true", true)]
    [InlineData("17", 17L)]
    [InlineData("1.5", 1.5)]
    [InlineData("null", null)]
    public void A_plain_value_is_read_as_itself(string json, object? value) => Assert.Equal(value, Read($$"""{"value":{{json}}}""").Value);

    [Fact]
    public void An_object_is_read_as_something_whose_text_is_its_json() =>
        Assert.Equal("""{"a":{"b":[1]}}""", Read("""{"value":{"a":{"b":[1]}}}""").Value?.ToString());

    [Fact]
    public void Nested_dictionaries_lists_and_plain_values_are_written_as_json()
    {
        var value = new Dictionary<string, object?>
        {
            ["text"] = "Ümläut <b> 😀", ["yes"] = true, ["int"] = 1, ["long"] = 2L, ["double"] = 1.5, ["nothing"] = null,
            ["list"] = new List<object?> { "a", null, new Dictionary<string, object?>() },
        };
        var json = JsonSerializer.Serialize(new Activity { Value = value }, ActivityJson.Protocol.Activity);
        Assert.Equal(
            """{"value":{"text":"Ümläut <b> \uD83D\uDE00","yes":true,"int":1,"long":2,"double":1.5,"nothing":null,"list":["a",null,{}]}}""",
            json);
    }

    [Fact]
    public void The_bots_own_mention_is_taken_out_and_others_stay()
    {
        var activity = Read("""
            {"text":"<AT>LeadBot</AT> ask <at>Sam</at>","recipient":{"id":"bot"},"entities":[
              {"type":"mention","text":"<at>LeadBot</at>","mentioned":{"id":"bot","name":"LeadBot"}},
              {"type":"mention","text":"<at>Sam</at>","mentioned":{"id":"rep","name":"Sam"}},
              {"type":"clientInfo","timezone":"UTC"}]}
            """);
        Assert.Equal("ask <at>Sam</at>", activity.RemoveRecipientMention());
        Assert.Equal("ask <at>Sam</at>", activity.Text);
        Assert.Equal(2, activity.GetMentions().Length);
    }

    [Theory]
    [InlineData("""{"text":"hi"}""", "hi")]
    [InlineData("""{"entities":[{"type":"mention","mentioned":{"id":"bot"}}],"recipient":{"id":"bot"}}""", null)]
    [InlineData("""{"text":"hi","entities":[{"type":"mention","mentioned":17}],"recipient":{"id":"bot"}}""", "hi")]
    [InlineData("""{"text":"<at>LeadBot</at> hi","entities":[{"type":"mention","mentioned":{"id":"bot","name":"LeadBot"}}],"recipient":{"id":"bot"}}""", "hi")]
    public void A_mention_may_be_missing_or_broken(string json, string? text) => Assert.Equal(text, Read(json).RemoveRecipientMention());

    [Theory]
    [InlineData("""{"channelData":{"tenant":{"id":"t"},"channel":{"id":"c"},"more":1}}""", true)]
    [InlineData("""{"channelData":{"tenant":17}}""", false)]
    [InlineData("""{"channelData":"text"}""", false)]
    [InlineData("{}", false)]
    public void Channel_data_is_read_where_it_has_the_shape(string json, bool isRead)
    {
        Assert.Equal(isRead, Read(json).TryGetChannelData<TeamsChannelData>(out var teams));
        Assert.Equal(isRead ? ("t", "c") : (null, null), (teams?.Tenant?.Id, teams?.Channel?.Id));
    }

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, ActivityJson.Protocol.Activity)!;
}
