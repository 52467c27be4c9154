using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>Keeping a deal against its verdict: a reason and an hour budget, recorded apart from the verdict.</summary>
internal static class KeepingIt
{
    /// <summary>More than a working year is no budget.</summary>
    private const decimal MostHours = 2000;

    public static Decision AskReason(Scene scene, string? above = null)
    {
        if (scene.Qualifying?.Verdict is not { Settled: true } verdict)
        {
            return scene.Say(Card.Of(DealWords.NoVerdictYet));
        }

        if (verdict.Kind == VerdictKind.Pursue)
        {
            return scene.Say(Card.Of(DealWords.NothingToKeep));
        }

        var text = above ?? DealWords.WhyKeep(scene.Deal!.Name);
        return scene.Say(
            new Waiting.KeepReason(),
            new Card(
                text,
                [new CardPart.Paragraph(text), new CardPart.TextField(ButtonFields.Note, DealWords.KeepNote)],
                [scene.Button(ButtonActions.KeepBecause, Labels.Save, ButtonStyle.Primary)]));
    }

    public static Decision Because(Scene scene, string? said) => Notes.Clean(said) is { } reason
        ? AskBudget(scene, reason, DealWords.KeepBudget(scene.Deal!.Name), 0)
        : AskReason(scene, DealWords.KeepNeedsReason);

    public static Decision Typed(Scene scene, Waiting.KeepBudget waiting, string text) =>
        Hours.Read(text, scene.Language) is { } said && (said.To ?? said.From) is > 0 and <= MostHours and var hours
            ? For(scene, waiting.Reason, hours)
            : AskBudget(scene, waiting.Reason, DealWords.BudgetAgain(waiting.Misses + 1), waiting.Misses + 1);

    /// <summary>A pressed budget.</summary>
    /// <param name="reason">What the button carried; on cards of the first release nothing, then the conversation waits with it.</param>
    public static Decision Pressed(Scene scene, decimal hours, string? reason) =>
        (Notes.Clean(reason) ?? (scene.Conversation.Waiting as Waiting.KeepBudget)?.Reason) is { } given && hours is > 0 and <= MostHours
            ? For(scene, given, hours)
            : AskReason(scene);

    private static Decision For(Scene scene, string reason, decimal hours)
    {
        if (scene.Qualifying?.Verdict is not { Settled: true } verdict)
        {
            return scene.Say(Card.Of(DealWords.NoVerdictYet));
        }

        var keeping = new Keeping(verdict.Kind, reason, hours, scene.Input.Now, scene.Deal!.Course.HoursSunk);
        var open = Reopening.Opened(scene);
        var kept = open.Change(open.Deal! with { Kept = keeping, Course = open.Deal.Course.Unasked() }, new Happening.KeptAnyway(verdict.Kind, reason, hours));
        return kept.Show(new Waiting.Nothing(), Card.Of(
            DealWords.Kept(kept.Deal!.Name, reason, hours, scene.Language),
            Button.Of(ButtonActions.Start, Labels.QualifyAnother)));
    }

    private static Decision AskBudget(Scene scene, string reason, string text, int misses) =>
        scene.Say(
            new Waiting.KeepBudget(reason, misses),
            new Card(
                text,
                [new CardPart.Paragraph(text), new CardPart.Paragraph(DealWords.BudgetHint, Subtle: true)],
                [.. ((int[])[2, 5, 10]).Select(hours => scene.Button(
                    ButtonActions.KeepFor,
                    Labels.Hours(hours),
                    data: [(ButtonFields.Hours, hours.ToString(System.Globalization.CultureInfo.InvariantCulture)), (ButtonFields.Note, reason)]))]));
}
