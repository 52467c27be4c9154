using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>Something that is on or off in a linked team channel: the weekly post, or the drop list that goes with it.</summary>
internal sealed class ChannelSwitch(SettingName name, string label, Func<LinkedChannel, bool> isOn, Func<LinkedChannel, bool, LinkedChannel> set, Func<LinkedChannel, bool, string> sentence) : Setting
{
    public override SettingName Name => name;

    public override bool ForAdmins => true;

    public override string Label => label;

    public override string Now(Scene scene) => ChannelWords.OnIn([.. scene.Input.Workspace.Channels.Values.Where(isOn).Select(channel => channel.Name)]);

    public override string Question(Scene scene) => scene.Input.Workspace.Channels.Count == 0 ? ChannelWords.TypeItThere : ChannelWords.AskSwitch(label, Now(scene));

    public override IEnumerable<Choice> Choices(Scene scene) => scene.Input.Workspace.Channels
        .Select(channel => new Choice(ChannelWords.Switch(!isOn(channel.Value), channel.Value.Name), $"{(isOn(channel.Value) ? "off" : "on")} {channel.Key}"));

    public override Choice Change(Scene scene) => new(ChannelWords.ChangeSwitch(label));

    public override Reply Read(Scene scene, string value) =>
        LinkedChannels.Switch(scene, value, Switched) ?? Reply.NotThat(Question(scene), [.. Choices(scene)]);

    private Reply Switched(Scene scene, string channel, LinkedChannel linked, bool on)
    {
        var now = set(linked, on);
        return Reply.Noted(sentence(now, on), LinkedChannels.With(scene.Input.Workspace, channel, now));
    }
}
