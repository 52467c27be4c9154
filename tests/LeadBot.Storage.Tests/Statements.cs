using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Storage.Tests;

/// <summary>Every statement that the storage can say, read out of its assembly: so none is forgotten.</summary>
public sealed partial class Statements
{
    /// <summary>
    /// Those few stand in AcrossWorkspaces.sql, each below the reason why it may; LEADBOT_RECORD=1 takes out what nobody says any more and puts what is
    /// new at its end, to be given a reason. For PostgreSQL Rows.sql says who may say them.
    /// </summary>
    [Fact]
    public void Each_names_the_workspace_of_every_table_it_touches_but_those_that_go_round_all()
    {
        var others = Said().Where(statement => !NamesItsWorkspaces(statement)).Distinct().Order(StringComparer.Ordinal).ToList();

        if (Environment.GetEnvironmentVariable("LEADBOT_RECORD") is not null)
        {
            var before = File.ReadAllLines(Known());
            File.WriteAllLines(Known(), before.Where(line => IsReason(line) || others.Contains(line)).Concat(others.Except(before)));
        }

        Assert.Equal(others, File.ReadAllLines(Known()).Where(line => !IsReason(line)).Order(StringComparer.Ordinal));

        static bool IsReason(string line) => line.Length == 0 || line.StartsWith("-- ", StringComparison.Ordinal);
    }

    [Fact]
    public void No_table_is_overlooked()
    {
        using var db = new PostgresDesignTime().CreateDbContext([]);

        Assert.All(db.Model.GetEntityTypes().Select(table => table.GetTableName()).Where(table => table != "keys"), table => Assert.Matches(Touched(), $"FROM {table}"));
    }

    [Theory]
    [InlineData("SELECT document FROM deals WHERE workspace = $1 AND id = $2", true)]
    [InlineData("SELECT document FROM deals WHERE id = $1", false)]
    [InlineData("SELECT 1 FROM deals d JOIN people p ON p.workspace = d.workspace AND p.id = d.owner WHERE d.workspace = $1", true)]
    [InlineData("SELECT 1 FROM deals d JOIN people p ON p.id = d.owner WHERE d.workspace = $1", false)]
    [InlineData("DELETE FROM raised WHERE workspace = $1 AND at = (SELECT at FROM deal_events WHERE deal = $2)", false)]
    [InlineData("INSERT INTO reports (workspace, about, at) VALUES ($1, $2, $3)", true)]
    [InlineData("INSERT INTO reports (about, at) VALUES ($1, $2)", false)]
    [InlineData("UPDATE workspaces SET week_at = $2 WHERE id = $1", true)]
    [InlineData("UPDATE workspaces SET week_at = $1", false)]
    public void It_tells_one_from_the_other(string statement, bool names) => Assert.Equal(names, NamesItsWorkspaces(statement));

    private static bool NamesItsWorkspaces(string statement)
    {
        var touched = Touched().Matches(statement).Select(match => (Table: match.Groups["table"].Value, Alias: match.Groups["alias"].Value, IsInsert: match.Groups["how"].Value == "INTO")).ToList();
        return touched.GroupBy(one => one).All(same =>
        {
            var (table, alias, isInsert) = same.Key;
            var column = table == "workspaces" ? "id" : "workspace";
            return isInsert ? Regex.IsMatch(statement, $@"INTO {table} \([^)]*\b{column}\b")
                : alias.Length > 0 ? Regex.IsMatch(statement, $@"\b{alias}\.{column} = |= {alias}\.{column}\b")
                : Regex.Count(statement, $@"(?<![.\w]){column} = ") >= touched.Count(other => other is { Alias: "", IsInsert: false });
        });
    }

    private static IEnumerable<string> Said() => SqlStatements.In(typeof(Store).Assembly).Where(text => Touched().IsMatch(text));

    private static string Known([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "AcrossWorkspaces.sql");

    /// <summary>All tables but the instances' own keys.</summary>
    [GeneratedRegex(@"\b(?<how>FROM|JOIN|INTO|UPDATE) (?<table>audit|workspaces|people|conversations|deals|deal_events|verdicts|playbooks|answer_counts|answer_count_snapshots|processed_events|outbox|deliveries|digests|reports|raised|told|installations|paces)\b(?: (?!WHERE|SET|ON|JOIN|LEFT|CROSS|ORDER|GROUP|LIMIT|VALUES|UNION|AS\b)(?<alias>\w+))?")]
    private static partial Regex Touched();
}
