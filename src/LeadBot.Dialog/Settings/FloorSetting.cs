using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>What an hour must bring; below it a deal is knocked out.</summary>
internal sealed partial class FloorSetting : Setting
{
    private const decimal Highest = 100_000;

    public override SettingName Name => SettingName.Floor;

    public override bool ForAdmins => true;

    public override string Label => FloorWords.Label;

    public override string Now(Scene scene)
    {
        var playbook = Starting.InUse(scene);
        return scene.Input.Workspace.FloorPerHour is { } own ? FloorWords.PerHour(own, playbook.Currency, scene.Language)
            : playbook.Worth is { } worth ? FloorWords.OfPlaybook(worth.FloorPerHour, playbook.Currency, scene.Language)
            : FloorWords.None;
    }

    public override string Question(Scene scene) => FloorWords.Ask(Now(scene));

    public override string Field => FloorWords.Field;

    public override IEnumerable<Choice> Choices(Scene scene) => scene.Input.Workspace.FloorPerHour is null ? [] : [new Choice(FloorWords.AsPlaybooks, FloorWords.Off)];

    public override Choice Change(Scene scene) => new(FloorWords.Change);

    public override Reply Read(Scene scene, string said)
    {
        var workspace = scene.Input.Workspace;
        if (OnOff.Read(said) is false)
        {
            return Reply.Noted(FloorWords.SetToPlaybooks, workspace with { FloorPerHour = null });
        }

        var currency = Starting.InUse(scene).Currency;
        return Amounts.Read(AnHour().Replace(said, ""), scene.Language) is not { To: { } floor } amount || amount.From != floor || floor <= 0 || floor > Highest || amount.Per != Domain.Qualification.Period.Once
                ? Reply.NotThat(FloorWords.Again(currency, scene.Language))
            : !amount.Fits(currency) ? Reply.NotThat(FloorWords.OtherCurrency(currency))
            : Reply.Noted(FloorWords.Set(floor, currency, scene.Language), workspace with { FloorPerHour = floor });
    }

    [GeneratedRegex("\\s*(?:/|\\ban?|\\bper|\\beach)\\s*h(?:ou)?r?\\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnHour();
}
