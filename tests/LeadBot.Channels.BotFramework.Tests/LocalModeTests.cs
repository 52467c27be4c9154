using System.Net;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.BotFramework.Tests;

public sealed class LocalModeTests
{
    private const string Id = "11111111-1111-4111-8111-111111111111";

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://127.0.0.1@example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not a url")]
    [InlineData("")]
    public async Task An_activity_that_wants_its_reply_sent_away_is_refused(string serviceUrl)
    {
        await using var bot = await TestBot.StartAsync();
        var answer = await bot.PostForTextAsync(Activities.Of("message", "\"text\":\"hi\"", serviceUrl));
        Assert.Equal((HttpStatusCode.BadRequest, "In local mode the serviceUrl must be on this machine."), answer);
        Assert.Empty(bot.Heard);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"text\":\"secret\"}")]
    public async Task A_body_that_is_no_activity_is_told_so_in_a_sentence(string body)
    {
        await using var bot = await TestBot.StartAsync();
        var answer = await bot.PostForTextAsync(body);
        Assert.Equal((HttpStatusCode.BadRequest, "The body is not a Bot Framework activity."), answer);
    }

    [Theory]
    [InlineData("http://127.0.0.1:56150/_connector")]
    [InlineData("http://localhost:1")]
    [InlineData("http://[::1]:1")]
    public async Task An_activity_of_this_machine_is_heard(string serviceUrl)
    {
        await using var bot = await TestBot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Activities.Of("message", "\"text\":\"hi\"", serviceUrl))).Status);
        Assert.Single(bot.Heard);
    }

    [Fact]
    public async Task A_body_over_256_kilobytes_is_refused()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await bot.PostAsync(Activities.Of("message", $"\"text\":\"{new string('x', 300_000)}\""))).Status);
        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task Nothing_is_sent_beyond_this_machine()
    {
        await using var bot = await TestBot.StartAsync();
        var address = new Address("https://channel.test", "msteams", new("c", null, null, null), null, null, null).ToString();
        Assert.Contains("beyond this machine", Assert.IsType<Sent.GiveUp>(await bot.Channel.SendAsync(address, Card.Of("hi"), TestContext.Current.CancellationToken)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_credentials_a_stranger_is_not_heard()
    {
        await using var bot = await TestBot.StartAsync(b =>
        {
            b.Configuration["MicrosoftAppId"] = Id;
            b.Configuration["MicrosoftAppPassword"] = "not-a-secret";
        });
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostAsync(Activities.Of("message", "\"text\":\"hi\""))).Status);
        Assert.Empty(bot.Heard);
    }

    [Theory]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=x")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=x;MicrosoftAppType=SingleTenant;MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppId", "MicrosoftAppPassword=x")]
    [InlineData("MicrosoftAppId", "MicrosoftAppTenantId=x")]
    [InlineData("MicrosoftAppId", "MicrosoftAppType=SingleTenant")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppId=x;MicrosoftAppPassword=x;MicrosoftAppType=SingleTenant")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppId=x;MicrosoftAppType=UserAssignedMSI")]
    public async Task Half_filled_credentials_stop_the_start_and_name_what_is_missing(string missing, string given)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(given));
        Assert.StartsWith($"{missing} is missing: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_app_type_stops_the_start() => Assert.Equal(
        "MicrosoftAppType is Multi; it must be MultiTenant, SingleTenant or UserAssignedMSI.",
        (await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("MicrosoftAppId=x;MicrosoftAppPassword=x;MicrosoftAppType=Multi"))).Message);

    [Theory]
    [InlineData("")]
    [InlineData("MicrosoftAppId=;MicrosoftAppPassword=;MicrosoftAppType=;MicrosoftAppTenantId=")]
    [InlineData("MicrosoftAppType=MultiTenant")]
    [InlineData("MicrosoftAppId=x;MicrosoftAppPassword=x")]
    [InlineData("MicrosoftAppId=x;MicrosoftAppPassword=x;MicrosoftAppType=singletenant;MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppId=x;MicrosoftAppType=UserAssignedMSI;MicrosoftAppTenantId=t")]
    public async Task All_or_nothing_starts(string given) => await StartAsync(given);

    private static async Task StartAsync(string given)
    {
        var settings = given.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('='));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s[0], (string?)s[1])));
        builder.Services.AddBotFramework(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }
}
