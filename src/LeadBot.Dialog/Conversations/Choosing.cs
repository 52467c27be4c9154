using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Conversations;

/// <summary>Which deal is meant when a name fits several, or one only nearly.</summary>
internal static class Choosing
{
    /// <summary>What a button carries of a typed command: more is kept of none, and Slack's buttons carry 2000 characters of JSON.</summary>
    private const int LongestTyped = 800;

    /// <summary>Does <paramref name="act"/> with the deal that goes by <paramref name="said"/>, or asks which.</summary>
    /// <param name="said">Null: the deal being talked about.</param>
    /// <param name="action">The button action that does the same.</param>
    public static Decision Of(Scene scene, string? said, string action, Func<Scene, Decision> act)
    {
        if (said is null)
        {
            return scene.Deal is null ? scene.Say(Card.Of(DealWords.NoDealHere)) : act(scene);
        }

        var named = scene.Input.Named;
        if (named.Count == 0)
        {
            return scene.Say(Card.Of(DealWords.NoSuchDeal(Names.Clean(said) ?? "")));
        }

        var name = Names.Clean(said);
        return TheOne(scene, deal => deal.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } deal
            ? act(scene.About(deal))
            : scene.Say(new Waiting.WhichDeal(said, action), Card.Of(DealWords.WhichDeal, [.. named.Select(deal => On(scene, deal, action))]));
    }

    /// <summary>
    /// Does <paramref name="act"/> with the deal whose name <paramref name="rest"/> begins with and the words that follow it, or
    /// asks which. Words that read like a sentence are about the deal being talked about.
    /// </summary>
    /// <param name="typed">The whole command, to be done with the deal that is chosen.</param>
    /// <param name="noName">The words are known to hold no name.</param>
    public static Decision First(Scene scene, string rest, string typed, Func<Scene, string, Decision> act, bool noName = false)
    {
        var sentence = noName || rest.Length == 0 || Sentences.Begin(rest);
        if (sentence && scene.Deal is not null)
        {
            // "The boss said no" is not about The Wall Ltd., nor "call again" about Callisto.
            scene = scene with { Input = scene.Input with { Named = [.. scene.Input.Named.Where(deal => Names.BeginsInFull(rest, deal.Name))] } };
        }

        var named = scene.Input.Named;
        if (named.Count > 0)
        {
            return TheOne(scene, deal => rest.StartsWith(deal.Name, StringComparison.OrdinalIgnoreCase)) is { } deal
                ? act(scene.About(deal), Names.After(rest, deal.Name) ?? rest)
                : scene.Say(new Waiting.WhichDeal(rest, ButtonActions.ThisDeal, Typed: typed), Card.Of(DealWords.WhichDeal, [.. named.Select(deal => This(scene, deal, typed))]));
        }

        return scene.Deal is not { } here ? scene.Say(Card.Of(sentence ? DealWords.NoDealNamed : DealWords.NoSuchDeal(Names.FirstWords(rest))))
            : sentence ? act(scene, rest)
            : scene.Say(Card.Of(DealWords.NoSuchDealBut(Names.FirstWords(rest), here.Name), This(scene, here, typed)));
    }

    /// <summary>A new deal's name is nearly that of one there is.</summary>
    public static Decision SameOrNew(Scene scene, string name, PlaybookId? playbook)
    {
        var fields = new Dictionary<string, string> { [ButtonFields.Value] = name, [ButtonFields.New] = "yes" };
        if (playbook is { } chosen)
        {
            fields[ButtonFields.Playbook] = chosen.Value;
        }

        return scene.Say(
            new Waiting.WhichDeal(name, ButtonActions.Show, playbook),
            Card.Of(
                DealWords.SameOrNew(name),
                [.. scene.Input.Named.Select(deal => On(scene, deal, ButtonActions.Show)), new Button(ButtonActions.Start, Labels.Fit(Labels.NewDeal(name)), fields)]));
    }

    /// <summary>A typed choice between them.</summary>
    public static Decision? Typed(Scene scene, Waiting.WhichDeal waiting, string text, Func<Scene, string, Decision> act)
    {
        var named = scene.Input.Named;
        var labels = named.Select(deal => Label(scene, deal)).ToList();
        if (waiting.Action == ButtonActions.Show)
        {
            labels.Add(Labels.NewDeal(waiting.Said));
        }

        return Options.Read(text, labels) is not OptionSaid.Chosen chosen ? null
            : chosen.Index >= named.Count ? Starting.BeginNew(scene, waiting.Said, waiting.Playbook)
            : waiting.Typed is { } typed ? Chosen(scene.About(named[chosen.Index]), typed)
            : act(scene.About(named[chosen.Index]), waiting.Action);
    }

    /// <summary>What was typed, done with the deal of the scene.</summary>
    public static Decision Chosen(Scene scene, string typed) =>
        ((Commands.Read(typed) ?? Commands.OfDeal(typed)) is { } command ? Typing.OnCommand(scene with { Input = scene.Input with { Named = [scene.Stored!] } }, command, typed) : null)
        ?? Showing.Deal(scene);

    private static Deal? TheOne(Scene scene, Func<Deal, bool> isExact)
    {
        var named = scene.Input.Named;
        var exact = named.Where(isExact).ToList();
        return named.Count == 1 ? named[0]
            : exact.Count == 1 ? exact[0]
            : exact.Where(deal => deal.Owner == scene.Person.Id).ToList() is [var own] ? own
            : null;
    }

    private static Button On(Scene scene, Deal deal, string action) => scene.About(deal).Button(action, Label(scene, deal));

    private static Button This(Scene scene, Deal deal, string typed) =>
        scene.About(deal).Button(ButtonActions.ThisDeal, Label(scene, deal), data: (ButtonFields.Value, typed.Length <= LongestTyped ? typed : typed[..LongestTyped]));

    /// <summary>Its name; a colleague's deal says whose it is.</summary>
    private static string Label(Scene scene, Deal deal) =>
        deal.Owner == scene.Person.Id || scene.Find(deal.Owner) is not { } owner ? deal.Name : Labels.OthersDeal(deal.Name, owner.Name);
}
