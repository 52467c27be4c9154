using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>The stages deals go through, each with its own silence limit if it has one.</summary>
internal sealed class StagesSetting : Setting
{
    private const int Most = 20;
    private const int LongestName = 40;

    public override SettingName Name => SettingName.Stages;

    public override bool ForAdmins => true;

    public override string Label => SilenceWords.StagesLabel;

    public override string Now(Scene scene) => SilenceWords.Stages(scene.Input.Workspace.Stages);

    public override string Question(Scene scene) => SilenceWords.AskStages(scene.Input.Workspace.Stages);

    public override string Field => SilenceWords.StagesField;

    public override Choice Change(Scene scene) => new(SilenceWords.ChangeStages);

    public override Reply Read(Scene scene, string said)
    {
        var workspace = scene.Input.Workspace;
        if (OnOff.Read(said) is false)
        {
            return Reply.Noted(SilenceWords.NoStages, workspace with { Stages = [] });
        }

        var stages = StagesSaid.Read(said);
        return stages.Count is 0 or > Most ? Reply.NotThat(SilenceWords.StagesAgain)
            : stages.FirstOrDefault(s => s.Name.Length > LongestName) is { } tooLong ? Reply.NotThat(SilenceWords.StageTooLong(tooLong.Name))
            : stages.FirstOrDefault(s => s.Limit is < SilenceSetting.Least or > SilenceSetting.Most) is { } outOfRange ? Reply.NotThat(SilenceWords.StageLimitOut(outOfRange))
            : stages.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice ? Reply.NotThat(SilenceWords.StageTwice(twice.Key))
            : Reply.Noted(SilenceWords.StagesSet(stages), workspace with { Stages = stages });
    }
}
