using LeadBot.Domain;

namespace LeadBot.Dialog.Incoming;

/// <summary>What came in through a channel, in one form for all of them.</summary>
/// <param name="EventKey">
/// Unique per event and channel, at most 400 characters; a repeat of it gets the same response and does nothing more.
/// </param>
/// <param name="At">When it arrived here, UTC.</param>
/// <param name="WantsRepliesInResponse">Bot Framework's <c>expectReplies</c>: what is said goes into the response, not the outbox.</param>
public sealed record IncomingMessage(
    string EventKey,
    Place Place,
    Sender From,
    Said Said,
    DateTimeOffset At,
    bool WantsRepliesInResponse = false)
{
    /// <summary>The channel can answer with a form in a window of its own (Slack's modals), or this came from one.</summary>
    public bool CanOpenForm { get; init; }

    /// <summary>The channel can show a line to the sender alone, also when they typed among others (Slack's ephemeral messages).</summary>
    public bool CanWhisper { get; init; }
}

/// <summary>Where it was said.</summary>
/// <param name="Channel">The name of the <see cref="Channels.IChannel"/> that reaches it: <c>botframework</c>, <c>slack</c>, <c>directline</c>, <c>console</c>.</param>
/// <param name="Conversation">Unique within the channel: a direct conversation, one thread of a team channel, or a group chat.</param>
/// <param name="TeamChannel">The team channel a thread or an ephemeral conversation is in; its playbook setting hangs on it. Null elsewhere.</param>
/// <param name="Address">What the channel needs to send there, opaque to all others (for Bot Framework the conversation reference as JSON).</param>
/// <param name="TeamAddress">What the channel needs to start a thread in <paramref name="TeamChannel"/>. Null elsewhere.</param>
public sealed record Place(
    string Channel,
    WorkspaceId Workspace,
    string Conversation,
    PlaceKind Kind,
    string? TeamChannel,
    string Address,
    string? TeamAddress = null)
{
    /// <summary>The organisation whose installation of the bot reaches this workspace; null: the workspace has its own.</summary>
    public WorkspaceId? Organisation { get; init; }
}

/// <summary>What kind of conversation a place is.</summary>
public enum PlaceKind
{
    /// <summary>One person and the bot.</summary>
    Direct,

    /// <summary>One thread of a team channel.</summary>
    Thread,

    /// <summary>A group chat, which has no threads.</summary>
    GroupChat,

    /// <summary>Within a team channel, but seen by one person alone: what a slash command answers.</summary>
    Ephemeral,

    /// <summary>One person's own page (Slack's App Home): what is said there replaces what it showed.</summary>
    Home,
}

/// <summary>Who said it, as far as the channel knows.</summary>
/// <param name="TimeZone">IANA id, when the channel says.</param>
/// <param name="Locale">BCP 47, when the channel says.</param>
public sealed record Sender(PersonId Id, string Name, string? TimeZone = null, string? Locale = null);

/// <summary>What was said or done.</summary>
public abstract record Said
{
    private Said()
    {
    }

    /// <summary>Words, with the bot's own mention removed; may be empty.</summary>
    public sealed record Typed(string Text) : Said;

    /// <summary>A button. <paramref name="Fields"/> holds what <see cref="Cards.Button.Data"/> carried and what was filled in.</summary>
    /// <param name="CanRedraw">The channel replaces the pressed card by the one in the immediate response (Teams does).</param>
    public sealed record Pressed(string Action, IReadOnlyDictionary<string, string> Fields, bool CanRedraw) : Said;

    /// <summary>The bot was installed, added, or opened for the first time here; answered by one welcome a conversation.</summary>
    /// <param name="Installed">Whoever it came from installed it, and so becomes the admin of a workspace that has none.</param>
    public sealed record Arrived(bool Installed = false) : Said;

    /// <summary>They look at their own page, or what it shows has changed; answered by the page, in a <see cref="PlaceKind.Home"/>.</summary>
    public sealed record HomeOpened : Said;

    /// <summary>The bot was taken out here; nothing can be said here any more.</summary>
    /// <param name="Everywhere">
    /// It was uninstalled from the whole workspace, or organisation, of which alone <see cref="Place"/> tells then, and nobody is the sender:
    /// reminders and sending stop until somebody there is heard again. What is stored stays for its time.
    /// </param>
    public sealed record Removed(bool Everywhere = false) : Said;
}
