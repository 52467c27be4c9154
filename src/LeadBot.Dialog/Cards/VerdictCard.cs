using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Cards;

/// <summary>The verdict, why, what would change it, what to say next, and what to do about it.</summary>
internal static class VerdictCard
{
    public static Card Draw(Scene scene, string? above = null)
    {
        var qualifying = scene.Qualifying!;
        var verdict = qualifying.Verdict;
        var title = VerdictWords.Title(qualifying.Deal.Name, verdict, qualifying.NeedsConfirming);
        var decided = qualifying.AskedTwiceInVain ? VerdictWords.AskedTwice : VerdictWords.Decided(verdict, qualifying.Playbook, scene.Language);
        var parts = new List<CardPart>();
        AddParagraph(parts, above);
        parts.Add(new CardPart.Heading(title, ToneOf(verdict.Kind)));
        AddParagraph(parts, decided);
        AddParagraph(parts, DealWords.Standing(qualifying.Deal, scene.Language));
        AddParagraph(parts, qualifying.Deal.Course.AskOn is { } ask ? DealWords.AskOn(qualifying.Deal.Name, ask) : null);
        AddWordsToSay(parts, qualifying);
        parts.Add(new CardPart.Facts([.. Scores(scene, qualifying)]));
        AddParagraph(parts, VerdictWords.Skipped(qualifying.Playbook.Questions.Count - qualifying.State.Answers.Count), subtle: true);
        AddParagraph(parts, WhatWouldChange(scene, qualifying), subtle: true);
        AddParagraph(parts, VerdictWords.Worth(verdict, qualifying.Playbook.Currency, scene.Language, PriceIsVague(qualifying)), subtle: true);
        AddParagraph(parts, VerdictWords.Chance(qualifying.State.Terms), subtle: true);
        return new Card(string.Join(" ", ((string?[])[above, $"{title}.", decided]).OfType<string>()), parts, Buttons(scene, qualifying));
    }

    /// <summary>The verdict for the team's channel: who shares it, what decided it and the points; nothing to press.</summary>
    public static Card ForTeam(Scene scene)
    {
        var qualifying = scene.Qualifying!;
        var title = VerdictWords.Title(qualifying.Deal.Name, qualifying.Verdict, qualifying.NeedsConfirming);
        var decided = VerdictWords.Decided(qualifying.Verdict, qualifying.Playbook, scene.Language);
        var shared = DealWords.SharedBy(scene.Person.Name);
        return new Card(
            $"{shared} {title}. {decided}",
            [new CardPart.Paragraph(shared, Subtle: true), new CardPart.Heading(title, ToneOf(qualifying.Verdict.Kind)), new CardPart.Paragraph(decided), new CardPart.Facts([.. Scores(scene, qualifying)])],
            []);
    }

    public static Tone ToneOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Pursue => Tone.Good,
        VerdictKind.AskFirst => Tone.Warning,
        VerdictKind.WalkAway => Tone.Bad,
        _ => Tone.Neutral,
    };

    private static void AddParagraph(List<CardPart> parts, string? text, bool subtle = false)
    {
        if (text is { Length: > 0 })
        {
            parts.Add(new CardPart.Paragraph(text, subtle));
        }
    }

    private static void AddWordsToSay(List<CardPart> parts, Qualifying qualifying)
    {
        var playbook = qualifying.Playbook;
        switch (qualifying.Verdict.Kind)
        {
            case VerdictKind.Pursue when qualifying.NeedsConfirming:
                parts.Add(new CardPart.ToCopy(VerdictWords.TalkThemOut, string.Join("\n", playbook.MayNotFit.Select(m => m.Say))));
                break;
            case VerdictKind.AskFirst when !qualifying.AskedTwiceInVain:
                parts.AddRange(qualifying.Verdict.AskFirst.Select(playbook.Find).OfType<Question>()
                    .Select(q => new CardPart.ToCopy(VerdictWords.AskThem(q.Ask), q.Words)));
                break;
            case VerdictKind.WalkAway:
                parts.Add(new CardPart.ToCopy(VerdictWords.SayGoodbye, playbook.Goodbye));
                break;
            case VerdictKind.Park when qualifying.Verdict.ParkUntil is { } until:
                parts.Add(new CardPart.ToCopy(VerdictWords.SayForNow, VerdictWords.NotForNow(until)));
                break;
        }
    }

    private static IEnumerable<Fact> Scores(Scene scene, Qualifying qualifying)
    {
        var verdict = qualifying.Verdict;
        foreach (var score in verdict.Answers)
        {
            if (qualifying.Playbook.Find(score.Question) is { } question && score.Standing != Standing.Open)
            {
                var said = qualifying.State.AnswerTo(question.Id) is { } given
                    ? AnswerWords.Say(question, given.Answer, qualifying.Playbook.Currency, scene.Language, given.On)
                    : AnswerWords.DontKnow;
                yield return new Fact(question.Ask, VerdictWords.Score(said, score, worthTooLittle: verdict is { Rule: VerdictRule.KnockedOut, Reason: null } && qualifying.Playbook.Worth?.Price == question.Id));
            }
        }
    }

    private static string? WhatWouldChange(Scene scene, Qualifying qualifying) =>
        qualifying.Sheet.SmallestChange(qualifying.State.Answers, qualifying.Today) is { } change
            ? VerdictWords.WhatIf(change, qualifying.Playbook, scene.Language, scene.Today)
            : null;

    private static bool PriceIsVague(Qualifying qualifying) =>
        qualifying.Playbook.Worth is not { } worth
        || qualifying.State.AnswerTo(worth.Price)?.Answer is not Answer.Amount price
        || price.From != price.To;

    private static List<Button> Buttons(Scene scene, Qualifying qualifying)
    {
        if (qualifying.Deal.State is DealState.Lost or DealState.Won)
        {
            return [];
        }

        var kind = qualifying.Verdict.Kind;
        Button lose = scene.Button(ButtonActions.Lose, Labels.Lose, kind == VerdictKind.WalkAway ? ButtonStyle.Primary : ButtonStyle.Default);
        Button park = scene.Button(ButtonActions.Park, Labels.Park, kind == VerdictKind.Park ? ButtonStyle.Primary : ButtonStyle.Default);
        Button keep = scene.Button(ButtonActions.Keep, Labels.Keep);
        Button edit = scene.Button(ButtonActions.Edit, Labels.Edit);
        Button share = scene.Button(ButtonActions.Share, Labels.Share);
        if (qualifying.AskedTwiceInVain)
        {
            return [lose, keep];
        }

        if (qualifying.NeedsConfirming)
        {
            return
            [
                scene.Button(ButtonActions.StillWanted, Labels.StillWanted, ButtonStyle.Primary),
                scene.Button(ButtonActions.Hesitated, Labels.Hesitated),
                lose, park, edit,
            ];
        }

        return kind switch
        {
            VerdictKind.Pursue => [lose, park, edit, share],
            VerdictKind.AskFirst => [.. Asked(scene, qualifying), scene.Button(ButtonActions.AskDay, Labels.AskDay), lose, park, keep, edit, share],
            VerdictKind.Park => [park, lose, keep, edit, share],
            _ => [lose, park, keep, edit, share],
        };
    }

    private static IEnumerable<Button> Asked(Scene scene, Qualifying qualifying) =>
        qualifying.Verdict.AskFirst.Select(qualifying.Playbook.Find).OfType<Question>()
            .Select((q, at) => scene.Button(ButtonActions.EditAnswer, Labels.Answer(q.Ask), at == 0 ? ButtonStyle.Primary : ButtonStyle.Default, (ButtonFields.Question, q.Id.Value)));
}
