using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>A parked, won or lost deal is open again: its clock starts anew, its put-offs stay.</summary>
internal static class Reopening
{
    public static Decision Reopen(Scene scene) => scene.Deal!.State == DealState.Open
        ? Showing.Deal(scene, DealWords.OpenAlready(scene.Deal.Name))
        : Showing.Deal(Opened(scene), DealWords.Reopened(scene.Deal.Name));

    /// <summary>The scene with the deal open, whatever it was.</summary>
    public static Scene Opened(Scene scene) => scene.Deal!.State == DealState.Open ? scene : scene.Change(Living.Reopen(scene.Deal, scene.Input.Now, scene.OwnersToday));
}
