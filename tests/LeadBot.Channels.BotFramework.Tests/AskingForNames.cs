using System.Net;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using Microsoft.AspNetCore.Http;

namespace LeadBot.Channels.BotFramework.Tests;

/// <summary>Whoever installs the bot comes without a name, which Teams says when asked.</summary>
public sealed class AskingForNames : IAsyncLifetime
{
    private const string InTeam = "\"action\":\"add\",\"channelData\":{\"team\":{\"id\":\"19:team@thread.tacv2\"}}";

    private FakeConnector connector = null!;
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        connector.Answer = http => http.Response.WriteAsync("""{"id":"rep","name":"Kim Park","aadObjectId":"00000000-0000-0000-0000-0000000000a1","userRole":"user"}""");
        bot = await TestBot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Theory]
    [InlineData("\"action\":\"add\"", "c")]
    [InlineData(InTeam, "19%3Ateam%40thread.tacv2")]
    public async Task Who_installs_it_is_asked_for_where_they_are(string more, string where)
    {
        var from = await HearAsync("installationUpdate", more);

        Assert.Equal((new PersonId("00000000-0000-0000-0000-0000000000a1"), "Kim Park"), (from.Id, from.Name));
        var asked = Assert.Single(connector.Received);
        Assert.Equal(("GET", $"/_connector/v3/conversations/{where}/members/rep"), (asked.Method, asked.Path));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Without_an_answer_it_goes_on_without_a_name(int status)
    {
        connector.Answer = http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        Assert.Equal("", (await HearAsync("installationUpdate", "\"action\":\"add\"")).Name);
    }

    [Fact]
    public async Task Who_has_a_name_is_not_asked_for()
    {
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Activities.Of("message", "\"text\":\"hi\"", connector.ServiceUrl))).Status);
        Assert.Empty(connector.Received);
        Assert.Equal("Sam Rep", Assert.Single(bot.Heard).From.Name);
    }

    private async Task<Sender> HearAsync(string type, string more)
    {
        var activity = Activities.Of(type, more, connector.ServiceUrl).Replace(",\"name\":\"Sam Rep\"", "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(activity)).Status);
        return Assert.Single(bot.Heard).From;
    }
}
