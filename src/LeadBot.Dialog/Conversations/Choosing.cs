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

        return named.Count == 1 || named[0].Name.Equals(Names.Clean(said), StringComparison.OrdinalIgnoreCase)
            ? act(scene.About(named[0]))
            : scene.Say(new Waiting.WhichDeal(said, action), Card.Of(DealWords.WhichDeal, [.. named.Select(deal => On(scene, deal, action))]));
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
        var labels = named.Select(deal => deal.Name).ToList();
        if (waiting.Action == ButtonActions.Show)
        {
            labels.Add(Labels.NewDeal(waiting.Said));
        }

        return Options.Read(text, labels) is not OptionSaid.Chosen chosen ? null
            : chosen.Index < named.Count ? act(scene.About(named[chosen.Index]), waiting.Action)
            : Starting.BeginNew(scene, waiting.Said, waiting.Playbook);
    }

    private static Button On(Scene scene, Deal deal, string action) => scene.About(deal).Button(action, deal.Name);
}
