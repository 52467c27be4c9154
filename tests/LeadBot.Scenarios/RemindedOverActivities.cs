using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;
using LeadBot.Domain;
using LeadBot.Host;
using LeadBot.Host.Delivery;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Scenarios;

/// <summary>
/// Where reminders go, over the Bot Framework's own protocol and SQLite. Ann is the admin; Kim was heard only in a
/// thread of a team channel.
/// </summary>
public sealed class RemindedOverActivities : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly TemporaryDirectory _data = new();
    private readonly HttpClient _http = new();
    private Connector _connector = null!;
    private WebApplication _host = null!;
    private int _said;

    public async ValueTask InitializeAsync()
    {
        _connector = await Connector.StartAsync();
        await StartAsync();
        await SayAsync("ann", "a:ann", "hello");
        await HeardAsync("a:ann");
        await SayAsync("kim", "19:sales;messageid=1", "hello");
        await HeardAsync("19:sales;messageid=1");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        await _connector.DisposeAsync();
        _http.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_direct_conversation_is_opened_for_a_person_only_heard_in_a_channel_and_survives_a_restart()
    {
        Assert.True(await RemindAsync("kim", "Good morning."));
        Assert.Equal("""[{"id":"kim","name":"kim"}]""", (await _connector.NextAsync()).GetProperty("members").GetRawText());
        Assert.Equal("Good morning.", await HeardAsync("a:kim"));

        await RestartAsync();
        Assert.True(await RemindAsync("kim", "Good evening."));
        Assert.Equal("Good evening.", await HeardAsync("a:kim"));
    }

    [Theory]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(404, "ConversationNotFound")]
    public async Task Who_is_lost_is_told_to_the_admin_once_and_reached_again_once_they_write(int status, string code)
    {
        await OpenAsync();
        _connector.Refuse("a:kim", status, code);
        Assert.True(await RemindAsync("kim", "One."));
        Assert.Equal("One.", await HeardAsync("a:kim"));
        Assert.StartsWith("I can't reach kim any more", await HeardAsync("a:ann"), StringComparison.Ordinal);

        await RestartAsync();
        Assert.False(await RemindAsync("kim", "Two."));
        await SayAsync("kim", "19:sales;messageid=1", "hello");
        await HeardAsync("19:sales;messageid=1");
        Assert.False(await RemindAsync("kim", "Three."));

        _connector.Accept("a:kim");
        await SayAsync("kim", "a:kim", "hello");
        await HeardAsync("a:kim");
        Assert.True(await RemindAsync("kim", "Four."));
        Assert.Equal("Four.", await HeardAsync("a:kim"));
        Assert.False(_connector.HasMore);
    }

    [Fact]
    public async Task A_channel_that_lets_the_bot_begin_no_conversation_is_asked_once()
    {
        _connector.Refuse("a:kim", 403, "ForbiddenOperationException");
        Assert.True(await RemindAsync("kim", "One."));
        await _connector.NextAsync();
        Assert.StartsWith("I can't write to kim directly", await HeardAsync("a:ann"), StringComparison.Ordinal);
        Assert.False(await RemindAsync("kim", "Two."));
    }

    [Theory]
    [InlineData("installationUpdate", "action", "\"remove\"", "\"add\"")]
    [InlineData("conversationUpdate", "membersRemoved", """[{"id":"bot"}]""", null)]
    public async Task A_bot_that_is_removed_says_so_to_the_admin_and_is_back_once_it_is_added(string type, string field, string removed, string? added)
    {
        await OpenAsync();
        await PostAsync("kim", "a:kim", new() { ["type"] = type, [field] = JsonNode.Parse(removed) });
        Assert.StartsWith("kim removed me", await HeardAsync("a:ann"), StringComparison.Ordinal);
        Assert.False(await RemindAsync("kim", "One."));

        await PostAsync("kim", "a:kim", added is null
            ? new() { ["type"] = type, ["membersAdded"] = JsonNode.Parse(removed) }
            : new() { ["type"] = type, [field] = JsonNode.Parse(added) });
        Assert.StartsWith("I help you lose sales quickly.", await HeardAsync("a:kim"), StringComparison.Ordinal);
        Assert.True(await RemindAsync("kim", "Two."));
        Assert.Equal("Two.", await HeardAsync("a:kim"));

        await PostAsync("kim", "a:kim", new() { ["type"] = type, [field] = JsonNode.Parse(removed) });
        Assert.False(await RemindAsync("kim", "Three."));
        Assert.False(_connector.HasMore);
    }

    private async Task OpenAsync()
    {
        await RemindAsync("kim", "Hello.");
        await _connector.NextAsync();
        await HeardAsync("a:kim");
    }

    /// <summary>What was said there next: nothing else may have been said elsewhere before.</summary>
    private async Task<string> HeardAsync(string conversation)
    {
        var sent = await _connector.NextAsync();
        Assert.Equal(conversation, sent.GetProperty("conversation").GetProperty("id").GetString());
        return (sent.TryGetProperty("text", out var text) ? text : sent.GetProperty("summary")).GetString()!;
    }

    private Task SayAsync(string person, string conversation, string text) => PostAsync(person, conversation, new() { ["type"] = "message", ["text"] = text });

    private async Task PostAsync(string person, string conversation, JsonObject activity)
    {
        activity["id"] = $"{++_said}";
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = _connector.ServiceUrl;
        activity["from"] = new JsonObject { ["id"] = person, ["name"] = person };
        activity["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "LeadBot" };
        activity["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = conversation.StartsWith("19:", StringComparison.Ordinal) ? "channel" : "personal" };
        using var response = await _http.PostAsJsonAsync(new Uri(new Uri(_host.Urls.Single()), "/api/messages"), activity, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Says it to a person from outside any turn; false: they cannot be reached.</summary>
    private async Task<bool> RemindAsync(string person, string line)
    {
        var isReached = await _host.Services.GetRequiredService<Store>().Gate.TurnAsync(
            Scope.Of(new WorkspaceId("local")),
            session =>
            {
                var workspace = new WorkspaceId("local");
                if (Destinations.DirectOf(session, workspace, new PersonId(person)) is not { } direct)
                {
                    return false;
                }

                Outbox.Add(session, workspace, direct, [Card.Of(line)], _clock.GetUtcNow());
                return true;
            },
            TestContext.Current.CancellationToken);
        _host.Services.GetRequiredService<OutboxDelivery>().Wake();
        return isReached;
    }

    private async Task StartAsync()
    {
        _host = Host.Program.Serve(_clock, "--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", _data.Path);
        await _host.StartAsync();
    }

    private async Task RestartAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        await StartAsync();
    }
}
