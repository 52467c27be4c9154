using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Settings;

/// <summary>The playbook of this channel, or outside of one that of all channels without their own.</summary>
internal sealed class PlaybookSetting : Setting
{
    public override SettingName Name => SettingName.Playbook;

    public override bool ForAdmins => true;

    public override string Label => SettingsWords.PlaybookLabel;

    public override string Now(Scene scene)
    {
        var playbook = Starting.InUse(scene);
        return SettingsWords.Playbook(playbook.Title, playbook.Id.Value);
    }

    public override string Question(Scene scene) => SettingsWords.WhichPlaybook(Channel(scene) is not null);

    public override IEnumerable<Choice> Choices(Scene scene) => Playbooks(scene).Select(p => new Choice(p.Title, p.Id.Value));

    public override Choice Change(Scene scene) => new(SettingsWords.ChangePlaybook);

    public override Reply Read(Scene scene, string said)
    {
        var playbooks = Playbooks(scene);
        var chosen = playbooks.Find(p => p.Id.Value.Equals(said, StringComparison.OrdinalIgnoreCase))
            ?? (Options.Read(said, [.. playbooks.Select(p => p.Title)]) is OptionSaid.Chosen option ? playbooks[option.Index] : null);
        if (chosen is null)
        {
            return Reply.NotThat(DealWords.UnknownPlaybook(said, playbooks.Select(p => p.Id.Value)), [.. Choices(scene)]);
        }

        var workspace = scene.Input.Workspace;
        return Channel(scene) is { } channel
            ? Reply.Noted(SettingsWords.PlaybookSetHere(chosen.Title), workspace with { ChannelPlaybooks = new Dictionary<string, PlaybookId>(workspace.ChannelPlaybooks) { [channel] = chosen.Id } })
            : Reply.Noted(SettingsWords.PlaybookSet(chosen.Title), workspace with { Playbook = chosen.Id });
    }

    /// <summary>The team channel this is typed in; null outside of one.</summary>
    public static string? Channel(Scene scene) => scene.Input.Message.Place.TeamChannel;

    private static List<Playbook> Playbooks(Scene scene) => [.. scene.Input.Playbooks.Newest.Values.OrderBy(p => p.Id.Value, StringComparer.Ordinal)];
}
