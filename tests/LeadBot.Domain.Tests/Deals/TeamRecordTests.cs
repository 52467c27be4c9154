using LeadBot.Domain.Deals;

namespace LeadBot.Domain.Tests.Deals;

/// <summary>What a team's finished deals say about the next.</summary>
public sealed class TeamRecordTests
{
    [Theory]
    [InlineData(0, 0, 0.3, 0.3)]
    [InlineData(0, 10, 0.3, 0.15)]
    [InlineData(10, 10, 0.3, 0.65)]
    [InlineData(300, 990, 0.3, 0.303)]
    public void The_chance_starts_at_the_playbooks_and_moves_to_the_teams_own(int wins, int finished, double prior, double chance) =>
        Assert.Equal(chance, new TeamRecord(wins, finished, 0, null).Chance(prior), 12);

    [Theory]
    [InlineData(0, null, 2, 10)]
    [InlineData(9, 40, 2, 10)]
    [InlineData(10, 40, 2, 38)]
    [InlineData(10, 40, 45, 0)]
    [InlineData(0, null, 12, 0)]
    [InlineData(0, null, 20, 0)]
    public void Hours_freed_go_by_what_late_losses_cost_the_team_once_there_are_ten(int late, int? median, int sunk, int freed) =>
        Assert.Equal(freed, new TeamRecord(0, 0, late, median).HoursFreed(12, sunk));
}
