using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>The stage a deal is in, one of the workspace's; its silence limit may hang on it.</summary>
internal static class Staging
{
    public static Decision Typed(Scene scene, string said)
    {
        var stages = scene.Input.Workspace.Stages.Select(s => s.Name).ToList();
        if (stages.Count == 0)
        {
            return scene.Say(Card.Of(scene.Input.Workspace.IsAdmin(scene.Person.Id) ? DealWords.NoStagesAdmin : DealWords.NoStages));
        }

        var name = To(said);
        return name.Length == 0 ? Ask(scene, DealWords.WhichStage(scene.Deal!.Name), stages)
            : Options.Read(name, stages) is OptionSaid.Chosen chosen ? Set(scene, stages[chosen.Index])
            : Ask(scene, DealWords.NoSuchStage(name, stages), stages);
    }

    /// <summary>A pressed stage; one that is no stage any more is asked again.</summary>
    public static Decision Pressed(Scene scene, string? stage) =>
        scene.Input.Workspace.Stages.FirstOrDefault(s => s.Name == stage) is { } known ? Set(scene, known.Name) : Typed(scene, "");

    private static Decision Set(Scene scene, string stage) => Showing.IfLive(scene, live =>
        live.Deal!.Stage == stage
            ? Showing.Deal(live, DealWords.StageAlready(live.Deal.Name, stage))
            : Showing.Deal(live.Change(Living.SetStage(live.Deal, stage)), DealWords.StageSet(live.Deal.Name, stage)));

    private static Decision Ask(Scene scene, string text, List<string> stages) =>
        scene.Say(new Waiting.Nothing(), Card.Of(text, [.. stages.Take(10).Select(stage => scene.Button(ButtonActions.SetStage, stage, data: (ButtonFields.Value, stage)))]));

    private static string To(string said) => said.StartsWith("to ", StringComparison.OrdinalIgnoreCase) ? said[3..].Trim() : said.Trim();
}
