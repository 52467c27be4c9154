using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>Which holiday calendar counts for everybody who has not chosen their own.</summary>
internal sealed class TeamHolidaysSetting : Setting
{
    private const string None = "none";

    public override SettingName Name => SettingName.TeamHolidays;

    public override bool ForAdmins => true;

    public override string Label => HolidayWords.TeamLabel;

    public override string Now(Scene scene) => scene.Input.Workspace.Holidays is { } name ? HolidayWords.Known(name, scene.Input.Holidays.Calendars.Keys) : HolidayWords.TeamNone;

    public override string Question(Scene scene) => HolidayWords.AskTeam(scene.Input.Holidays.Calendars.Keys);

    public override IEnumerable<Choice> Choices(Scene scene) =>
        scene.Input.Workspace.Holidays is null ? HolidayCalendars.Choices(scene) : [.. HolidayCalendars.Choices(scene), new Choice(HolidayWords.NoHolidays, None)];

    public override Choice Change(Scene scene) => new(HolidayWords.Change);

    public override Reply Read(Scene scene, string said)
    {
        var workspace = scene.Input.Workspace;
        return OnOff.Read(said) is false ? Reply.Noted(HolidayWords.SetTeamNone, workspace with { Holidays = null })
            : HolidayCalendars.Read(scene, said) is { } name ? Reply.Noted(HolidayWords.SetTeam(name, HolidayCalendars.Next(scene, name)), workspace with { Holidays = name })
            : Reply.NotThat(HolidayWords.Unknown(said, scene.Input.Holidays.Calendars.Keys), [.. Choices(scene)]);
    }
}
