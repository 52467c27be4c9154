using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Settings;

/// <summary>The silence limit learnt from the team's own deals; used only once an admin approved it.</summary>
internal sealed class LearntLimitSetting : Setting
{
    private const string Use = "use";
    private const string Leave = "leave";
    private const string Off = "off";

    public override SettingName Name => SettingName.Learnt;

    public override bool ForAdmins => true;

    public override string Label => LearntWords.Label;

    public override string Now(Scene scene) => LearntWords.Now(scene.Input.Workspace.Silence);

    public override string Question(Scene scene) => LearntWords.Ask(scene.Input.Workspace.Silence);

    public override IEnumerable<Choice> Choices(Scene scene)
    {
        var silence = scene.Input.Workspace.Silence;
        if (silence.Offered is { } offered)
        {
            yield return new Choice(LearntWords.Use(offered.Limit), Use);
            yield return new Choice(LearntWords.Leave, Leave);
        }

        if (silence.Approved is not null)
        {
            yield return new Choice(LearntWords.Stop, Off);
        }
    }

    public override Choice Change(Scene scene) => new(LearntWords.Change);

    public override Reply Read(Scene scene, string said)
    {
        var silence = scene.Input.Workspace.Silence;
        return (Spoken.Plain(said), OnOff.Read(said)) switch
        {
            (Use or "approve" or "take" or "ok", _) or (_, true) => silence.Offered is { } offered
                ? Set(LearntWords.Used(offered.Limit), silence with { Approved = offered, Offered = null, Declined = null })
                : Reply.Noted(LearntWords.NothingOffered(silence), scene.Input.Workspace),
            (Leave or "reject" or "decline", _) => Left(),
            (not Off, false) when silence.Offered is not null => Left(),
            (_, false) => Set(LearntWords.Stopped(silence.Limit), Declined(silence.Offered ?? silence.Approved) with { Approved = null }),
            _ => Reply.NotThat(LearntWords.Ask(silence), [.. Choices(scene)]),
        };

        Reply Left() => Set(LearntWords.Left(silence), Declined(silence.Offered));

        SilencePolicy Declined(LearntLimit? limit) =>
            silence with { Offered = null, Declined = limit is null ? silence.Declined : new DeclinedLimit(limit.Limit, scene.Today) };

        Reply Set(string sentence, SilencePolicy to) => Reply.Noted(sentence, scene.Input.Workspace with { Silence = to });
    }
}
