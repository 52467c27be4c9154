using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>A person's time zone.</summary>
internal sealed class ZoneSetting : Setting
{
    public override SettingName Name => SettingName.Zone;

    public override string Label => SettingsWords.ZoneLabel;

    public override string Now(Scene scene) => Zones.Say(scene.Person.TimeZone);

    public override string Question(Scene scene) => SettingsWords.AskZone;

    public override string Field => SettingsWords.ZoneField;

    public override Choice Change(Scene scene) => new(SettingsWords.ChangeZone);

    public override Reply Read(Scene scene, string said)
    {
        if (Zones.Read(said) is not { } zone)
        {
            return Reply.NotThat(SettingsWords.ZoneAgain);
        }

        var person = scene.Person with { TimeZone = zone, TimeZoneIsTheirs = true };
        return Reply.Noted(SettingsWords.ZoneSet(Zones.Say(zone), TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(scene.Input.Now, person.Zone).DateTime)), person);
    }
}
