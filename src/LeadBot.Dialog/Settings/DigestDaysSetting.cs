using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>A person's working days: those on which a digest may come, and which count as silence.</summary>
internal sealed class DigestDaysSetting : Setting
{
    public override SettingName Name => SettingName.Days;

    public override string Label => DigestSettingWords.DaysLabel;

    public override string Now(Scene scene) => Days.Weekdays(scene.Person.Digest.Days);

    public override string Question(Scene scene) => DigestSettingWords.AskDays(scene.Person.Digest);

    public override string Field => DigestSettingWords.DaysField;

    public override Choice Change(Scene scene) => new(DigestSettingWords.ChangeDays);

    public override Reply Read(Scene scene, string said)
    {
        if (Weekdays.Read(said) is not { } days)
        {
            return Reply.NotThat(DigestSettingWords.DaysAgain);
        }

        var digest = scene.Person.Digest with { Days = days };
        return Reply.Noted(DigestSettingWords.DaysSet(digest), scene.Person with { Digest = digest });
    }
}
