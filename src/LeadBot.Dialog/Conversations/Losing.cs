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
        return scene.Say(new Waiting.LostReason(misses), Card.Of(text, Reasons(scene)));
    }

    /// <summary>"lose NAME because …": a reason that is on the list is taken at once, any other as a note to "Other".</summary>
    public static Decision Typed(Scene scene, string? reason) =>
        reason is null ? AskWhy(scene)
        : Options.Read(reason, scene.Playbook!.LostReasons) is OptionSaid.Chosen chosen ? Because(scene, scene.Playbook.LostReasons[chosen.Index])
        : Because(scene, scene.Playbook.LostReasons[^1], reason);

    /// <summary>A slip is taken back: the deal is as it was, open or parked.</summary>
    public static Decision TakeBack(Scene scene) => scene.Deal is { State: DealState.Lost } deal
        ? Deciding.Show(scene.Change(deal with { State = deal.ParkedUntil is null ? DealState.Open : DealState.Parked, Lost = null }, new Happening.Reopened(DealState.Lost)), DealWords.TakenBack(deal.Name))
        : Resuming.Offer(scene);

    public static Decision Typed(Scene scene, Waiting.LostReason waiting, string text) =>
        Options.Read(text, scene.Playbook!.LostReasons) is OptionSaid.Chosen chosen
            ? Because(scene, scene.Playbook.LostReasons[chosen.Index])
            : AskWhy(scene, DealWords.WhyLostAgain(waiting.Misses + 1), waiting.Misses + 1);

    /// <summary>A reason was given; "Other", the last of them, needs a note first.</summary>
    public static Decision Because(Scene scene, string reason, string? note = null)
    {
        var playbook = scene.Playbook!;
        if (!playbook.LostReasons.Contains(reason))
        {
            return AskWhy(scene, DealWords.WhyLostAgain(1), 1);
        }

        if (reason == playbook.LostReasons[^1] && string.IsNullOrWhiteSpace(note))
        {
            return AskNote(scene, reason, note is null ? DealWords.OtherNote : DealWords.NoteMissing);
        }

        var loss = new Loss(reason, Notes.Clean(note), scene.Input.Now, HoursFreed(scene));
        var lost = scene.Change(scene.Deal! with { State = DealState.Lost, Lost = loss }, new Happening.WasLost(loss.Reason, loss.Note, loss.HoursFreed));
        var decision = lost.Say(new Waiting.Nothing(), Farewell(lost, loss));
        return scene.Press is { CanRedraw: true } ? decision with { Redrawn = Card.Of(DealWords.LostBecause(loss.Reason, loss.Note)) } : decision;
    }

    /// <summary>What the playbook's selling hours leave over, less the hours already sunk: an estimate.</summary>
    private static decimal HoursFreed(Scene scene) =>
        Math.Max(0, (scene.Playbook!.Worth?.SellingHours ?? 0) - scene.Deal!.Qualification!.Terms.HoursSinceProgress);

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

        parts.Add(new CardPart.ToCopy(VerdictWords.SayGoodbye, scene.Playbook!.Goodbye));
        return new Card(title, parts, [Button.Of(ButtonActions.Start, Labels.QualifyAnother), scene.Button(ButtonActions.TakeBack, Labels.TakeBack)]);
    }

    private static Button[] Reasons(Scene scene)
    {
        var suggested = scene.Qualifying?.Verdict.Reason;
        return [.. scene.Playbook!.LostReasons.Select(reason =>
            scene.Button(ButtonActions.LoseBecause, reason, reason == suggested ? ButtonStyle.Primary : ButtonStyle.Default, (ButtonFields.Reason, reason)))];
    }
}
