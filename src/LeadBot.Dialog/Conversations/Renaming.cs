using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>"rename NAME to NEW".</summary>
internal static class Renaming
{
    /// <param name="said">What follows the name: "to NEW".</param>
    public static Decision Typed(Scene scene, string said)
    {
        var wanted = said.StartsWith("to ", StringComparison.OrdinalIgnoreCase) ? said[3..] : said;
        return Names.Clean(wanted) is not { } name ? scene.Say(Card.Of(Names.IsTooLong(wanted) ? DealWords.NameTooLong : DealWords.RenameTo))
            : name == scene.Deal!.Name ? Showing.Deal(scene, DealWords.NamedAlready(name))
            : Showing.Deal(scene.Change(Living.Rename(scene.Deal, name)), DealWords.Renamed(scene.Deal.Name, name));
    }
}
