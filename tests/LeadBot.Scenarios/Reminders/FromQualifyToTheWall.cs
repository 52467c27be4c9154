namespace LeadBot.Scenarios.Reminders;

/// <summary>One deal, from its first question through three put-offs to the digest, the manager, the drop list and the wall.</summary>
public sealed class FromQualifyToTheWall
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_deal_that_only_strings_its_rep_along_ends_on_the_wall_over_activities() => await PlayAsync(await ActivityChat.OpenAsync());

    [Fact]
    public async Task A_deal_that_only_strings_its_rep_along_ends_on_the_wall_in_Slack() => await PlayAsync(await SlackChat.OpenAsync());

    private static async Task PlayAsync(IChat chat)
    {
        await using var office = new RunningOffice(chat);
        await office.TypeAsync("dana", "qualify Initech");
        foreach (var answer in new[] { "5k", "'Don't give up on us yet'", "1", "1", "1", "1", "1" })
        {
            await office.TypeAsync("dana", answer);
        }

        Assert.Contains("Pursue Initech", await office.TypeAsync("dana", "verdict"), StringComparison.Ordinal);
        await office.TypeAsync("max", "hello");
        await SetUpAsync(office);
        Assert.Contains("Nothing would be sent", await office.TypeAsync("max", "reminders"), StringComparison.Ordinal);

        // Monday, Wednesday, Friday: come by again next week.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Contains("put-off", await office.TypeAsync("dana", "log Initech 1h they said come back next week"), StringComparison.Ordinal);
            await office.PressAsync("dana", "Yes, they put me off");
            Assert.DoesNotContain(await office.PassAsync(2 * s_day), text => text.Contains("strung along", StringComparison.Ordinal));
        }

        // The next working day it is in the digest, with what it has cost and what to do.
        var digest = Assert.Single(await office.PassAsync(s_day));
        Assert.Contains("Initech: strung along, put off three times", digest, StringComparison.Ordinal);
        Assert.Contains("Drop it", digest, StringComparison.Ordinal);

        // Dana does nothing about it: twice more on Mondays, then it is the manager's, then the drop list's.
        var came = await office.PassAsync(25 * s_day);
        Assert.Equal(2, came.Count(text => text.Contains("Initech: strung along, put off three times", StringComparison.Ordinal)));
        Assert.Contains(came, text => text.Contains("Initech (Dana): strung along, put off three times; listed three times and nothing happened", StringComparison.Ordinal));
        Assert.Contains(came, text => text.Contains("who lets go first?", StringComparison.Ordinal) && text.Contains("Initech", StringComparison.Ordinal));

        // What comes next is foreseen, the weekly post with it.
        Assert.Contains("to Sales: One deal is strung along.", await office.TypeAsync("max", "reminders"), StringComparison.Ordinal);

        // Dropped from the last digest, with a reason.
        await office.PressAsync("dana", "Drop it");
        var lost = await office.TypeAsync("dana", "1");
        Assert.Contains("freed", lost, StringComparison.Ordinal);

        // The next Friday it is on the wall.
        var wall = Assert.Single(await office.PassAsync(7 * s_day), text => text.Contains("The wall", StringComparison.Ordinal));
        Assert.Contains("Initech", wall, StringComparison.Ordinal);
    }

    /// <summary>Dana, the admin, links the team's channel, where both are heard, and makes Max its manager.</summary>
    private static async Task SetUpAsync(RunningOffice office)
    {
        Assert.Contains("Linked as \"Sales\"", await office.TypeAsync("dana", "post here as Sales", thread: "1"), StringComparison.Ordinal);
        Assert.Contains("at most three deals to drop", await office.TypeAsync("dana", "settings drop list on", thread: "1"), StringComparison.Ordinal);
        await office.TypeAsync("max", "hello", thread: "2");
        Assert.Contains("Max is a manager", await office.TypeAsync("dana", "settings managers add @Max"), StringComparison.Ordinal);
    }
}
