using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Tests;

public sealed class AllowedTests
{
    private static readonly WorkspaceId Here = new("local");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Deal Deal = new(new DealId(Guid.Empty), Here, new PersonId("dana"), "Acme", DealState.Open, 1, Now);

    /// <param name="away">Days from today on which Dana's absence begins and ends; Kim covers it.</param>
    [Theory]
    [InlineData("dana", "a", "a", null, null, true)] // the owner
    [InlineData("kim", "a", "a", null, null, false)] // a colleague
    [InlineData("kim", "b", "a", 0, 0, true)] // covering today, whatever the team
    [InlineData("kim", "a", "a", -3, -1, false)] // the absence is over
    [InlineData("kim", "a", "a", 1, 5, false)] // … or has not begun
    [InlineData("lee", "a", "a", 0, 0, false)] // somebody else covers
    [InlineData("mo", "a", "a", null, null, true)] // a manager of the team
    [InlineData("mo", "b", "a", null, null, false)] // … of another
    [InlineData("mo", null, "a", null, null, true)] // … of everybody
    [InlineData("mo", "a", null, null, null, false)] // an owner without a team has no team's manager
    [InlineData("mo", null, null, null, null, true)]
    [InlineData("ada", "a", "a", null, null, false)] // an admin is no manager
    public void Who_may_change_a_deal(string who, string? team, string? ownersTeam, int? from, int? until, bool may)
    {
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        IReadOnlyList<Absence> away = from is { } first && until is { } last ? [new Absence(today.AddDays(first), today.AddDays(last), new PersonId("kim"))] : [];
        var owner = new Person(new PersonId("dana"), Here, "Dana", "UTC", Absences: away, Team: ownersTeam);
        var person = new Person(new PersonId(who), Here, who, "UTC", Team: team);
        var workspace = new Workspace(Here, new PersonId("ada"), null, new Dictionary<string, PlaybookId>(), null, Managers: [new PersonId("mo")]);
        Assert.Equal(may, Allowed.ToChange(Deal, owner, person, workspace, Now));
    }

    [Fact]
    public void The_absence_is_counted_in_the_owners_own_days()
    {
        // Nine in the morning in London is the evening of the day in Auckland.
        var owner = new Person(new PersonId("dana"), Here, "Dana", "Pacific/Auckland", Absences: [new Absence(new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24), new PersonId("kim"))]);
        var kim = new Person(new PersonId("kim"), Here, "Kim", "UTC");
        Assert.False(Allowed.Covers(owner, kim, Now));
        Assert.True(Allowed.Covers(owner, kim, Now.AddHours(3)));
    }
}
