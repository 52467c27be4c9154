using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>After how many working days of silence a deal is stale, where its stage has no limit of its own and none was learnt.</summary>
internal sealed class SilenceSetting : Setting
{
    public const int Least = 1;
    public const int Most = 250;

    public override SettingName Name => SettingName.Silence;

    public override bool ForAdmins => true;

    public override string Label => SilenceWords.LimitLabel;

    public override string Now(Scene scene) => SilenceWords.WorkingDays(scene.Input.Workspace.Silence.Limit);

    public override string Question(Scene scene) => SilenceWords.AskLimit(scene.Input.Workspace.Silence.Limit);

    public override string Field => SilenceWords.LimitField;

    public override Choice Change(Scene scene) => new(SilenceWords.ChangeLimit);

    public override Reply Read(Scene scene, string said)
    {
        var workspace = scene.Input.Workspace;
        return WholeNumbers.Read(said, Least, Most) is { } limit
            ? Reply.Noted(SilenceWords.LimitSet(limit, workspace.Silence.Approved), workspace with { Silence = workspace.Silence with { Limit = limit } })
            : Reply.NotThat(SilenceWords.LimitAgain);
    }
}
