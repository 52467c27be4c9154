using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Conversations;

/// <summary>Losing a deal: a reason from the playbook's list, hours freed, the goodbye to send, a short cheer.</summary>
internal static class Losing
{
    public static Decision AskWhy(Scene scene, string? above = null, int misses = 0)
    {
        var text = above ?? DealWords.WhyLost(scene.Deal!.Name);
        return scene.Say(
            new Waiting.LostReason(misses),
            scene.Input.Message.CanOpenForm
                ? new Card(text, [new CardPart.Paragraph(text), new CardPart.TextField(ButtonFields.Note, DealWords.NoteField)], Reasons(scene))
                : Card.Of(text, Reasons(scene)));
    }

    /// <summary>"lose NAME because …": a reason that is on the list is taken at once, any other as a note to "Other".</summary>
    public static Decision Typed(Scene scene, string? reason) =>
        reason is null ? AskWhy(scene)
        : Options.Read(reason, Playbook(scene).LostReasons) is OptionSaid.Chosen chosen ? Because(scene, Playbook(scene).LostReasons[chosen.Index])
        : Because(scene, Playbook(scene).LostReasons[^1], reason);

    public static Decision Typed(Scene scene, Waiting.LostReason waiting, string text) =>
        Options.Read(text, Playbook(scene).LostReasons) is OptionSaid.Chosen chosen
            ? Because(scene, Playbook(scene).LostReasons[chosen.Index])
            : AskWhy(scene, DealWords.WhyLostAgain(waiting.Misses + 1), waiting.Misses + 1);

    /// <summary>A reason was given; "Other", the last of them, needs a note first.</summary>
    public static Decision Because(Scene scene, string reason, string? note = null)
    {
        var playbook = Playbook(scene);
        if (!playbook.LostReasons.Contains(reason))
        {
            return AskWhy(scene, DealWords.WhyLostAgain(1), 1);
        }

        if (reason == playbook.LostReasons[^1] && string.IsNullOrWhiteSpace(note))
        {
            return AskNote(scene, reason, note is null ? DealWords.OtherNote : DealWords.NoteMissing);
        }

        var freed = scene.Input.Team.HoursFreed(playbook.Worth?.SellingHours ?? 0, scene.Deal!.Course.HoursSunk);
        var loss = new Loss(reason, Notes.Clean(note), scene.Input.Now, freed);
        var lost = scene.Change(Living.Lose(scene.Deal, loss));
        var decision = lost.Say(new Waiting.Nothing(), Farewell(lost, loss));
        return scene.Press is { CanRedraw: true } ? decision with { Redrawn = Card.Of(DealWords.LostBecause(loss.Reason, loss.Note)) } : decision;
    }

    /// <summary>The playbook it was qualified with; for a deal that never was, or whose playbook is gone, the one in use.</summary>
    private static Playbook Playbook(Scene scene) => scene.Playbook ?? Starting.InUse(scene);

    private static Decision AskNote(Scene scene, string reason, string text) =>
        scene.Say(
            new Waiting.LostNote(reason),
            new Card(
                text,
                [new CardPart.Paragraph(text), new CardPart.TextField(ButtonFields.Note, DealWords.OtherNote)],
                [scene.Button(ButtonActions.LoseBecause, Labels.Lose, ButtonStyle.Primary, (ButtonFields.Reason, reason))]));

    private static Card Farewell(Scene scene, Loss loss)
    {
        var title = DealWords.Lost(scene.Deal!.Name, loss.HoursFreed, scene.Language);
        var parts = new List<CardPart> { new CardPart.Heading(title, Tone.Good), new CardPart.Paragraph(DealWords.LostBecause(loss.Reason, loss.Note)) };
        if (loss.HoursFreed > 0)
        {
            parts.Add(new CardPart.Paragraph(DealWords.SpendThem));
        }

        parts.Add(new CardPart.ToCopy(VerdictWords.SayGoodbye, Playbook(scene).Goodbye));
        return new Card(title, parts, [Button.Of(ButtonActions.Start, Labels.QualifyAnother), Undoing.Of(scene)]);
    }

    private static Button[] Reasons(Scene scene)
    {
        var suggested = scene.Qualifying?.Verdict.Reason;
        return [.. Playbook(scene).LostReasons.Select(reason =>
            scene.Button(ButtonActions.LoseBecause, reason, reason == suggested ? ButtonStyle.Primary : ButtonStyle.Default, (ButtonFields.Reason, reason)))];
    }
}
