using System.Reflection;
using System.Text.RegularExpressions;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Host.CommandLine;
using LeadBot.Host.Import;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>
/// Two offices under one roof: the same names of people, deals, channels and conversations, the same event keys and CRM ids. What
/// one is shown is compared with what it is shown where the other does not exist.
/// </summary>
public sealed partial class NothingOfAnother : IDisposable
{
    /// <summary>Said by everybody, each command and setting at least once.</summary>
    private static readonly string[] s_typed =
    [
        "help", "deals", "deal Acme", "deal Acme history", "verdict Acme", "qualify Acme", "5k", "continue Acme", "cancel", "qualify Initech", "no idea", "edit", "keep it anyway",
        "log Acme 1h call me in January", "next Acme tomorrow call", "stage Acme proposal", "value Acme 5k", "rename Globex Umbrella", "give Umbrella to bob", "park Umbrella until in 30 days",
        "reopen Umbrella", "won Umbrella", "undo", "lost Umbrella they said no", "status", "reminders", "settings",
        "settings amounts 1.234,5", "settings zone Berlin", "settings digest at 8:30", "settings days monday to thursday", "settings quiet from 17:00", "settings most 3", "settings mute until friday",
        "settings away 20 april to 24 april cover bob", "settings holidays none", "settings playbook lose-fast", "settings stages lead, proposal", "settings silence 12", "settings put offs 4",
        "settings floor 90", "settings learnt", "settings chance 7", "settings team holidays none", "settings post here", "settings weekly on", "settings drop list on", "settings auto park 40",
        "settings managers ann", "settings admins mo", "audit", "audit more", "Acme", "acme corp", "forget deal Umbrella", "forget @bob", "forget bob",
    ];

    private static readonly string[] s_people = ["ann", "mo", "boss"];

    private readonly TemporaryDirectory _alone = new();
    private readonly TemporaryDirectory _beside = new();

    [Fact]
    public void Every_command_and_setting_is_tried()
    {
        var read = s_typed.Select(Commands.Read).OfType<Command>().ToList();

        Assert.Equal(typeof(Command).GetNestedTypes().Select(type => type.Name).Order(), read.Select(command => command.GetType().Name).Distinct().Order());
        Assert.Equal(Enum.GetValues<DealVerb>(), read.OfType<Command.OnDeal>().Select(command => command.Verb).Distinct().Order());
        Assert.Equal(Enum.GetValues<SettingName>(), s_typed.Where(said => said.StartsWith("settings ", StringComparison.Ordinal)).Select(said => SettingsSaid.Read(said[9..])!.Value.Name).Distinct().Order());
    }

    [Fact]
    public async Task Nothing_that_is_said_or_pressed_in_one_workspace_shows_or_changes_anything_of_another()
    {
        await using var alone = new Office(_alone, "one");
        await using var beside = new Office(_beside, "one");
        await beside.OfAnother("two").MoveInAsync();
        alone.CatchUpWith(beside);
        await alone.MoveInAsync();
        await beside.MoveInAsync();
        var before = await beside.RowsAsync("two");
        Assert.True(before.Count > 30);

        var foreign = await beside.DealsAsync("two");
        Assert.Equal(["Acme", "Globex"], foreign.Keys.Order());
        foreach (var person in s_people)
        {
            foreach (var inForms in new[] { false, true })
            {
                foreach (var typed in s_typed)
                {
                    await SameAsync(office => office.TypeAsync(person, typed, inForms));
                    await SameAsync(office => office.PressAllAsync(person, inForms));
                }

                // Every button there is, with the id of a deal of the other's, and of none.
                foreach (var action in ButtonActions.All.Order())
                {
                    await SameAsync(office => office.PressAsync(person, action, Fields(office == beside ? foreign["Acme"] : Guid.NewGuid().ToString("N")), inForms));
                }
            }

            await SameAsync(office => office.OpenHomeAsync(person));
        }

        Assert.Equal(before, await beside.RowsAsync("two"));
        Assert.DoesNotContain("of two", beside.Said, StringComparison.Ordinal);
        Assert.Contains("of one", beside.Said, StringComparison.Ordinal);

        async Task SameAsync(Func<Office, Task<string>> act)
        {
            var (there, here) = (await act(alone), await act(beside));
            Assert.Equal(there, here);
        }
    }

