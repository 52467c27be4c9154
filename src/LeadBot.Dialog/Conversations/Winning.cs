using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>A deal is won.</summary>
internal static class Winning
{
    public static Decision Win(Scene scene) => Showing.IfLive(scene, live =>
    {
        var won = live.Change(Living.Win(live.Deal!, live.Input.Now, live.OwnersToday, live.Calendar));
        return won.Show(new Waiting.Nothing(), new Card(
            DealWords.Won(won.Deal!, live.Language),
            [new CardPart.Heading(DealWords.Won(won.Deal!, live.Language), Tone.Good)],
            [Button.Of(ButtonActions.Start, Labels.QualifyAnother), Undoing.Of(won)]));
    });
}
