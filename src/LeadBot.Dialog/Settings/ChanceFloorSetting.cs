using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>The team's floor for the learnt limit: below this chance of winning in time a deal is called stale.</summary>
internal sealed class ChanceFloorSetting : Setting
{
    private const double Highest = 0.5;

    public override SettingName Name => SettingName.Chance;

    public override bool ForAdmins => true;

    public override string Label => LearntWords.FloorLabel;

    public override string Now(Scene scene) => LearntWords.Percent(scene.Input.Workspace.Silence.ChanceFloor);

    public override string Question(Scene scene) => LearntWords.AskFloor(scene.Input.Workspace.Silence.ChanceFloor);

    public override string Field => LearntWords.FloorField;

    public override Choice Change(Scene scene) => new(LearntWords.ChangeFloor);

    public override Reply Read(Scene scene, string said)
    {
        var workspace = scene.Input.Workspace;
        return Shares.Read(said) is { } floor and > 0 and <= Highest
            ? Reply.Noted(LearntWords.FloorSet(floor), workspace with { Silence = workspace.Silence with { ChanceFloor = floor } })
            : Reply.NotThat(LearntWords.FloorAgain);
    }
}
