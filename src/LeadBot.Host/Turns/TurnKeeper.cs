using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Host.Telemetry;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Erasing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Installing;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>Keeps what was decided, inside the turn's own transaction; the deals themselves are already saved.</summary>
public sealed class TurnKeeper(StoredPlaybooks playbooks, ILogger<TurnKeeper> logger)
{
    /// <summary>Keeps it and says what is answered at once and what is to be delivered.</summary>
    /// <param name="handOver">This process delivers to that channel and has room for it: what is said there is held for it.</param>
    public KeptTurn Keep(WriteSession session, LoadedTurn loaded, Decision decision, bool handOver)
    {
        var (message, now) = (loaded.Input.Message, loaded.Input.Now);
        var workspace = decision.Workspace ?? loaded.Input.Workspace;
        KeepWorkspace(session, loaded, decision.Workspace);
        var conversation = KeepConversation(session, loaded, decision.Conversation);
        SenderKeeper.Keep(session, loaded, decision.Person, workspace, conversation);
        foreach (var change in decision.Changes)
        {
            playbooks.Keep(session, change.Deal);
        }

        if (decision.Verdict is not null)
        {
            Verdicts.Add(session, workspace.Id, decision.Verdict);
            session.AfterCommit(() => Measured.Verdict(decision.Verdict.Kind));
        }

        AnswerCountBook.Add(session, workspace.Id, decision.Counted);
        AnswerCountBook.Remove(session, workspace.Id, decision.Uncounted);
        if (decision.DigestPressed is { } day && DigestPresses.Add(session, workspace.Id, message.From.Id, day, now))
        {
            // Theirs may have come weekly.
            SenderKeeper.Reckon(session, decision.Person ?? loaded.Input.Person, workspace, loaded.Input);
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

        Forget(session, workspace.Id, decision.Forget, message.From.Id, now);
        return new KeptTurn(response, held, decision.TakenOut || decision.Tell.Count + decision.Post.Count > 0 || (here.Count > 0 && !handOver));
    }

    /// <summary>The bot was uninstalled from the workspace: nobody spoke, and nothing is decided.</summary>
    public static KeptTurn Uninstalled(WriteSession session, IncomingMessage message, DateTimeOffset now)
    {
        Uninstallation.Keep(session, message.Place.Workspace, message.Place.Organisation, now);
        ProcessedEvents.Add(session, message, TurnResponse.None, now);
        return new KeptTurn(TurnResponse.None);
    }

    private static void Forget(WriteSession session, WorkspaceId workspace, Forgotten? what, PersonId by, DateTimeOffset now)
    {
        switch (what)
        {
            case Forgotten.Deal(var deal):
                ErasedDeals.Erase(session, workspace, [deal]);
                AuditBook.Add(session, workspace, by, AuditAct.ForgotDeal, now, deal.ToString());
                break;
            case Forgotten.Person(var person):
                ErasedPerson.Erase(session, workspace, person, by, now);
                break;
        }
    }

    private static long KeepConversation(WriteSession session, LoadedTurn loaded, Conversation conversation)
    {
        var place = loaded.Input.Message.Place;
        if (loaded.Conversation is not { } known)
        {
            return Conversations.Save(session, place, conversation);
        }

        Conversations.Save(session, known, place, conversation);
        return known;
    }

    private static void KeepWorkspace(WriteSession session, LoadedTurn loaded, Workspace? changed)
    {
        var (before, now) = (loaded.Input.Workspace, loaded.Input.Now);
        if (changed is not null || before != loaded.Workspace)
        {
            Workspaces.Save(session, changed ?? before);
            AuditBook.AddChanges(session, loaded.Workspace, changed ?? before, loaded.Input.Message.From.Id, now);
        }

        // Where it was installed through a channel's own pages that is kept already, with who did.
        if (loaded.Input.Message.Said is Said.Arrived { Installed: true } && Installations.Find(session, before.Id, null) is null)
        {
            AuditBook.Add(session, before.Id, loaded.Input.Message.From.Id, AuditAct.Installed, now);
        }

        if (loaded.Workspace?.UninstalledAt is { } since)
        {
            Uninstallation.End(session, before.Id, since, now);
        }

        if (changed is null)
        {
            return;
        }

        if (loaded.Input.Message.Place.TeamChannel is { } linked)
        {
            Destinations.Linked(session, changed.Id, linked);
        }

        if (changed.Stages != before.Stages || changed.Silence != before.Silence || changed.AutoParkAfter != before.AutoParkAfter || changed.Holidays != before.Holidays)
        {
            Workspaces.RulesChanged(session, changed.Id, now);
        }

        if (changed.Holidays != before.Holidays)
        {
            DuePeople.PutForward(session, changed.Id, now);
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
                Departures.NobodyToTell(session, workspace, to, now);
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

    private static TurnResponse Response(Decision decision, bool withReplies) => new(decision.Redrawn, decision.OnlyForYou, withReplies ? decision.Say : [])
    {
        Form = decision.Form,
        Changed = decision.Changes.Count > 0 || decision.Person is not null || decision.Workspace is not null,
    };
}
