using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>Which of the host's holiday calendars counts for a person.</summary>
internal sealed class HolidaysSetting : Setting
{
    private const string SameAsAll = "default";

    /// <summary>No calendar goes by this name, so that no day counts.</summary>
    private const string None = "none";

    public override SettingName Name => SettingName.Holidays;

    public override string Label => HolidayWords.Label;

    public override string Now(Scene scene) => HolidayWords.Now(scene.Person.Holidays, scene.Input.Workspace.Holidays, scene.Input.Holidays.Calendars.Keys);

    public override string Question(Scene scene) => HolidayWords.Ask(scene.Input.Holidays.Calendars.Keys);

    public override IEnumerable<Choice> Choices(Scene scene) =>
        [.. HolidayCalendars.Choices(scene), new Choice(HolidayWords.SameAsAll(scene.Input.Workspace.Holidays), SameAsAll)];

    public override Choice Change(Scene scene) => new(HolidayWords.Change);

    public override Reply Read(Scene scene, string said) =>
        Spoken.Plain(said) is SameAsAll or "same" or "team" or "workspace" or "everybody" ? Reply.Noted(HolidayWords.SetSameAsAll(scene.Input.Workspace.Holidays), scene.Person with { Holidays = null })
        : OnOff.Read(said) is false ? Reply.Noted(HolidayWords.SetNone, scene.Person with { Holidays = None })
        : HolidayCalendars.Read(scene, said) is { } name ? Reply.Noted(HolidayWords.Set(name, HolidayCalendars.Next(scene, name)), scene.Person with { Holidays = name })
        : Reply.NotThat(HolidayWords.Unknown(said, scene.Input.Holidays.Calendars.Keys), [.. Choices(scene)]);
}
