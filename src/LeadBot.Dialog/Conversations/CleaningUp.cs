using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Conversations;

/// <summary>The deals that came in from the CRM and were stale there already: dropped or parked all at once, after asking.</summary>
public static class CleaningUp
{
    private const string Dropping = "drop";
    private const string Parking = "park";
    private const int ParkDays = 30;

    /// <summary>What an owner is told when deals of theirs came in.</summary>
    /// <param name="cameIn">At least 1.</param>
    /// <param name="stale">How many of them were stale in the CRM.</param>
    /// <param name="named">Some of these by name.</param>
    public static Card Came(int cameIn, int stale, IReadOnlyList<string> named)
    {
        var text = CleanUpWords.Came(cameIn, stale, named);
        return Card.Of(text, stale == 0 ? [] : Buttons(stale));
    }

    /// <summary>A button of that card, or of the question it leads to.</summary>
    internal static Decision Pressed(Scene scene, IReadOnlyDictionary<string, string> fields)
    {
        var stale = Stale(scene);
        if (stale.Count == 0)
        {
            return scene.Show(scene.Conversation.Waiting, Card.Of(CleanUpWords.NothingLeft));
        }

        return (fields.GetValueOrDefault(ButtonFields.Value), fields.GetValueOrDefault(ButtonFields.From)) switch
        {
            (Dropping, var asked) when asked == Count(stale) => Do(scene, stale, deal => Drop(scene, deal), CleanUpWords.Dropped(stale.Count, stale.Sum(deal => Freed(scene, deal)), scene.Language)),
            (Parking, var asked) when asked == Count(stale) => Do(scene, stale, deal => Living.Park(deal, Until(scene), scene.Input.Now), CleanUpWords.Parked(stale.Count, Until(scene))),
            (Dropping, _) => Ask(scene, stale, Dropping, CleanUpWords.AskDrop(Names(stale), stale.Count), CleanUpWords.YesDrop(stale.Count)),
            (Parking, _) => Ask(scene, stale, Parking, CleanUpWords.AskPark(Names(stale), stale.Count, Until(scene)), CleanUpWords.YesPark(stale.Count)),
            _ => scene.Show(scene.Conversation.Waiting, Card.Of(CleanUpWords.Left(stale.Count), Buttons(stale.Count))),
        };
    }

    private static Decision Ask(Scene scene, List<Deal> stale, string what, string text, string yes) => scene.Show(
        scene.Conversation.Waiting,
        Card.Of(text, Button(yes, what, Count(stale), ButtonStyle.Destructive), Button(CleanUpWords.No, null)));

    private static Decision Do(Scene scene, List<Deal> stale, Func<Deal, DealChange> change, string text) =>
        scene.Show(scene.Conversation.Waiting, Card.Of(text)) with
        {
            Changes = [.. stale.Select(deal => change(deal)).Select(done => done with { Deal = done.Deal with { Revision = done.Deal.Revision + 1 } })],
        };

    private static DealChange Drop(Scene scene, Deal deal)
    {
        var reasons = Starting.InUse(scene).LostReasons;
        return Living.Lose(deal, new Loss(reasons[^1], CleanUpWords.Note, scene.Input.Now, Freed(scene, deal)));
    }

    private static decimal Freed(Scene scene, Deal deal) => scene.Input.Team.HoursFreed(Starting.InUse(scene).Worth?.SellingHours ?? 0, deal.Course.HoursSunk);

    private static List<Deal> Stale(Scene scene)
    {
        var (workspace, person) = (scene.Input.Workspace, scene.Person);
        var calendar = scene.Input.Holidays.For(workspace, person);
        return [.. scene.Input.Mine.Where(deal => CrmSilence.Of(deal, scene.Today, calendar, workspace.RulesFor(deal.Stage)) is not null)];
    }

    private static IReadOnlyList<string> Names(List<Deal> deals) => [.. deals.Select(deal => deal.Name)];

    private static string Count(List<Deal> deals) => deals.Count.ToString(CultureInfo.InvariantCulture);

    private static DateOnly Until(Scene scene) => scene.Today.AddDays(ParkDays);

    private static Button[] Buttons(int stale) => [Button(CleanUpWords.DropAll(stale), Dropping), Button(CleanUpWords.ParkAll(stale), Parking)];

    /// <param name="asked">How many deals were asked about; null: it asks first.</param>
    private static Button Button(string label, string? what, string? asked = null, ButtonStyle style = ButtonStyle.Default)
    {
        var fields = new Dictionary<string, string>();
        if (what is not null)
        {
            fields[ButtonFields.Value] = what;
        }

        if (asked is not null)
        {
            fields[ButtonFields.From] = asked;
        }

        return new Button(ButtonActions.CleanUp, label, fields, style);
    }
}
