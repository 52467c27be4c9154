using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;

namespace LeadBot.Host.LocalChat;

/// <summary>The way to the chat page: what is sent joins the conversation's transcript, from which the page reads.</summary>
public sealed class DirectLineChannel(ChatTranscripts transcripts, TimeProvider clock) : IChannel
{
    /// <summary>What <see cref="Dialog.Incoming.Place.Channel"/> says of the chat page.</summary>
    public const string ChannelName = "directline";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public Task<Sent> SendAsync(string address, Card card, CancellationToken cancellationToken) =>
        Task.FromResult<Sent>(transcripts.Find(address) is { } transcript
            ? new Sent.Delivered(transcript.Add(id => BotActivity.Of(card, id), null, clock.GetUtcNow()))
            : new Sent.Gone("The conversation is no longer kept."));

    /// <inheritdoc/>
    public Task<Opened> OpenDirectAsync(string address, CancellationToken cancellationToken) =>
        Task.FromResult<Opened>(new Opened.Never("The chat page is a direct conversation already."));
}
