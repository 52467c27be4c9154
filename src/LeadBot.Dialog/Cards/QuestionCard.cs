using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Cards;

/// <summary>A question as it is asked, and as it looks once it is answered.</summary>
internal static class QuestionCard
{
    /// <param name="above">Said above the question: what was noted, what was not understood.</param>
    /// <param name="hinted">How to type an answer is said below the question; not where what is above says it, nor where only buttons are offered.</param>
    public static Card Ask(Scene scene, Question question, string? above = null, bool withWhy = false, bool hinted = true)
    {
        var parts = new List<CardPart>();
        if (above is not null)
        {
            parts.Add(new CardPart.Paragraph(above));
        }

        parts.Add(new CardPart.Paragraph(Header(scene, question), Subtle: true));
        parts.Add(new CardPart.Heading(question.Ask));
        if (withWhy)
        {
            parts.Add(new CardPart.Paragraph(QuestionWords.WhyTitle(question.Why)));
            parts.Add(new CardPart.ToCopy(QuestionWords.WordsLabel, question.Words));
        }

        if (hinted && TypedAfter(scene.Kind) is { } command && QuestionWords.TypeHint(question, command) is { Length: > 0 } hint)
        {
            parts.Add(new CardPart.Paragraph(hint, Subtle: true));
        }

        return new Card(Summary(above, question), parts, Buttons(scene, question, withWhy));
    }

    /// <summary>The one thing the bot needs after a vague answer.</summary>
    public static Card Narrow(Scene scene, Question question, string above, IReadOnlyList<(string Label, Answer Answer)> choices) =>
        new(
            Summary(above, question),
            [new CardPart.Paragraph(above), new CardPart.Heading(question.Ask)],
            [
                .. choices.Select(choice => Giving(scene, question, choice.Label, choice.Answer)),
                scene.Button(ButtonActions.DontKnow, Labels.DontKnow, data: (ButtonFields.Question, question.Id.Value)),
                scene.Button(ButtonActions.Why, Labels.Why, data: (ButtonFields.Question, question.Id.Value)),
                scene.Button(ButtonActions.Back, Labels.Back, data: (ButtonFields.Question, question.Id.Value)),
            ]);

    /// <summary>What is left of the card once it was answered.</summary>
    public static Card Closed(Question question, string answer, string? remark = null)
    {
        var said = QuestionWords.Answered(answer);
        var parts = new List<CardPart> { new CardPart.Paragraph(question.Ask, Subtle: true), new CardPart.Paragraph(said) };
        if (remark is not null)
        {
            parts.Add(new CardPart.Paragraph(remark, Subtle: true));
        }

        return new Card($"{question.Ask} {said}", parts, []);
    }

    private static string Header(Scene scene, Question question)
    {
        var qualifying = scene.Qualifying!;
        if (qualifying.State.AnswerTo(question.Id) is { } now)
        {
            return QuestionWords.Editing(qualifying.Deal.Name, now.Answer is Answer.DontKnow ? null : AnswerWords.Say(question, now.Answer, qualifying.Playbook.Currency, scene.Language, now.On));
        }

        var open = qualifying.Playbook.Questions.Where(q => qualifying.State.AnswerTo(q.Id) is null).ToList();
        var starts = qualifying.State.Answers.Count == 0 && !(scene.Conversation.Waiting is Waiting.AnswerTo && scene.Conversation.Deal == qualifying.Deal.Id);
        return starts
            ? QuestionWords.Opening(qualifying.Deal.Name, open.Count, open.Sum(q => q.Seconds))
            : QuestionWords.Progress(qualifying.Deal.Name, open.Count);
    }

    /// <summary>What words have to begin with to reach the bot; null where they need a mention, of which nobody thinks.</summary>
    private static string? TypedAfter(PlaceKind kind) => kind switch
    {
        PlaceKind.Direct => "",
        PlaceKind.Ephemeral => SmallTalk.Command,
        _ => null,
    };

    private static string Summary(string? above, Question question) => above is null ? question.Ask : $"{above} {question.Ask}";

    private static List<Button> Buttons(Scene scene, Question question, bool withWhy)
    {
        (string, string) about = (ButtonFields.Question, question.Id.Value);
        var currency = scene.Playbook!.Currency;
        var buttons = question.Outcomes
            .Select(outcome => Giving(scene, question, AnswerWords.Label(question, outcome, currency, scene.Language, scene.Today), new Answer.Picked(outcome.Id)))
            .ToList();
        buttons.Add(scene.Button(ButtonActions.DontKnow, Labels.DontKnow, data: about));
        if (!withWhy)
        {
            buttons.Add(scene.Button(ButtonActions.Why, Labels.Why, data: about));
        }

        if (scene.Deal!.Qualification!.Answers.Count > 0)
        {
            buttons.Add(scene.Button(ButtonActions.Back, Labels.Back, data: about));
        }

        return buttons;
    }

    private static Button Giving(Scene scene, Question question, string label, Answer answer)
    {
        var button = scene.Button(ButtonActions.Answer, label, data: (ButtonFields.Question, question.Id.Value));
        var fields = new Dictionary<string, string>(button.Data);
        AnswerFields.Write(answer, fields);
        return button with { Data = fields };
    }
}
