using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>The linked team channels, and which of them is meant.</summary>
internal static class LinkedChannels
{
    /// <summary>A button for each.</summary>
    /// <param name="value">What it does: "on" or "off".</param>
    public static IEnumerable<Choice> Choices(Scene scene, Func<string, string> label, string value) =>
        scene.Input.Workspace.Channels.Select(channel => new Choice(label(channel.Value.Name), $"{value} {channel.Key}"));

    /// <summary>
    /// "on", "off", or either with a channel's key or name: done to that channel, else to the one this is typed in, else to the only one there is. Null when neither was said.
    /// </summary>
    public static Reply? Switch(Scene scene, string said, Func<Scene, string, LinkedChannel, bool, Reply> act)
    {
        var (first, rest) = said.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var word, var more] ? (word, more) : (said, null);
        if (OnOff.Read(said) is { } whole)
        {
            (first, rest) = (whole ? "on" : "off", null);
        }

        if (OnOff.Read(first) is not { } on)
        {
            return null;
        }

        var channels = scene.Input.Workspace.Channels;
        var key = rest is not null ? Named(channels, rest)
            : PlaybookSetting.Channel(scene) is { } here && channels.ContainsKey(here) ? here
            : channels.Count == 1 ? channels.Keys.Single()
            : null;
        return key is not null ? act(scene, key, channels[key], on)
            : channels.Count == 0 ? Reply.Noted(ChannelWords.TypeItThere, scene.Input.Workspace)
            : Reply.NotThat(ChannelWords.WhichChannel, [.. Choices(scene, name => name, on ? "on" : "off")]);
    }

    /// <summary>The workspace with the channel linked anew, or no longer.</summary>
    public static Workspace With(Workspace workspace, string channel, LinkedChannel? linked)
    {
        var channels = new Dictionary<string, LinkedChannel>(workspace.Channels);
        channels.Remove(channel);
        if (linked is not null)
        {
            channels.Add(channel, linked);
        }

        return workspace with { Channels = channels };
    }

    private static string? Named(IReadOnlyDictionary<string, LinkedChannel> channels, string said)
    {
        if (channels.ContainsKey(said))
        {
            return said;
        }

        List<string> keys = [.. channels.Keys];
        var found = Names.Match(said, [.. keys.Select(key => channels[key].Name)]);
        return found.Count == 1 ? keys[found[0]] : null;
    }
}
