using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Conversations;

/// <summary>What is typed about a deal, and the scene that does it.</summary>
internal static class Dealing
{
    /// <summary>"value 5k", "stage proposal", "won it": what is said tells that no deal is named.</summary>
    public static bool NamesNone(Scene scene, Command.OnDeal said) => said.It || said.Verb switch
    {
        DealVerb.Value => Amounts.Read(said.Rest, scene.Language) is not null,
        DealVerb.Stage => Options.Read(said.Rest, [.. scene.Input.Workspace.Stages.Select(s => s.Name)]) is OptionSaid.Chosen,
        _ => false,
    };

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
