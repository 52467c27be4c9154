using System.Globalization;
using System.Text.Json;
using LeadBot.Benchmarks.Sweeps;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;

namespace LeadBot.Benchmarks.Storm;

/// <summary>Many workspaces of Slack with as many reps each. Whoever has a higher number than the last rep visits one of them.</summary>
internal sealed class SlackOffices(int workspaces, int repsEach)
{
    public int Workspaces => workspaces;

    public int RepsEach => repsEach;

    public int Reps => workspaces * repsEach;

    /// <summary>As the database is filled with them.</summary>
    public Office Office => new([.. Enumerable.Range(0, workspaces).Select(number => DueTeam.Workspace(Id(number)))], Rep, Direct);

    public int WorkspaceOf(int person) => person < Reps ? person / repsEach : (person - Reps) % workspaces;

    public string TeamOf(int person) => Team(WorkspaceOf(person));

    private static string Team(int workspace) => string.Create(CultureInfo.InvariantCulture, $"T{workspace}");

    private static WorkspaceId Id(int workspace) => new($"slack:{Team(workspace)}");

    private Person Rep(int number) => new(new PersonId(string.Create(CultureInfo.InvariantCulture, $"U{number}")), Id(WorkspaceOf(number)), $"Rep {number}", "Etc/UTC", Digest: DueTeam.WholeDay);

    private Place Direct(int number)
    {
        var (team, channel, user) = (TeamOf(number), $"D{number}", $"U{number}");
        return new Place("slack", Id(WorkspaceOf(number)), $"{team}:{channel}", PlaceKind.Direct, null, JsonSerializer.Serialize(new { team, channel, user }));
    }
}
