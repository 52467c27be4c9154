using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>"give NAME to @person": somebody else's from now on, and they hear of it.</summary>
internal static class Giving
{
    /// <param name="said">What follows the name: "to @person".</param>
    public static Decision Typed(Scene scene, string said)
    {
        var name = Receiver(said);
        if (name.Length == 0)
        {
            return AskWhom(scene);
        }

        var known = scene.Input.People.Append(scene.Person).DistinctBy(p => p.Id).ToList();
        var fitting = Me.Find(Spoken.Plain(name)) is not null ? [scene.Person] : Names.Match(name, [.. known.Select(p => p.Name)]).Select(i => known[i]).ToList();
        return fitting switch
        {
            [] => scene.Say(new Waiting.Receiver(), Card.Of(DealWords.NobodyCalled(name))),
            [var person] => To(scene, person),
            _ => scene.Say(new Waiting.Nothing(), Card.Of(
                DealWords.GiveToWhom(scene.Deal!.Name),
                [.. fitting.Take(5).Select(p => Receiving(scene, p))])),
        };
    }

    /// <summary>A pressed person, or the words filled in; without either it asks.</summary>
    public static Decision Pressed(Scene scene, IReadOnlyDictionary<string, string> fields) =>
        fields.GetValueOrDefault(ButtonFields.Person) is { } id && scene.Find(new PersonId(id)) is { } person ? To(scene, person)
        : fields.GetValueOrDefault(ButtonFields.Note) is { } note && note.Trim().Length > 0 ? Typed(scene, note)
        : AskWhom(scene);

    /// <summary>Whom "Acme to @Kim" names.</summary>
    public static string Receiver(string said) =>
        (said.LastIndexOf(" to ", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? said[(at + 4)..]
            : said.StartsWith("to ", StringComparison.OrdinalIgnoreCase) ? said[3..]
            : said).Trim().TrimStart('@').TrimEnd('.', '!', ' ');

    private static Decision AskWhom(Scene scene)
    {
        var text = DealWords.GiveToWhom(scene.Deal!.Name);
        return scene.Say(
            new Waiting.Receiver(),
            new Card(
                text,
                [new CardPart.Paragraph(text), new CardPart.TextField(ButtonFields.Note, DealWords.ReceiverField)],
                [
                    .. scene.Input.People.Append(scene.Person).DistinctBy(p => p.Id).Where(p => p.Id != scene.Deal.Owner).Take(5).Select(p => Receiving(scene, p)),
                    scene.Button(ButtonActions.GiveTo, Labels.Save),
                ]));
    }

    private static Button Receiving(Scene scene, Conversations.Person person) =>
        scene.Button(ButtonActions.GiveTo, person.Name, data: (ButtonFields.Person, person.Id.Value));

    private static Decision To(Scene scene, Conversations.Person person)
    {
        if (person.Id == scene.Deal!.Owner)
        {
            return Showing.Deal(scene, DealWords.TheirsAlready(scene.Deal.Name, person.Id == scene.Person.Id ? null : person.Name));
        }

        var given = scene.Change(Living.Give(scene.Deal, person.Id));
        var mine = person.Id == scene.Person.Id;
        var decision = given.Say(new Waiting.Nothing(), Card.Of(mine ? DealWords.TakenOver(given.Deal!.Name) : DealWords.GivenTo(given.Deal!.Name, person.Name), Undoing.Of(given)));
        var open = given.Button(ButtonActions.Deal, Labels.OpenDeal(given.Deal.Name));
        Telling[] told =
        [
            new Telling(person.Id, Card.Of(DealWords.GivenToYou(scene.Person.Name, given.Deal.Name), open)),
            new Telling(scene.Deal.Owner, Card.Of(mine ? DealWords.TakenFromYou(scene.Person.Name, given.Deal.Name) : DealWords.GivenFromYou(scene.Person.Name, given.Deal.Name, person.Name))),
        ];
        return decision with { Tell = [.. told.Where(t => t.To != scene.Person.Id)] };
    }

    private static readonly PhraseList<bool> Me = new PhraseList<bool>().Add(true, "me|myself");
}
