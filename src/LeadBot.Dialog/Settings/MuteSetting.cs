using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>No digest at all, for a while or until the person says so.</summary>
internal sealed class MuteSetting : Setting
{
    private const string On = "on";
    private const string Off = "off";
    private const int MostDays = 366;

    public override SettingName Name => SettingName.Mute;

    public override string Label => DigestSettingWords.MuteLabel;

    public override string Now(Scene scene) => DigestSettingWords.Muted(Until(scene));

    public override string Question(Scene scene) => DigestSettingWords.AskMute(Until(scene));

    public override IEnumerable<Choice> Choices(Scene scene)
    {
        var monday = DaySpan.WeekOf(scene.Today).To.AddDays(1);
        if (Until(scene) != monday)
        {
            yield return new Choice(DigestSettingWords.UntilDay(monday), Cards.AnswerFields.Day(monday));
        }

        if (Until(scene) != DateOnly.MaxValue)
        {
            yield return new Choice(DigestSettingWords.UntilISaySo, On);
        }

        if (Until(scene) is not null)
        {
            yield return new Choice(DigestSettingWords.Unmute, Off);
        }
    }

    public override string Alone => On;

    public override Choice Change(Scene scene) => Until(scene) is null ? new Choice(DigestSettingWords.Mute, On) : new Choice(DigestSettingWords.Unmute, Off);

    public override Reply Read(Scene scene, string said)
    {
        if (OnOff.Read(said) is { } on)
        {
            return on ? Noted(scene, DateOnly.MaxValue, DigestSettingWords.MutedForGood)
                : Until(scene) is null ? Reply.Noted(DigestSettingWords.WasNotMuted, scene.Person)
                : Noted(scene, null, DigestSettingWords.MuteEnded(scene.Person.Digest));
        }

        return Dates.Read(said, scene.Today, scene.Language) is not DateSaid.Between { From: var until } ? Reply.NotThat(DigestSettingWords.MuteAgain, [.. Choices(scene)])
            : until <= scene.Today ? Reply.NotThat(DigestSettingWords.MutePast, [.. Choices(scene)])
            : until > scene.Today.AddDays(MostDays) ? Reply.NotThat(DigestSettingWords.MuteTooLong, [.. Choices(scene)])
            : Noted(scene, until, DigestSettingWords.MuteSet(until));
    }

    /// <summary>Null when digests come.</summary>
    private static DateOnly? Until(Scene scene) => scene.Person.Digest.MutedUntil is { } until && until > scene.Today ? until : null;

    private Reply Noted(Scene scene, DateOnly? until, string sentence)
    {
        var person = scene.Person with { Digest = scene.Person.Digest with { MutedUntil = until } };
        var reply = Reply.Noted(sentence, person);
        return until is null ? reply : reply with { Choices = [.. Choices(scene with { Input = scene.Input with { Person = person } })] };
    }
}
