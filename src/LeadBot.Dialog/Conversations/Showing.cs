using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>A deal's card, the list of deals, a deal's history. Showing changes nothing.</summary>
internal static class Showing
{
    public static Decision Deal(Scene scene, string? above = null) =>
        scene.Deal is null ? scene.Say(Card.Of(DealWords.NoDealNamed)) : scene.Show(new Waiting.Nothing(), DealCard.Draw(scene, above));

    public static Decision Deals(Scene scene) => scene.Say(new Waiting.Nothing(), DealsCard.Draw(scene));

    public static Decision History(Scene scene) => scene.Say(HistoryCard.Draw(scene));

    /// <summary>Does <paramref name="act"/> with a deal that is open; any other says how it stands.</summary>
    public static Decision IfOpen(Scene scene, Func<Scene, Decision> act) =>
        scene.Deal!.State == DealState.Open ? act(scene) : Deal(scene, TouchWords.Closed(scene.Deal));

    /// <summary>Does <paramref name="act"/> with a deal that is open or parked.</summary>
    public static Decision IfLive(Scene scene, Func<Scene, Decision> act) =>
        scene.Deal!.State is DealState.Open or DealState.Parked ? act(scene) : Deal(scene, TouchWords.Closed(scene.Deal));
}
