using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;

namespace LeadBot.Host.LocalChat;

/// <summary>The way from the chat page: what is said there is shown in the transcript and taken through its turn.</summary>
/// <remarks>A page that is closed right after a press does not call it back: nothing here is cancelled.</remarks>
public sealed class DirectLineTurns(TakeTurn takeTurn, TimeProvider clock)
{
    /// <summary>The page was opened; the bot says its welcome.</summary>
    public Task ArriveAsync(ChatTranscript transcript) =>
        takeTurn(Message(transcript, "arrived", PostedActivity.You, new Said.Arrived()), CancellationToken.None);

    /// <summary>Shows what a person said and has it answered; said again, it is neither shown nor answered twice.</summary>
    /// <returns>The activity's id.</returns>
    public async Task<string> HearAsync(ChatTranscript transcript, PostedActivity posted)
    {
        var id = transcript.Add(_ => posted.Echo(), posted.ClientId, clock.GetUtcNow());
        if (posted.Said is { } said)
        {
            Show(transcript, id, posted.Press, await takeTurn(Message(transcript, posted.ClientId ?? id, posted.Sender, said), CancellationToken.None));
        }

        return id;
    }

    private void Show(ChatTranscript transcript, string answered, PressMark? press, TurnResponse response)
    {
        if (response.Redrawn is { } card && !(press is not null && transcript.Redraw(press.ActivityId, BotActivity.Of(card, press.ActivityId))))
        {
            transcript.Add(id => BotActivity.Of(card, id), $"{answered}|redrawn", clock.GetUtcNow());
        }

        if (response.OnlyForYou is { } line)
        {
            transcript.Add(id => BotActivity.Of(Card.Of(line), id), $"{answered}|only-for-you", clock.GetUtcNow());
        }
    }

    private IncomingMessage Message(ChatTranscript transcript, string key, Sender sender, Said said) => new(
        $"{DirectLineChannel.ChannelName}:{transcript.Conversation}:{key}",
        new Place(DirectLineChannel.ChannelName, new WorkspaceId("local"), transcript.Conversation, PlaceKind.Direct, null, transcript.Conversation),
        sender,
        said,
        clock.GetUtcNow());
}
