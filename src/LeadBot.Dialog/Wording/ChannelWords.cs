using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about linked team channels and what is posted there.</summary>
internal static class ChannelWords
{
    public const string Label = "Linked channels";
    public const string None = "none";
    public const string Change = "Linked channels";
    public const string WeeklyLabel = "Weekly post";
    public const string DropListLabel = "Drop list";
    public const string TypeItThere = "Type it where the posts shall come: mention me in a new post of that team channel, with \"post here\".";
    public const string CannotPost = "I can answer here, but this channel does not let me start posts of my own. Try it in a channel of a team.";
    public const string InviteMe = "I am not in this channel, so I could not post here. Invite me with /invite @LeadBot, then say it again.";
    public const string NameTooLong = "40 characters are the most for a channel's name. For example \"post here as Sales\".";
    public const string WhichChannel = "In which channel?";

    public static string NameOf(int number) => number == 1 ? "team channel" : $"team channel {number}";

    public static string Said(LinkedChannel channel) =>
        $"{channel.Name}{(channel.DropList ? " (weekly post with drop list)" : channel.WeeklyPost ? " (weekly post)" : "")}";

    public static string AskPost(IEnumerable<LinkedChannel> channels)
    {
        var linked = string.Join(", ", channels.Select(Said));
        return linked.Length == 0 ? $"No channel is linked. {TypeItThere}" : $"Linked: {linked}. For another one: mention me in a new post there, with \"post here as\" and a name for it.";
    }

    public static string Linked(LinkedChannel channel) => channel.WeeklyPost
        ? $"Linked as \"{channel.Name}\": once a week the wall and the hours freed come here, and its members are a team. \"settings weekly off\" stops the post, \"settings drop list on\" adds at most three deals to drop, \"post here as NAME\" names the channel."
        : $"Linked as \"{channel.Name}\": its members are a team. \"settings weekly on\" brings the wall and the hours freed here once a week.";

    public static string Unlink(string name) => $"Unlink {name}";

    public static string Unlinked(string name) => $"Unlinked: nothing is posted in \"{name}\" any more, and its members are no team of their own.";

    public static string OnIn(IReadOnlyList<string> names) => names.Count == 0 ? "off" : $"on in {string.Join(", ", names)}";

    public static string AskSwitch(string label, string now) => $"{label}: {now}. Change it?";

    public static string Switch(bool on, string name) => on ? $"On in {name}" : $"Off in {name}";

    public static string ChangeSwitch(string label) => $"Change {label.ToLowerInvariant()}";

    public static string WeeklySet(LinkedChannel channel, bool on) => on
        ? $"Noted: once a week the wall and the hours freed come to \"{channel.Name}\"."
        : $"Noted: no weekly post in \"{channel.Name}\".";

    public static string DropListSet(LinkedChannel channel, bool on) => on
        ? $"Noted: the weekly post in \"{channel.Name}\" names at most three deals to drop, which the manager has seen before."
        : $"Noted: the weekly post in \"{channel.Name}\" names no deals to drop.";
}
