#pragma warning disable RS0030 // The one asynchronous contract in this pure project: channels reference nothing else of ours, and no code here calls it.
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;

namespace LeadBot.Dialog.Channels;

/// <summary>A way out to people: Bot Framework, Slack, the local chat page, the console.</summary>
public interface IChannel
{
    /// <summary>What <see cref="Place.Channel"/> says of the places this channel reaches.</summary>
    string Name { get; }

    /// <summary>
    /// How far apart messages go into one workspace that answer nobody, so that it takes them all and answers find room between them.
    /// Zero: it takes as many as come.
    /// </summary>
    TimeSpan Apart => TimeSpan.Zero;

    /// <summary>Sends one card; called for one conversation at a time, in order, at least once per message.</summary>
    /// <param name="address">A <see cref="Place.Address"/> of this channel.</param>
    /// <returns>What became of it. Throws only for bugs; a refusal or an outage of the channel is a value.</returns>
    Task<Sent> SendAsync(string address, Card card, CancellationToken cancellationToken);

    /// <summary>Finds or creates the direct conversation with the person who spoke at that place.</summary>
    /// <param name="address">The <see cref="Place.Address"/> of a message of theirs, from a thread or a group chat.</param>
    /// <returns>What became of it. Throws only for bugs.</returns>
    Task<Opened> OpenDirectAsync(string address, CancellationToken cancellationToken);
}

/// <summary>What became of opening a direct conversation.</summary>
public abstract record Opened
{
    private Opened()
    {
    }

    /// <summary>There it is.</summary>
    /// <param name="Conversation">Its <see cref="Place.Conversation"/>.</param>
    /// <param name="Address">Its <see cref="Place.Address"/>.</param>
    public sealed record Direct(string Conversation, string Address) : Opened;

    /// <summary>Not now: try again, not before <paramref name="After"/> if given.</summary>
    public sealed record TryAgain(string Why, TimeSpan? After = null) : Opened;

    /// <summary>Never: the person is gone, or the bot may not write to them.</summary>
    public sealed record Never(string Why) : Opened;
}

/// <summary>What became of a message.</summary>
public abstract record Sent
{
    private Sent()
    {
    }

    /// <summary>It arrived.</summary>
    /// <param name="MessageId">The channel's id of it, if it says.</param>
    public sealed record Delivered(string? MessageId) : Sent;

    /// <summary>Not now: try again, not before <paramref name="After"/> if given.</summary>
    public sealed record TryAgain(string Why, TimeSpan? After = null) : Sent;

    /// <summary>Never: the channel refuses this message.</summary>
    public sealed record GiveUp(string Why) : Sent;

    /// <summary>Never, nor any other: the conversation is gone, the person left, or the bot was removed.</summary>
    public sealed record Gone(string Why) : Sent;
}

/// <summary>
/// Takes one message through its turn: one transaction, after which the response is known and everything else waits in
/// the outbox. A repeat of an event returns the first response again. Throws when nothing was kept, so that the channel
/// can answer 5xx and the event is sent again.
/// </summary>
public delegate Task<TurnResponse> TakeTurn(IncomingMessage message, CancellationToken cancellationToken);

/// <summary>
/// Whether what that person says there (<see cref="Place.Conversation"/>) without naming the bot is meant for it: they
/// started the thread and the bot waits for something, or it is theirs alone and was begun, such as a page they opened
/// once. For channels that hear more than is meant for the bot.
/// </summary>
public delegate Task<bool> IsLive(string channel, WorkspaceId workspace, string conversation, PersonId person, CancellationToken cancellationToken);

/// <summary>
/// Keeps a message's place in the pace of whatever it is sent to, for all instances of LeadBot together: one each
/// <paramref name="each"/>, <paramref name="burst"/> of them at once.
/// </summary>
/// <param name="into">What has that pace; the channel's own name for it.</param>
/// <param name="patience">A place that would come later than this is not kept.</param>
/// <returns>How long until the message may be sent, zero or less: now.</returns>
public delegate Task<TimeSpan> KeepPace(WorkspaceId workspace, string into, TimeSpan each, int burst, TimeSpan patience, CancellationToken cancellationToken);

/// <summary>Keeps an installation in place of an earlier one; it is there once this completes.</summary>
public delegate Task KeepInstallation(Installation installation, CancellationToken cancellationToken);

/// <summary>The workspace's own installation, else its organisation's; null: there is none, it was uninstalled, or its token can be read no more.</summary>
/// <param name="organisation">Null: it belongs to none.</param>
public delegate Task<Installation?> FindInstallation(WorkspaceId workspace, WorkspaceId? organisation, CancellationToken cancellationToken);

/// <summary>What is answered at once, kept with the event.</summary>
/// <param name="Redrawn">What the pressed card looks like now, for channels that can redraw.</param>
/// <param name="OnlyForYou">A line for the person who pressed, alone.</param>
/// <param name="Replies">What was said, when the message wanted its replies in the response; else empty.</param>
public sealed record TurnResponse(Card? Redrawn, string? OnlyForYou, IReadOnlyList<Card> Replies)
{
    /// <summary>Nothing to answer at once.</summary>
    public static readonly TurnResponse None = new(null, null, []);

    /// <summary>
    /// What is asked in a form, only for a message with <see cref="IncomingMessage.CanOpenForm"/>; an open form is replaced
    /// by it, or closed when there is none. What is filled in comes back as the press of one of its buttons, with the text
    /// fields among the button's own: the conversation does not wait for it, since a form can be closed without a word.
    /// </summary>
    public Card? Form { get; init; }

    /// <summary>A deal or a setting was changed: what the sender's page shows is out of date. Not kept: a repeat changes nothing.</summary>
    [JsonIgnore]
    public bool Changed { get; init; }

    /// <summary>The event was taken before, and this is what was answered then: what a channel did about it by calls of its own is done.</summary>
    [JsonIgnore]
    public bool IsRepeat { get; init; }

    /// <summary>Whether there is anything to answer at once.</summary>
    [JsonIgnore]
    public bool IsEmpty => Redrawn is null && OnlyForYou is null && Form is null && Replies.Count == 0;
}
