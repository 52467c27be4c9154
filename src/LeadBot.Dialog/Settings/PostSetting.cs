using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>"post here": links the team channel it is typed in. The channel's members are a team from then on.</summary>
internal sealed class PostSetting : Setting
{
    private const string Here = "here";
    private const int LongestName = 40;

    public override SettingName Name => SettingName.Post;

    public override bool ForAdmins => true;

    public override string Label => ChannelWords.Label;

    public override string Now(Scene scene) => scene.Input.Workspace.Channels is { Count: > 0 } channels ? string.Join("; ", channels.Values.Select(ChannelWords.Said)) : ChannelWords.None;

    public override string Question(Scene scene) => ChannelWords.AskPost(scene.Input.Workspace.Channels.Values);

    public override IEnumerable<Choice> Choices(Scene scene) => LinkedChannels.Choices(scene, ChannelWords.Unlink, "off");

    public override string? Alone => Here;

    public override Choice Change(Scene scene) => new(ChannelWords.Change);

    public override Reply Read(Scene scene, string said)
    {
        var place = scene.Input.Message.Place;
        var name = said.StartsWith("as ", StringComparison.OrdinalIgnoreCase) ? Names.Clean(said[3..]) : null;
        if (name is null && !said.Equals(Here, StringComparison.OrdinalIgnoreCase))
        {
            return LinkedChannels.Switch(scene, said, Unlinked) ?? Reply.NotThat(ChannelWords.AskPost(scene.Input.Workspace.Channels.Values), [.. Choices(scene)]);
        }

        return PlaybookSetting.Channel(scene) is not { } channel ? Reply.Noted(ChannelWords.TypeItThere, scene.Input.Workspace) with { Choices = [.. Choices(scene)] }
            : place.TeamAddress is not { } address ? Reply.Noted(place.Kind == PlaceKind.Ephemeral ? ChannelWords.InviteMe : ChannelWords.CannotPost, scene.Input.Workspace)
            : name is { Length: > LongestName } ? Reply.NotThat(ChannelWords.NameTooLong)
            : Linked(scene, channel, place.Channel, address, name);
    }

    private static Reply Linked(Scene scene, string channel, string through, string address, string? name)
    {
        var workspace = scene.Input.Workspace;
        var before = workspace.Channels.GetValueOrDefault(channel);
        var linked = new LinkedChannel(name ?? before?.Name ?? ChannelWords.NameOf(workspace.Channels.Count + 1), through, address, before?.WeeklyPost ?? true, before?.DropList ?? false);
        return Reply.Noted(ChannelWords.Linked(linked), LinkedChannels.With(workspace, channel, linked));
    }

    private static Reply Unlinked(Scene scene, string channel, LinkedChannel linked, bool on) => on
        ? Reply.Noted(ChannelWords.Linked(linked), scene.Input.Workspace)
        : Reply.Noted(ChannelWords.Unlinked(linked.Name), LinkedChannels.With(scene.Input.Workspace, channel, null));
}
