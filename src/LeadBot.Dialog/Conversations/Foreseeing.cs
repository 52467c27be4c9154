using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Conversations;

/// <summary>"reminders": what would be sent to a manager's team, when and why. Nothing is sent by asking.</summary>
public static class Foreseeing
{
    /// <summary>More are counted, not shown.</summary>
    private const int Most = 15;

    /// <summary>Who may look: managers, and admins.</summary>
    public static bool MayLook(Person person, Workspace workspace) => workspace.IsManager(person.Id) || workspace.IsAdmin(person.Id);

    internal static Decision Show(Scene scene)
    {
        if (!MayLook(scene.Person, scene.Input.Workspace))
        {
            var who = scene.Input.People.Where(person => MayLook(person, scene.Input.Workspace)).Select(person => person.Name).Distinct().ToList();
            return scene.Say(Card.Of(ReminderWords.NotYours(who)));
        }

        if (scene.Input.Reminders is not { } reminders)
        {
            return scene.Say(Card.Of(ReminderWords.TooMany));
        }

        if (reminders.Count == 0)
        {
            return scene.Say(Card.Of(ReminderWords.None(TurnNeeds.ReminderDays)));
        }

        var title = ReminderWords.Title(reminders.Count, TurnNeeds.ReminderDays);
        List<CardPart> parts = [new CardPart.Heading(title), .. reminders.Take(Most).SelectMany(Parts)];
        if (reminders.Count > Most)
        {
            parts.Add(new CardPart.Paragraph(ReminderWords.More(reminders.Count - Most), Subtle: true));
        }

        return scene.Say(new Card(title, parts, []));
    }

    private static IEnumerable<CardPart> Parts(Digests.ReminderLine reminder)
    {
        yield return new CardPart.Paragraph(ReminderWords.Head(reminder));
        // Of a single deal the line itself says why.
        foreach (var why in reminder.Why.Where(why => why != reminder.What))
        {
            yield return new CardPart.Paragraph(why, Subtle: true);
        }
    }
}
