using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>
/// Takes back the sender's last change of the last day, exactly, for every deal it changed; again, the one before. Whoever
/// made a change may take it back, whosever the deal is by now, unless somebody changed it since.
/// </summary>
internal static class Undoing
{
    /// <summary>Below what was just changed.</summary>
    public static Button Of(Scene changed) => changed.Button(ButtonActions.Undo, Labels.Undo);

    /// <summary>On a deal's card, while there is something of the sender's to take back; null otherwise.</summary>
    public static Button? Button(Scene scene) => scene.Changed || Own(scene) is { Before: not null, Since: null } ? Of(scene) : null;

    /// <summary>"undo": of several deals it asks first.</summary>
    public static Decision Last(Scene scene) => scene.Input.LastChange switch
    {
        null => scene.Say(Card.Of(UndoWords.Nothing)),
        { Deals: [var only] } => One(scene, only),
        var many => Ask(scene, many),
    };

    /// <summary>The button on a deal's card: only a change of that very deal.</summary>
    public static Decision Pressed(Scene scene) => Own(scene) is not null ? Last(scene) : Showing.Deal(scene, UndoWords.NotThis);

    /// <summary>All of it, once asked.</summary>
    public static Decision All(Scene scene, string? asked) =>
        scene.Input.LastChange is { } change && asked == Mark(change) ? All(scene, change) : Last(scene);

    public static Decision Typed(Scene scene, string text) => scene.Input.LastChange is not { } change ? Last(scene)
        : YesNo.Read(text) switch
        {
            true => All(scene, change),
            false => scene.Say(new Waiting.Nothing(), Card.Of(SmallTalk.AllRight)),
            null => Ask(scene, change),
        };

    /// <summary>The button of the first release on a lost deal: the loss is taken back, or the deal opened again.</summary>
    public static Decision TakeBack(Scene scene) => Own(scene) is { Since: null, Before: not null } ? Last(scene)
        : scene.Deal!.State == DealState.Lost ? Reopening.Reopen(scene)
        : Showing.Deal(scene, DealWords.MovedOn);

    /// <summary>The deal of the scene is among what the sender changed last.</summary>
    public static bool IsOwn(Scene scene) => Own(scene) is not null;

    private static UndoableDeal? Own(Scene scene) => scene.Input.LastChange?.Deals.FirstOrDefault(d => d.Now.Id == scene.Deal?.Id);

    private static Decision One(Scene scene, UndoableDeal undone)
    {
        if (Refusal(scene, undone) is { } refusal)
        {
            return scene.Say(Card.Of(refusal, DealCard.Open(scene.About(undone.Now))));
        }

        var restored = scene.Restored(undone);
        var above = UndoWords.TakenBack(undone.Now.Name, restored.Deal!.Name, HistoryWords.Of(scene.About(undone.Now), undone.What));
        if (scene.Deal is { } shown && shown.Id != undone.Now.Id)
        {
            above = $"{UndoWords.ToAnother(undone.Now.Name, shown.Name)} {above}";
        }

        var decision = scene.Conversation.Waiting is Waiting.AnswerTo && restored is { Qualifying: { Verdict.Settled: false } qualifying }
            && restored.Order.Next(qualifying.Sheet, restored.Counts, qualifying.State.Answers, restored.Today) is { } next && qualifying.Playbook.Find(next) is { } question
                ? Asking.Ask(restored, question, above)
                : Showing.Deal(restored, above);
        return decision with { Tell = [.. Tell(scene, undone)], Uncounted = [.. Uncounted(scene, undone)] };
    }

    private static Decision Ask(Scene scene, UndoableChange change) => scene.Say(
        new Waiting.UndoAll(),
        Card.Of(
            UndoWords.AllOf(change.Deals.Count, [.. change.Deals.Take(5).Select(d => d.Now.Name)]),
            new Button(ButtonActions.UndoAll, Labels.UndoAll, new Dictionary<string, string> { [ButtonFields.Value] = Mark(change) }, ButtonStyle.Primary)));

    private static Decision All(Scene scene, UndoableChange change)
    {
        var restored = change.Deals.Where(d => Refusal(scene, d) is null).ToList();
        var stay = change.Deals.Select(d => Refusal(scene, d)).OfType<string>().Take(5);
        return scene.AboutNone().Say(new Waiting.Nothing(), Card.Of(string.Join(' ', stay.Prepend(UndoWords.AllTakenBack(restored.Count))), Cards.Button.Of(ButtonActions.Deals, Labels.Deals))) with
        {
            Changes = [.. restored.SelectMany(d => scene.Restored(d).Say().Changes)],
            Tell = [.. restored.SelectMany(d => Tell(scene, d))],
            Uncounted = [.. restored.SelectMany(d => Uncounted(scene, d))],
        };
    }

    private static string? Refusal(Scene scene, UndoableDeal undone) => undone switch
    {
        { Since: { } since } => UndoWords.ChangedSince(undone.Now.Name, since.By is { } by ? scene.Find(by)?.Name ?? HistoryWords.Somebody : null),
        { Before: null } => UndoWords.NothingBefore(undone.Now.Name),
        _ => null,
    };

    /// <summary>Whoever was given the deal hears that it was taken back, and whoever had it that it is theirs again.</summary>
    private static IEnumerable<Telling> Tell(Scene scene, UndoableDeal undone)
    {
        if (undone.Before is not { } before || before.Owner == undone.Now.Owner)
        {
            return [];
        }

        Telling[] told =
        [
            new(undone.Now.Owner, Card.Of(UndoWords.GivenBack(scene.Person.Name, undone.Now.Name))),
            new(before.Owner, Card.Of(UndoWords.YoursAgain(scene.Person.Name, undone.Now.Name))),
        ];
        return told.Where(t => t.To != scene.Person.Id);
    }

    /// <summary>Its answers counted with the verdict that is taken back.</summary>
    private static IEnumerable<CountedAnswer> Uncounted(Scene scene, UndoableDeal undone) =>
        undone is { Before.Qualification.Verdict: null, Now.Qualification.Verdict: not null } ? Deciding.Counted(scene.About(undone.Now)) : [];

    private static string Mark(UndoableChange change) => change.At.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
