using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>What can be set. The names stand on buttons in lower case; a released one is never renamed.</summary>
public enum SettingName
{
    Amounts,
    Zone,
    Digest,
    Days,
    Quiet,
    Most,
    Mute,
    Away,
    Holidays,
    Playbook,
    Stages,
    Silence,
    PutOffs,
    Floor,
    Learnt,
    Chance,
    TeamHolidays,
    Post,
    Weekly,
    DropList,
    AutoPark,
    Managers,
    Admins,
}

/// <summary>Which setting is meant, and the value if one was said, as typed.</summary>
public readonly record struct SettingSaid(SettingName Name, string? Value);

/// <summary>Reads "zone Berlin", "digest at 8:30", "mute until monday".</summary>
public static partial class SettingsSaid
{
    /// <summary>How many words a setting's name has at most.</summary>
    private const int MostWords = 4;

    private static readonly PhraseList<SettingSaid> Names = new PhraseList<SettingSaid>()
        .Add(Named(SettingName.Amounts), "amounts|amount|numbers|number format|money")
        .Add(Named(SettingName.Zone), "zone|time zone|timezone|tz|my zone|my time zone")
        .Add(Named(SettingName.Digest), "digest|digest time|digests|my digest|reminder|reminders|reminder time|remind me")
        .Add(Named(SettingName.Days), "days|digest days|working days|work days|my days|weekdays|reminder days")
        .Add(Named(SettingName.Quiet), "quiet|quiet from|quiet hours|quiet time|quiet after")
        .Add(Named(SettingName.Most), "most|at most|deals|most deals|deals in a digest|digest deals|digest size|cap")
        .Add(Named(SettingName.Mute), "mute|muted|snooze")
        .Add(new SettingSaid(SettingName.Mute, "off"), "unmute|un mute|unsnooze")
        .Add(Named(SettingName.Away), "away|absence|absences|vacation|vacations|holiday from|out of office|ooo|leave|cover")
        .Add(Named(SettingName.Holidays), "holidays|my holidays|holiday calendar|my holiday calendar|public holidays")
        .Add(Named(SettingName.Playbook), "playbook|playbook here|questions")
        .Add(Named(SettingName.Stages), "stages|stage|pipeline")
        .Add(Named(SettingName.Silence), "silence|silence limit|limit|stale|stale after")
        .Add(Named(SettingName.PutOffs), "put offs|putoffs|put off|strung along|strung along at|strung along after")
        .Add(Named(SettingName.Floor), "floor|floor per hour|hourly floor|worth per hour")
        .Add(Named(SettingName.Learnt), "learnt|learned|learnt limit|learned limit")
        .Add(Named(SettingName.Chance), "chance|chance floor|floor chance")
        .Add(Named(SettingName.TeamHolidays), "team holidays|everybodys holidays|company holidays|workspace holidays|holidays for all|holidays for everybody")
        .Add(Named(SettingName.Post), "post|post here|post in")
        .Add(new SettingSaid(SettingName.Post, "off"), "unpost|dont post here|stop posting|stop posting here|post off")
        .Add(Named(SettingName.Weekly), "weekly|weekly post|weekly posts|wall")
        .Add(Named(SettingName.DropList), "drop list|droplist|drops")
        .Add(Named(SettingName.AutoPark), "auto park|autopark|auto park after|park after")
        .Add(Named(SettingName.Managers), "managers|manager")
        .Add(Named(SettingName.Admins), "admins|admin");

    /// <summary>The setting, or null; its name comes first, one to four words.</summary>
    public static SettingSaid? Read(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(MostWords, words.Length); length > 0; length--)
        {
            var name = Spoken.Plain(string.Join(' ', words.Take(length)));
            if (name.Length > 0 && Names.Find(name) is { } found)
            {
                var value = Between().Replace(string.Join(' ', words.Skip(length)), "").Trim();
                return found.Value is null ? found with { Value = value.Length == 0 ? null : value } : found;
            }
        }

        return null;
    }

    /// <summary>"workspace", "team": all that admins set.</summary>
    public static bool IsWorkspace(string text) => Spoken.Plain(text) is "workspace" or "the workspace" or "team" or "the team" or "our team" or "everybody" or "company";

    /// <summary>
    /// "mute until monday", "unmute", "away 1 to 14 August", "post here": said often enough to need no "settings" before them. "Away Travel" is a name.
    /// </summary>
    public static bool IsCommand(string text) => Bare().IsMatch(text) && Read(text) is { } said && said switch
    {
        { Name: SettingName.Mute or SettingName.Post, Value: null } => true,
        { Name: SettingName.Mute, Value: { } value } => OnOff.Read(value) is not null || Dates.Read(value, AnyDay) is not null,
        { Name: SettingName.Away, Value: var value } => value is null || value.StartsWith("cancel", StringComparison.OrdinalIgnoreCase) || AbsenceSaid.Read(value, AnyDay) is not null,
        { Name: SettingName.Post, Value: { } value } => OnOff.Read(value) is not null || value.StartsWith("as ", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    private static SettingSaid Named(SettingName name) => new(name, null);

    [GeneratedRegex("^(?:un-?)?(?:mute|snooze)|^away\\b|^absences?\\b|^post here\\b|^(?:stop|don't|dont) post", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex("^(?:[=:]|(?:to|is|are)\\s(?!.*\\bto\\b))\\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
