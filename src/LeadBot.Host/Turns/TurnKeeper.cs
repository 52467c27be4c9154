using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>Keeps what was decided, inside the turn's own transaction; the deals themselves are already saved.</summary>
public sealed class TurnKeeper(StoredPlaybooks playbooks, ILogger<TurnKeeper> logger)
{
    /// <summary>Keeps it and says what is answered at once and what is to be delivered.</summary>
    /// <param name="handOver">This process delivers to that channel: what is said there is held for it.</param>
    public KeptTurn Keep(WriteSession session, LoadedTurn loaded, Decision decision, bool handOver)
    {
        var (message, now) = (loaded.Input.Message, loaded.Input.Now);
        var workspace = decision.Workspace ?? loaded.Input.Workspace;
        if (decision.Workspace is not null || loaded.WorkspaceChanged)
        {
            Workspaces.Save(session, workspace);
        }

        if (decision.Workspace is not null && message.Place.TeamChannel is { } linked)
        {
            Destinations.Linked(session, workspace.Id, linked);
        }

        var conversation = Conversations.Save(session, message.Place, decision.Conversation);
        KeepPerson(session, loaded, decision.Person, conversation);
        foreach (var change in decision.Changes)
        {
            playbooks.Keep(session, change.Deal);
        }

        if (decision.Verdict is not null)
        {
            Verdicts.Add(session, workspace.Id, decision.Verdict);
        }

        AnswerCountBook.Add(session, workspace.Id, decision.Counted);
        if (decision.DigestPressed is { } day)
        {
            DigestPresses.Add(session, workspace.Id, message.From.Id, day, now);
        }

        var response = Response(decision, message.WantsRepliesInResponse);
        ProcessedEvents.Add(session, message, response, now);
        var here = message.WantsRepliesInResponse ? [] : decision.Say;
        var held = here.Count > 0 && handOver ? Outbox.Hand(session, conversation, message.Place, here, now) : null;
        if (here.Count > 0 && !handOver)
        {
            Outbox.Add(session, workspace.Id, conversation, here, now);
        }

        SayElsewhere(session, workspace, decision, now);
        if (decision.TakenOut)
        {
            Departures.TakenOut(session, workspace, message.Place.TeamChannel, conversation, now);
        }

        return new KeptTurn(response, held, decision.TakenOut || decision.Tell.Count + decision.Post.Count > 0);
    }

    private static void KeepPerson(WriteSession session, LoadedTurn loaded, Person? changed, long conversation)
    {
        if (changed is not null || loaded.PersonChanged)
        {
            People.Save(session, changed ?? loaded.Input.Person);
        }

        // An address elsewhere serves to open a direct conversation, and nothing once there is one.
        var place = loaded.Input.Message.Place;
        var reach = place.Kind == PlaceKind.Direct ? new Reach(conversation, null, null)
            : loaded.Reach.Direct is null ? new Reach(null, place.Channel, place.Address)
            : loaded.Reach;
        if (reach != loaded.Reach)
        {
            People.Save(session, loaded.Input.Person, reach);
        }
    }

    private void SayElsewhere(WriteSession session, Workspace workspace, Decision decision, DateTimeOffset now)
    {
        foreach (var (to, card) in decision.Tell)
        {
            if (Destinations.DirectOf(session, workspace.Id, to) is { } direct)
            {
                Outbox.Add(session, workspace.Id, direct, [card], now);
            }
            else
            {
                Log.NobodyToTell(logger, workspace.Id.Value, to.Value);
            }
        }

        foreach (var (channel, card) in decision.Post)
        {
            if (Destinations.Of(session, workspace, channel) is { } destination)
            {
                Outbox.Add(session, workspace.Id, destination, [card], now);
            }
            else
            {
                Log.NowhereToPost(logger, workspace.Id.Value, channel);
            }
        }
    }

    private static TurnResponse Response(Decision decision, bool withReplies)
    {
        var replies = withReplies ? decision.Say : [];
        return decision.Redrawn is null && decision.OnlyForYou is null && replies.Count == 0
            ? TurnResponse.None
            : new TurnResponse(decision.Redrawn, decision.OnlyForYou, replies);
    }
}
