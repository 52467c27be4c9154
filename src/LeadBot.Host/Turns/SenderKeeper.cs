using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>Keeps what changed of the sender, and writes nothing when nothing did: who they are, where they are reached, when they are reminded.</summary>
internal static class SenderKeeper
{
    /// <param name="changed">As they are from now on, if this turn changed their settings.</param>
    /// <param name="conversation">The row of the conversation they spoke in.</param>
    public static void Keep(WriteSession session, LoadedTurn loaded, Person? changed, Workspace workspace, long conversation)
    {
        var input = loaded.Input;
        var person = changed ?? input.Person;
        if (person != loaded.Person)
        {
            People.Save(session, person);
        }

        // An address elsewhere serves to open a direct conversation, and nothing once there is one.
        var place = input.Message.Place;
        var reach = place.Kind == PlaceKind.Direct ? new Reach(conversation, null, null)
            : loaded.Reach.Direct is null ? new Reach(null, place.Channel, place.Address)
            : loaded.Reach;
        if (reach != loaded.Reach)
        {
            People.Save(session, person, reach);
        }

        if (loaded.Person is not { } before)
        {
            Reckon(session, person, workspace, input);
        }
        else if (person.TimeZone != before.TimeZone || person.Digest != before.Digest || person.Absences != before.Absences || person.Holidays != before.Holidays)
        {
            Reckon(session, person, workspace, input);
            DueDeals.PutForward(session, person.Workspace, person.Id, input.Now);
        }
    }

    /// <summary>Works out anew when they are reminded next; whoever is due already stays it.</summary>
    public static void Reckon(WriteSession session, Person person, Workspace workspace, TurnInput input)
    {
        var to = DuePeople.Find(session, person.Workspace, person.Id)!;
        if (!(to.DigestAt <= input.Now))
        {
            DuePeople.Save(session, Reminder.Later(to, workspace, input.Holidays, input.Now));
        }
    }
}
