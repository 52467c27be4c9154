using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>After how many put-offs a deal is strung along.</summary>
internal sealed class PutOffsSetting : Setting
{
    private const int Least = 1;
    private const int Most = 10;

    public override SettingName Name => SettingName.PutOffs;

    public override bool ForAdmins => true;

    public override string Label => SilenceWords.PutOffsLabel;

    public override string Now(Scene scene) => SilenceWords.PutOffs(scene.Input.Workspace.Silence.StrungAlongAt);

    public override string Question(Scene scene) => SilenceWords.AskPutOffs(scene.Input.Workspace.Silence.StrungAlongAt);

    public override string Field => SilenceWords.PutOffsField;

    public override Choice Change(Scene scene) => new(SilenceWords.ChangePutOffs);

    public override Reply Read(Scene scene, string said)
    {
        var workspace = scene.Input.Workspace;
        return WholeNumbers.Read(said, Least, Most) is { } at
            ? Reply.Noted(SilenceWords.PutOffsSet(at), workspace with { Silence = workspace.Silence with { StrungAlongAt = at } })
            : Reply.NotThat(SilenceWords.PutOffsAgain);
    }
}
