using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Conversations;

/// <summary>What is typed about a deal, and the scene that does it.</summary>
internal static class Dealing
{
    /// <param name="rest">What follows the deal's name.</param>
    public static Decision Do(Scene scene, Command.OnDeal said, string rest) => said.Verb switch
    {
        DealVerb.History => Showing.History(scene),
        DealVerb.Log => Touching.Typed(scene, rest, said.Hours),
        DealVerb.Next => Planning.Typed(scene, rest),
        DealVerb.Won => Winning.Win(scene),
        DealVerb.Reopen => Reopening.Reopen(scene),
        DealVerb.Stage => Staging.Typed(scene, rest),
        DealVerb.Rename => Renaming.Typed(scene, rest),
        DealVerb.Give => Giving.Typed(scene, rest),
        DealVerb.Value => Valuing.Typed(scene, rest),
        _ => Showing.Deal(scene),
    };
}
