using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Settings;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;

namespace LeadBot.Dialog.Conversations;

/// <summary>
/// "forget deal NAME", "forget @person": deleted for good. Only an admin can, and is asked first; whoever wants to be
/// forgotten asks one. Nobody forgets themselves: somebody is left who was told that it is done.
/// </summary>
internal static class Forgetting
{
    private const string Yes = "yes";

    /// <summary>The question that <paramref name="text"/> answers; null: it is no answer to one.</summary>
    public static Waiting.Forget? Answered(Conversation conversation, string text) =>
        conversation.Waiting is Waiting.Forget forget && YesNo.Read(text) is not null ? forget : null;

    public static Decision Deal(Scene scene, string? name) =>
        !AdminOnly.Allows(scene) ? scene.Say(Card.Of(AdminOnly.Refusal(scene)))
        : name is not null && scene.Input.Named.Count == 0 ? scene.Say(Card.Of(ForgetWords.NoSuchDeal(Names.Clean(name) ?? "")))
        : Choosing.Of(scene, name, ButtonActions.ForgetDeal, AskDeal);

    public static Decision AskDeal(Scene scene)
    {
        if (!AdminOnly.Allows(scene))
        {
            return scene.Aside(AdminOnly.Refusal(scene));
        }

        var deal = scene.Stored!;
        return Ask(
            scene,
            new Waiting.Forget(deal.Id, null),
            ForgetWords.AskDeal(deal.Name),
            new Button(ButtonActions.ForgetDeal, Labels.Fit(ForgetWords.ForgetIt(deal.Name)), Fields((ButtonFields.Deal, deal.Id.ToString()), (ButtonFields.Revision, Revision(scene)), (ButtonFields.Value, Yes)), ButtonStyle.Destructive));
    }

    public static Decision DealPressed(Scene scene, IReadOnlyDictionary<string, string> fields) =>
        !AdminOnly.Allows(scene) ? scene.Aside(AdminOnly.Refusal(scene))
        : scene.Stored is not { } deal || DealId.Read(fields.GetValueOrDefault(ButtonFields.Deal)) != deal.Id ? scene.Aside(DealWords.DealGone)
        // What was asked was asked about it as it was then.
        : fields.GetValueOrDefault(ButtonFields.Value) == Yes && fields.GetValueOrDefault(ButtonFields.Revision) == Revision(scene) ? Forget(scene, deal.Id)
        : AskDeal(scene);

    public static Decision Person(Scene scene, string said)
    {
        var found = Finding.Person(scene, said);
        var self = found is [var one] && one.Id == scene.Person.Id;
        return self ? AskAnAdmin(scene)
            : !AdminOnly.Allows(scene) ? scene.Say(Card.Of(AdminOnly.Refusal(scene)))
            : found switch
            {
                [] => scene.Say(Card.Of(ForgetWords.Unknown(said))),
                [var person] => AskPerson(scene, person),
                _ => scene.Say(Card.Of(RoleWords.Which(said), [.. found.Take(5).Select(person => Asking(person))])),
            };
    }

    public static Decision PersonPressed(Scene scene, IReadOnlyDictionary<string, string> fields)
    {
        if (!AdminOnly.Allows(scene))
        {
            return scene.Aside(AdminOnly.Refusal(scene));
        }

        return fields.GetValueOrDefault(ButtonFields.Person) is not { } id || scene.Find(new PersonId(id)) is not { } person ? scene.Aside(ForgetWords.PersonGone)
            : person.Id == scene.Person.Id ? AskAnAdmin(scene)
            : fields.GetValueOrDefault(ButtonFields.Value) == Yes ? Forget(scene, person.Id)
            : AskPerson(scene, person);
    }

    /// <summary>Yes or no, typed; null: it is something else.</summary>
    public static Decision? Typed(Scene scene, Waiting.Forget asked, string text) => YesNo.Read(text) switch
    {
        null => null,
        false => scene.AboutNone().Say(Card.Of(SmallTalk.AllRight)),
        true when !AdminOnly.Allows(scene) => scene.AboutNone().Say(Card.Of(AdminOnly.Refusal(scene))),
        true when asked.Deal is { } deal => scene.Stored?.Id == deal ? Forget(scene, deal) : scene.AboutNone().Say(Card.Of(DealWords.DealGone)),
        true => asked.Person is { } person && scene.Find(person) is not null && person != scene.Person.Id ? Forget(scene, person) : scene.AboutNone().Say(Card.Of(ForgetWords.PersonGone)),
    };

    private static Decision AskPerson(Scene scene, Person person) => Ask(
        scene,
        new Waiting.Forget(null, person.Id),
        ForgetWords.AskPerson(person.Name, scene.Input.Owned.GetValueOrDefault(person.Id)),
        Asking(person, (ButtonFields.Value, Yes)) with { Style = ButtonStyle.Destructive });

    /// <summary>They are asked themselves: nobody else sees it.</summary>
    private static Decision Ask(Scene scene, Waiting waiting, string text, Button button) => scene.Show(waiting, Card.Of(text, button));

    private static Button Asking(Person person, params ReadOnlySpan<(string, string)> more) =>
        new(ButtonActions.ForgetPerson, Labels.Fit(ForgetWords.ForgetIt(person.Name)), Fields([(ButtonFields.Person, person.Id.Value), .. more]));

    private static Decision AskAnAdmin(Scene scene)
    {
        var admins = scene.Input.People.Where(person => person.Id != scene.Person.Id && scene.Input.Workspace.IsAdmin(person.Id)).ToList();
        return admins.Count == 0
            ? scene.Say(Card.Of(ForgetWords.NobodyToAsk))
            : scene.Say(Card.Of(ForgetWords.AskedFor([.. admins.Select(admin => admin.Name)]))) with
            {
                Tell = [.. admins.Select(admin => new Telling(admin.Id, Card.Of(ForgetWords.Wanted(scene.Person.Name), Asking(scene.Person))))],
            };
    }

    private static Decision Forget(Scene scene, DealId deal) => Done(scene, ForgetWords.DealForgotten) with { Forget = new Forgotten.Deal(deal) };

    private static Decision Forget(Scene scene, PersonId person) => Done(scene, ForgetWords.PersonForgotten) with { Forget = new Forgotten.Person(person) };

    private static Decision Done(Scene scene, string sentence) => scene.AboutNone().Show(new Waiting.Nothing(), Card.Of(sentence));

    private static string Revision(Scene scene) => scene.Stored!.Revision.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Fields(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var data = new Dictionary<string, string>();
        foreach (var (name, value) in fields)
        {
            data[name] = value;
        }

        return data;
    }
}
