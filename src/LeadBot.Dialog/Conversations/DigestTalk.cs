using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>A button of a digest: what it does is said below, and the digest itself is drawn again as it stands, where the channel can.</summary>
internal static class DigestTalk
{
    /// <summary>The day of the digest whose deals the button is among; null: of none.</summary>
    public static DateOnly? DayOf(Said.Pressed pressed) => AnswerFields.Day(pressed.Fields.GetValueOrDefault(ButtonFields.Digest));

    public static Decision Pressed(Scene scene, Said.Pressed pressed)
    {
        var digest = DayOf(pressed);
        if ((digest ?? AnswerFields.Day(pressed.Fields.GetValueOrDefault(ButtonFields.Exceptions))) is not { } day)
        {
            return Pressing.Decide(scene, pressed);
        }

        var listed = digest is not null && scene.Input.Digest.Any(due => due.Deal.Id == scene.Deal?.Id);
        if (listed && IsOld(scene.Deal!, pressed) && Allowed.ToChange(scene))
        {
            var card = Draw(scene, [], day, DealWords.MovedOn);
            return new Decision(scene.Conversation with { LastHeard = scene.Input.Now }, pressed.CanRedraw ? [] : [card]) { Redrawn = pressed.CanRedraw ? card : null, DigestPressed = day };
        }

        var below = pressed with { CanRedraw = false };
        var decision = Pressing.Decide(scene with { Input = scene.Input with { Message = scene.Input.Message with { Said = below } } }, below);
        return decision with { DigestPressed = day, Redrawn = listed && pressed.CanRedraw ? Draw(scene, decision.Changes, day, null) : decision.Redrawn };
    }

    private static bool IsOld(Deal deal, Said.Pressed pressed) =>
        pressed.Fields.GetValueOrDefault(ButtonFields.Revision) != deal.Revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>Every deal of it: what became of it in a line, or why it is there with its buttons.</summary>
    private static Card Draw(Scene scene, IReadOnlyList<DealChange> changes, DateOnly day, string? above) =>
        DigestCard.Again(
            [
                .. scene.Input.Digest.Select(due =>
                {
                    var now = due with { Deal = changes.FirstOrDefault(change => change.Deal.Id == due.Deal.Id)?.Deal ?? due.Deal };
                    var about = scene.About(now.Deal);
                    return (DigestWords.Handled(now.Deal, due.Listed, Allowed.ToChange(about)), Looking.For(about).Again(now));
                }),
            ],
            scene.Person,
            scene.Today,
            day,
            above);
}
