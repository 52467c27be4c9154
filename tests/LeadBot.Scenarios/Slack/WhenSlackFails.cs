namespace LeadBot.Scenarios.Slack;

/// <summary>Whole conversations while Slack is slow, broken, or says no: nothing is lost, nothing comes twice, and all comes in order.</summary>
public sealed class WhenSlackFails
{
    private static readonly string[] s_words =
    [
        "qualify Acme", "5k", "don't give up on us yet", "1", "1", "1", "1", "1", "verdict", "qualify Globex", "free", "lose it", "1", "deals", "help", "settings", "park Acme until 1 april", "deals",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_goes_wrong_with_sending_the_same_is_said_once_and_in_order(int seed)
    {
        var well = await SaidAsync(null);
        var badly = await SaidAsync(new Random(seed));

        Assert.True(well.Count >= s_words.Length);
        Assert.Equal(well, badly);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_spent_or_broken_answer_address_does_not_take_is_whispered_in_the_channel_once(bool broken)
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        if (broken)
        {
            // For longer than the half hour it is good for.
            host.Slack.Faults.Break(Faults.Response, times: 200);
        }
        else
        {
            host.Slack.Pause = async () =>
            {
                await host.Store.PassAsync(host.Clock, TimeSpan.FromSeconds(3));
                host.Slack.Screens.SpendResponses();
            };
        }

        Assert.Equal(200, (await dana.CommandAsync("qualify Hooli")).Status);
        await host.Store.AllIsSentInTimeAsync(host.Clock);
        Assert.Equal(200, (await dana.CommandAsync("5k")).Status);
        await host.Store.AllIsSentInTimeAsync(host.Clock);

        var shown = host.Slack.Screens.All;
        Assert.Equal(2, shown.Count);
        Assert.All(shown, one => Assert.Equal(("ephemeral", "C1", dana.Id), (one.Where, one.Channel, one.User)));
        Assert.Contains("What do they expect to pay?", shown[0].Text, StringComparison.Ordinal);
        Assert.Contains("Noted: $5,000.", shown[1].Text, StringComparison.Ordinal);
        Assert.All(host.Slack.Calls.Where(call => call.Method.StartsWith("chat.", StringComparison.Ordinal)), call => Assert.Equal("chat.postEphemeral", call.Method));
    }

    [Fact]
    public async Task A_press_whose_answer_address_is_spent_redraws_the_message_itself()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        await dana.TypeAsync("qualify Acme");
        var asked = await host.Slack.Screens.NextAsync();
        host.Slack.Faults.Fail(Faults.Response, "used_url");
        await dana.PressAsync("$2,000 to $10,000");
        await host.AllIsDoneAsync();

        var redrawn = Assert.Single(host.Slack.Screens.All.Skip(1), shown => shown.Id == asked.Id);
        Assert.Contains("Answered: $2,000 to $10,000", redrawn.Text, StringComparison.Ordinal);
        Assert.Equal(3, host.Slack.Screens.All.Count);
    }

    [Fact]
    public async Task Over_lines_that_drop_with_everything_on_its_way_nothing_is_lost_and_nothing_comes_twice()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.OverSocket);
        var goOn = () => host.Clock.Advance(TimeSpan.FromSeconds(1));
        host.Slack.Waiting = goOn;
        host.Slack.Pause = async () =>
        {
            // A line that lasted is opened again at once.
            await host.Slack.Socket.ConnectedAsync(goOn);
            await host.Store.PassAsync(host.Clock, TimeSpan.FromMinutes(2));
        };
        var dana = host.Join("Dana");
        foreach (var words in s_words[..8])
        {
            await dana.TypeAsync(words);
            await host.AllIsDoneAsync();
        }

        await dana.CommandAsync("deals");
        await host.AllIsDoneAsync();

        var said = host.Slack.Screens.All.Select(shown => shown.Text).ToList();
        Assert.Equal(9, said.Count);
        Assert.Contains("What do they expect to pay?", said[0], StringComparison.Ordinal);
        Assert.Contains("Noted: $5,000.", said[1], StringComparison.Ordinal);
        Assert.Contains("Pursue Acme", said[7], StringComparison.Ordinal);
        Assert.Contains("Your deals", said[8], StringComparison.Ordinal);
        Assert.Equal(9, said.Distinct().Count());
        Assert.InRange(host.Slack.Socket.Connections, 10, int.MaxValue);
    }

    /// <summary>All that Dana reads in a conversation, in order.</summary>
    /// <param name="faults">What goes wrong; null: nothing.</param>
    private static async Task<IReadOnlyList<string>> SaidAsync(Random? faults)
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Pause = () => Task.CompletedTask;
        var dana = host.Join("Dana");
        foreach (var words in s_words)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(3));
            for (var fault = faults?.Next(4) ?? 0; fault > 0; fault--)
            {
                Fail(host.Slack, faults!);
            }

            Assert.Equal(200, (await dana.TypeAsync(words)).Status);
            await host.Store.AllIsSentInTimeAsync(host.Clock);
        }

        return [.. host.Slack.Screens.All.Where(shown => shown.Where == "message").Select(shown => shown.Text)];
    }

    private static void Fail(FakeSlack slack, Random chance)
    {
        const string Sending = "chat.postMessage";
        switch (chance.Next(5))
        {
            case 0:
                slack.Faults.Limit(Sending, chance.Next(1, 60));
                break;
            case 1:
                slack.Faults.Break(Sending);
                break;
            case 2:
                slack.Faults.Fail(Sending, "internal_error");
                break;
            case 3:
                slack.Faults.Fail(Sending, "ratelimited");
                break;
            default:
                slack.Faults.Fail("users.info", "internal_error");
                break;
        }
    }
}
