using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>When a person's digest comes.</summary>
internal sealed class DigestTimeSetting : Setting
{
    public override SettingName Name => SettingName.Digest;

    public override string Label => DigestSettingWords.TimeLabel;

    public override string Now(Scene scene) => Days.Time(scene.Person.Digest.At);

    public override string Question(Scene scene) => DigestSettingWords.AskTime(scene.Person.Digest);

    public override string Field => DigestSettingWords.TimeField;

    public override Choice Change(Scene scene) => new(DigestSettingWords.ChangeTime);

    public override Reply Read(Scene scene, string said)
    {
        var digest = scene.Person.Digest;
        return said.Contains(' ', StringComparison.Ordinal) && TimesOfDay.Read(said) is null && Weekdays.Read(said) is not null ? EverySetting.Of(SettingName.Days).Read(scene, said)
            : TimesOfDay.Read(said) is not { } at ? Reply.NotThat(DigestSettingWords.TimeAgain)
            : at >= digest.QuietFrom ? Reply.NotThat(DigestSettingWords.TimeInQuiet(at, digest.QuietFrom))
            : Reply.Noted(DigestSettingWords.TimeSet(digest with { At = at }), scene.Person with { Digest = digest with { At = at } });
    }
}
