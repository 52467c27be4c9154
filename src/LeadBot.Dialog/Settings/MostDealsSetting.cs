using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>How many deals one digest lists.</summary>
internal sealed class MostDealsSetting : Setting
{
    private const int Fewest = 1;
    private const int Most = 10;

    public override SettingName Name => SettingName.Most;

    public override string Label => DigestSettingWords.MostLabel;

    public override string Now(Scene scene) => DigestSettingWords.AtMost(scene.Person.Digest.MostDeals);

    public override string Question(Scene scene) => DigestSettingWords.AskMost(scene.Person.Digest.MostDeals);

    public override string Field => DigestSettingWords.MostField;

    public override Choice Change(Scene scene) => new(DigestSettingWords.ChangeMost);

    public override Reply Read(Scene scene, string said) => WholeNumbers.Read(said, Fewest, Most) is { } most
        ? Reply.Noted(DigestSettingWords.MostSet(most), scene.Person with { Digest = scene.Person.Digest with { MostDeals = most } })
        : Reply.NotThat(DigestSettingWords.MostAgain);
}
