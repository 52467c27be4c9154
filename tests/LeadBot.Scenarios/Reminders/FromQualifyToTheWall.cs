using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Turns;

namespace LeadBot.Scenarios.Reminders;

/// <summary>One deal, from its first question through three put-offs to the digest, the manager, the drop list and the wall.</summary>
public sealed class FromQualifyToTheWall
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_deal_that_only_strings_its_rep_along_ends_on_the_wall()
    {
        await using var office = await RunningOffice.OpenAsync();
        await office.TypeAsync("dana", "qualify Initech");
        foreach (var answer in new[] { "5k", "'Don't give up on us yet'", "1", "1", "1", "1", "1" })
        {
            await office.TypeAsync("dana", answer);
        }

        Assert.Contains("Pursue Initech", await office.TypeAsync("dana", "verdict"), StringComparison.Ordinal);
        await office.TypeAsync("max", "hello");
        await SetUpAsync(office);

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

        // Dropped from the last digest, with a reason.
        await office.PressAsync("dana", "Drop it");
        var lost = await office.TypeAsync("dana", "1");
        Assert.Contains("freed", lost, StringComparison.Ordinal);

        // The next Friday it is on the wall.
        var wall = Assert.Single(await office.PassAsync(7 * s_day), text => text.Contains("The wall", StringComparison.Ordinal));
        Assert.Contains("Initech", wall, StringComparison.Ordinal);
    }

    /// <summary>Max looks after Dana's team, whose channel gets a weekly post with its drop list.</summary>
    private static Task<bool> SetUpAsync(RunningOffice office) => office.Store.Gate.TurnAsync(
        session =>
        {
            var id = new WorkspaceId("local");
            var (workspace, dana, max) = (Workspaces.Find(session, id)!, People.Find(session, id, new PersonId("dana"))!, People.Find(session, id, new PersonId("max"))!);
            var address = session.All("SELECT address FROM conversations WHERE name = 'with max'", row => row.GetString(0)).Single().Replace("with max", "sales", StringComparison.Ordinal);
            Workspaces.Save(session, workspace with
            {
                Managers = [max.Id],
                Channels = new Dictionary<string, LinkedChannel> { ["sales"] = new("Sales", "botframework", address, WeeklyPost: true, DropList: true) },
            });
            People.Save(session, dana with { Team = "sales" });
            People.Save(session, max with { Team = "sales" });
            return true;
        },
        TestContext.Current.CancellationToken);
}
