using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>From when on a person is not to be reminded any more that day.</summary>
internal sealed class QuietSetting : Setting
{
    public override SettingName Name => SettingName.Quiet;

    public override string Label => DigestSettingWords.QuietLabel;

    public override string Now(Scene scene) => Days.Time(scene.Person.Digest.QuietFrom);

    public override string Question(Scene scene) => DigestSettingWords.AskQuiet(scene.Person.Digest);

    public override string Field => DigestSettingWords.QuietField;

    public override Choice Change(Scene scene) => new(DigestSettingWords.ChangeQuiet);

    public override Reply Read(Scene scene, string said)
    {
        var digest = scene.Person.Digest;
        return TimesOfDay.Read(said) is not { } from ? Reply.NotThat(DigestSettingWords.QuietAgain)
            : from <= digest.At ? Reply.NotThat(DigestSettingWords.QuietTooEarly(from, digest.At))
            : Reply.Noted(DigestSettingWords.QuietSet(from), scene.Person with { Digest = digest with { QuietFrom = from } });
    }
}
