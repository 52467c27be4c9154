using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>Keeps what was decided, inside the turn's own transaction; the deals themselves are already saved.</summary>
public sealed class TurnKeeper(StoredPlaybooks playbooks)
{
    /// <summary>Keeps it and says what is answered at once and what is to be delivered.</summary>
    /// <param name="handOver">This process delivers to that channel: what is said is held for it.</param>
    public (TurnResponse Response, Held? ToDeliver) Keep(WriteSession session, LoadedTurn loaded, Decision decision, bool handOver)
    {
        var (message, now) = (loaded.Input.Message, loaded.Input.Now);
        if (decision.Workspace is not null || loaded.WorkspaceChanged)
        {
            Workspaces.Save(session, decision.Workspace ?? loaded.Input.Workspace);
        }

        if (decision.Person is not null || loaded.PersonChanged)
        {
            People.Save(session, decision.Person ?? loaded.Input.Person);
        }

        foreach (var change in decision.Changes)
        {
            playbooks.Keep(session, change.Deal);
        }

        if (decision.Verdict is not null)
        {
            Verdicts.Add(session, message.Place.Workspace, decision.Verdict);
        }

        AnswerCountBook.Add(session, message.Place.Workspace, decision.Counted);
        var conversation = Conversations.Save(session, message.Place, decision.Conversation);
        var response = Response(decision, message.WantsRepliesInResponse);
        ProcessedEvents.Add(session, message, response, now);
        var toDeliver = message.WantsRepliesInResponse || decision.Say.Count == 0
            ? null
            : Outbox.Add(session, conversation, message.Place, decision.Say, now, handOver);
        return (response, toDeliver);
    }

    private static TurnResponse Response(Decision decision, bool withReplies)
    {
        var replies = withReplies ? decision.Say : [];
        return decision.Redrawn is null && decision.OnlyForYou is null && replies.Count == 0
            ? TurnResponse.None
            : new TurnResponse(decision.Redrawn, decision.OnlyForYou, replies);
    }
}
