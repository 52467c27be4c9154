using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>Who speaks and where, as they are stored: asked for with the message alone.</summary>
public sealed record SenderRows(Asked<Workspace> Workspace, Asked<ReachedPerson> Person, Asked<KnownConversation> Conversation)
{
    public static SenderRows Ask(WriteSession session, IncomingMessage message)
    {
        var place = message.Place;
        return new SenderRows(Workspaces.Ask(session, place.Workspace), People.AskReached(session, place.Workspace, message.From.Id), Conversations.At(session, place));
    }
}
