using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>Whether deals that stay stale are parked by LeadBot, and when.</summary>
internal sealed class AutoParkSetting : Setting
{
    private const int Least = 5;
    private const int Most = 250;
    private const string Off = "off";

    public override SettingName Name => SettingName.AutoPark;

    public override bool ForAdmins => true;

    public override string Label => SilenceWords.AutoParkLabel;

    public override string Now(Scene scene) => SilenceWords.AutoPark(scene.Input.Workspace.AutoParkAfter);

    public override string Question(Scene scene) => SilenceWords.AskAutoPark(scene.Input.Workspace.AutoParkAfter);

    public override string Field => SilenceWords.AutoParkField;

    public override IEnumerable<Choice> Choices(Scene scene) => scene.Input.Workspace.AutoParkAfter is null ? [] : [new Choice(SilenceWords.AutoParkTurnOff, Off)];

    public override Choice Change(Scene scene) => new(SilenceWords.ChangeAutoPark);

    public override Reply Read(Scene scene, string said)
    {
        var workspace = scene.Input.Workspace;
        return OnOff.Read(said) is false ? Reply.Noted(SilenceWords.AutoParkOff, workspace with { AutoParkAfter = null })
            : WholeNumbers.Read(said.StartsWith("after ", StringComparison.OrdinalIgnoreCase) ? said["after ".Length..] : said, Least, Most) is { } days
                ? Reply.Noted(SilenceWords.AutoParkSet(days), workspace with { AutoParkAfter = days })
            : Reply.NotThat(SilenceWords.AutoParkAgain);
    }
}
