using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>How a person writes amounts.</summary>
internal sealed class AmountsSetting : Setting
{
    public override SettingName Name => SettingName.Amounts;

    public override string Label => SettingsWords.AmountsLabel;

    public override string Now(Scene scene) => SettingsWords.Example(scene.Language);

    public override string Question(Scene scene) => SettingsWords.AskAmounts;

    public override IEnumerable<Choice> Choices(Scene scene) => [To(AmountLanguage.PointDecimal), To(AmountLanguage.CommaDecimal)];

    public override Choice Change(Scene scene) => To(scene.Language == AmountLanguage.PointDecimal ? AmountLanguage.CommaDecimal : AmountLanguage.PointDecimal);

    public override Reply Read(Scene scene, string said)
    {
        AmountLanguage? language = said switch
        {
            nameof(AmountLanguage.PointDecimal) => AmountLanguage.PointDecimal,
            nameof(AmountLanguage.CommaDecimal) => AmountLanguage.CommaDecimal,
            _ => Written(said),
        };
        return language is { } chosen
            ? Reply.Noted(SettingsWords.AmountsSet(chosen), scene.Person with { Amounts = chosen })
            : Reply.NotThat(SettingsWords.AskAmounts, [.. Choices(scene)]);
    }

    /// <summary>Whichever sign comes last is the decimal one: "2,000.50", "0,5".</summary>
    private static AmountLanguage? Written(string said) => (said.LastIndexOf('.'), said.LastIndexOf(',')) switch
    {
        _ when !said.All(c => char.IsAsciiDigit(c) || c is '.' or ',') => null,
        var (point, comma) when point > comma && (comma >= 0 || said.Length - point != 4) => AmountLanguage.PointDecimal,
        var (point, comma) when comma > point && (point >= 0 || said.Length - comma != 4) => AmountLanguage.CommaDecimal,
        _ => null,
    };

    private static Choice To(AmountLanguage language) => new(SettingsWords.WriteAmounts(language), language.ToString());
}