    [Fact]
    public async Task Digests_weekly_posts_and_reports_are_as_if_the_other_were_not_there()
    {
        await using var alone = new Office(_alone, "one");
        await using var beside = new Office(_beside, "one");
        await beside.OfAnother("two").MoveInAsync();
        alone.CatchUpWith(beside);
        await alone.MoveInAsync();
        await beside.MoveInAsync();

        for (var day = 0; day < 40; day++)
        {
            Assert.Equal(await alone.NextDayAsync(), await beside.NextDayAsync());
        }

        Assert.Contains("Acme", alone.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("of two", beside.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_come_in_and_go_out_and_admins_are_made_in_one_alone()
    {
        foreach (var directory in new[] { _alone, _beside })
        {
            await using var office = new Office(directory, "one");
            await office.MoveInAsync();
        }

        await using (var office = new Office(_beside, "one"))
        {
            await office.OfAnother("two").MoveInAsync();
        }

        string[] lines = ["CRM id,Name,Owner,Value", "1,Acme,ann,70", "2,Initech,bob,80", "2,Initech,bob,81"];
        await ImportAsync(_beside, "two", "CRM id,Name,Owner,Value", "1,Acme,ann,5", "2,Globex,bob,6");
        var before = await RowsOfTwoAsync();

        Assert.Equal(await ImportAsync(_alone, "one", lines), await ImportAsync(_beside, "one", lines));
        Assert.Equal(await ImportAsync(_alone, "one", lines), await ImportAsync(_beside, "one", lines));
        Assert.Equal(await SayAsync(output => AdminCommand.RunAsync("mo", "one", output, ServerDatabases.Settings(_alone.Path), TestContext.Current.CancellationToken)), await SayAsync(output => AdminCommand.RunAsync("mo", "one", output, ServerDatabases.Settings(_beside.Path), TestContext.Current.CancellationToken)));
        Assert.Equal(await ExportAsync(_alone), await ExportAsync(_beside));
        Assert.Equal(before, await RowsOfTwoAsync());

        await using var beside = new Office(_beside, "one");
        var foreign = (await beside.DealsAsync("two"))["Acme"];
        await beside.DisposeAsync();
        Assert.Contains($"The deal {foreign} belongs to another workspace.", await ImportAsync(_beside, "one", "LeadBot id,Name,Owner", $"{foreign},Acme,ann"), StringComparison.Ordinal);
        Assert.Equal(before, await RowsOfTwoAsync());

        async Task<List<string>> RowsOfTwoAsync()
        {
            await using var office = new Office(_beside, "one");
            return await office.RowsAsync("two");
        }
    }

    public void Dispose()
    {
        _alone.Dispose();
        _beside.Dispose();
    }

    /// <summary>Everything that a button can carry.</summary>
    private static Dictionary<string, string> Fields(string deal)
    {
        var fields = typeof(ButtonFields).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .ToDictionary(field => (string)field.GetRawConstantValue()!, _ => "1");
        fields[ButtonFields.Deal] = deal;
        fields[ButtonFields.Question] = "pay";
        fields[ButtonFields.Day] = fields[ButtonFields.Digest] = fields[ButtonFields.Exceptions] = "2026-03-02";
        fields[ButtonFields.Person] = "bob";
        fields[ButtonFields.Channel] = "north";
        fields[ButtonFields.Setting] = "zone";
        fields[ButtonFields.Note] = "Acme";
        return fields;
    }

    private static async Task<string> ImportAsync(TemporaryDirectory directory, string workspace, params string[] lines)
    {
        var file = Path.Combine(directory.Path, "in.csv");
        await File.WriteAllLinesAsync(file, lines);
        return await SayAsync(output => ImportCommand.ImportAsync(new ImportOptions(file, null, false, false, null, workspace), output, ServerDatabases.Settings(directory.Path), TestContext.Current.CancellationToken));
    }

    private static async Task<string> ExportAsync(TemporaryDirectory directory)
    {
        var file = Path.Combine(directory.Path, "out.csv");
        await SayAsync(output => ImportCommand.ExportAsync(file, "one", output, ServerDatabases.Settings(directory.Path), TestContext.Current.CancellationToken));
        // In the order of their ids, which are random.
        return string.Join('\n', (await File.ReadAllLinesAsync(file)).Select(line => Office.WithoutIds(WithoutTimes(line))).Order(StringComparer.Ordinal));
    }

    /// <summary>Commands go by the real clock.</summary>
    private static string WithoutTimes(string said) => Times().Replace(said, "then");

    [GeneratedRegex(@"\d{4}-\d\d-\d\d(T[\d:]+Z)?")]
    private static partial Regex Times();

    private static async Task<string> SayAsync(Func<TextWriter, Task<int>> command)
    {
        using var output = new StringWriter();
        return WithoutTimes($"{await command(output)} {output}");
    }
}
