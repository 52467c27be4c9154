using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>Who speaks and where, and about what, as they are stored: asked for with the message alone.</summary>
/// <param name="Deal">What was talked about there until now.</param>
public sealed record SenderRows(Asked<Workspace> Workspace, Asked<ReachedPerson> Person, Asked<KnownConversation> Conversation, Asked<DueDeal> Deal)
{
    public static SenderRows Ask(WriteSession session, IncomingMessage message)
    {
        var place = message.Place;
        return new SenderRows(
            Workspaces.Ask(session, place.Workspace), People.AskReached(session, place.Workspace, message.From.Id), Conversations.At(session, place), DueDeals.At(session, place));
    }
}
