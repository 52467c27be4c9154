using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>Asks one question at a time until the verdict is settled.</summary>
internal static class Asking
{
    /// <summary>What comes next: a question, or the verdict.</summary>
    public static Decision Next(Scene scene, string? above = null, Card? closed = null)
    {
        var qualifying = scene.Qualifying!;
        var next = scene.Order.Next(qualifying.Sheet, scene.Counts, qualifying.State.Answers, scene.Today);
        var decision = next is { } question && qualifying.Playbook.Find(question) is { } found
            ? Ask(scene, found, above)
            : Deciding.Verdict(scene, above);
        return closed is not null && scene.Press is { CanRedraw: true } ? decision with { Redrawn = closed } : decision;
    }

    public static Decision Ask(Scene scene, Question question, string? above = null) =>
        scene.Say(new Waiting.AnswerTo(question.Id), QuestionCard.Ask(scene, question, above));

    /// <summary>A typed message while an answer is awaited, after commands and asides had their turn.</summary>
    public static Decision? Typed(Scene scene, Waiting.AnswerTo waiting, string text)
    {
        if (scene.Playbook?.Find(waiting.Question) is not { } question)
        {
            return Resuming.PlaybookGone(scene);
        }

        if ((Narrowed(scene, question, waiting, text) ?? OneOf(scene, question, waiting, text)) is { } chosen)
        {
            return Take(scene, question, chosen, readBack: true);
        }

        return TypedAnswer.Of(text, question, scene.Playbook.Currency, scene.Person, scene.Today) switch
        {
            TypedAnswer.Read read => Take(scene, question, Sharpened(read.Answer, waiting.TooVague), readBack: !read.Exactly),
            TypedAnswer.Either either => Choose(scene, question, text, either),
            TypedAnswer.OtherCurrency other => OfOtherCurrency(scene, question, other.Said, scene.Playbook.Currency.Code),
            TypedAnswer.Past past => Passed(scene, question, past.Day),
            _ => null,
        };
    }

    /// <summary>A pressed answer.</summary>
    public static Decision Pressed(Scene scene, Question question) =>
        AnswerFields.Read(scene.Press!.Fields) is { } answer
            ? Take(scene, question, answer, readBack: false)
            : Misunderstood(scene, question, MissesOf(scene, question) + 1);

    /// <summary>"Don't know", pressed or typed.</summary>
    public static Decision DontKnow(Scene scene, Question question) => Take(scene, question, new Answer.DontKnow(), readBack: false);

    /// <summary>The same question again, with its reason and the words to ask it in.</summary>
    public static Decision Why(Scene scene, Question question) =>
        scene.Show(new Waiting.AnswerTo(question.Id), QuestionCard.Ask(scene, question, withWhy: true));

    /// <summary>
    /// One step back: from a narrower question to the whole one, from an answer about to be edited to the verdict, else
    /// the last answer is taken back and asked again.
    /// </summary>
    public static Decision Back(Scene scene)
    {
        var state = scene.Deal!.Qualification!;
        var waiting = scene.Conversation.Waiting as Waiting.AnswerTo;
        var asked = waiting is null ? null : scene.Playbook?.Find(waiting.Question);
        if (asked is not null && waiting?.TooVague is not null)
        {
            return scene.Show(new Waiting.AnswerTo(asked.Id), QuestionCard.Ask(scene, asked));
        }

        if (asked is not null && state.AnswerTo(asked.Id) is not null)
        {
            return Resuming.Continue(scene);
        }

        if (state.Answers.Count > 0 && scene.Playbook?.Find(state.Answers[^1].Question) is { } last)
        {
            var back = scene.Change(state with { Answers = [.. state.Answers.SkipLast(1)] }, new Happening.AnswerTakenBack(last.Id));
            return back.Show(new Waiting.AnswerTo(last.Id), QuestionCard.Ask(back, last));
        }

        return asked is null ? Resuming.Continue(scene) : scene.Say(QuestionCard.Ask(scene, asked, QuestionWords.FirstQuestion));
    }

    /// <summary>The answer was not understood for the <paramref name="misses"/>th time in a row.</summary>
    public static Decision Misunderstood(Scene scene, Question question, int misses)
    {
        var (first, second) = Examples.For(question, scene.Playbook!.Currency, scene.Language, scene.Today, misses);
        return scene.Say(
            new Waiting.AnswerTo(question.Id, misses),
            QuestionCard.Ask(scene, question, QuestionWords.NotUnderstood(misses, question.Kind, first, second), hinted: false));
    }

    /// <summary>Understood, and yet no answer here: it says why, the second time in other words, and then it counts as not understood.</summary>
    /// <param name="again">With two examples.</param>
    private static Decision Again(Scene scene, Question question, string why, Func<string, string, string> again)
    {
        var misses = MissesOf(scene, question);
        if (misses >= 2)
        {
            return Misunderstood(scene, question, misses + 1);
        }

        var (first, second) = Examples.For(question, scene.Playbook!.Currency, scene.Language, scene.Today, misses);
        return scene.Say(new Waiting.AnswerTo(question.Id, misses + 1), QuestionCard.Ask(scene, question, misses == 0 ? why : again(first, second), hinted: misses == 0));
    }

    private static Decision Passed(Scene scene, Question question, DateOnly day) => Again(
        scene,
        question,
        QuestionWords.PastDay(Days.Day(day)),
        (first, second) => QuestionWords.PastDayAgain(Days.Day(day), first, second));

    private static Decision OfOtherCurrency(Scene scene, Question question, string said, string ours) => Again(
        scene,
        question,
        QuestionWords.OtherCurrency(said, ours),
        (first, second) => QuestionWords.OtherCurrencyAgain(said, ours, first, second));

    /// <summary>How often in a row the question was not answered by what was said.</summary>
    private static int MissesOf(Scene scene, Question question) =>
        scene.Conversation.Waiting is Waiting.AnswerTo waiting && waiting.Question == question.Id ? waiting.Misses : 0;

    private static Decision Take(Scene scene, Question question, Answer answer, bool readBack)
    {
        var qualifying = scene.Qualifying!;
        switch (qualifying.Sheet.Read(question.Id, answer, scene.Today))
        {
            case Reading.Fits or Reading.NotKnown:
                break;
            case Reading.TooVague vague:
                return Narrow(scene, question, answer, vague);
            case Reading.Past when answer is Answer.By by:
                return Passed(scene, question, by.To);
            default:
                return Misunderstood(scene, question, MissesOf(scene, question) + 1);
        }

        var before = qualifying.State.AnswerTo(question.Id);
        var dontKnows = (before?.DontKnows ?? 0) + (answer is Answer.DontKnow ? 1 : 0);
        var given = new GivenAnswer(question.Id, answer, scene.Today, dontKnows);
        var answered = scene.Change(
            qualifying.State with
            {
                Answers = before is null
                    ? [.. qualifying.State.Answers, given]
                    : [.. qualifying.State.Answers.Select(a => a.Question == question.Id ? given : a)],
                Confirmed = null,
            },
            new Happening.Answered(question.Id, answer, Edited: before is not null));
        var said = AnswerWords.Say(question, answer, qualifying.Playbook.Currency, scene.Language, scene.Today);
        var next = Next(answered, readBack ? QuestionWords.Noted(said) : null, QuestionCard.Closed(question, said));
        return before is not null && qualifying.State.Verdict is not null && qualifying.Playbook.Worth?.Price == question.Id
            && PriceCuts.Between(question, before.Answer, answer) is var (from, to)
            ? PriceCutting.Besides(next, answered, from, to, qualifying.Playbook.Currency)
            : next;
    }

    private static Decision Narrow(Scene scene, Question question, Answer answer, Reading.TooVague vague)
    {
        var playbook = scene.Playbook!;
        var above = QuestionWords.OneThing(AnswerWords.Say(question, answer, playbook.Currency, scene.Language, scene.Today));
        var choices = vague.Choices.Select(choice => (AnswerWords.Choice(question, choice, playbook.Currency, scene.Language, scene.Today), choice.Answer));
        return scene.Show(new Waiting.AnswerTo(question.Id, TooVague: answer), QuestionCard.Narrow(scene, question, above, [.. choices]));
    }

    /// <summary>A typed choice among those that narrow a vague answer: its words or its number.</summary>
    private static Answer? Narrowed(Scene scene, Question question, Waiting.AnswerTo waiting, string text)
    {
        if (waiting.TooVague is not { } vague || scene.Qualifying!.Sheet.Read(question.Id, vague, scene.Today) is not Reading.TooVague { Choices: var choices })
        {
            return null;
        }

        var labels = choices.Select(c => AnswerWords.Choice(question, c, scene.Playbook!.Currency, scene.Language, scene.Today));
        return Options.Read(text, [.. labels]) is OptionSaid.Chosen chosen ? choices[chosen.Index].Answer : null;
    }

    private static Decision Choose(Scene scene, Question question, string text, TypedAnswer.Either either)
    {
        var misses = MissesOf(scene, question);
        return scene.Say(
            new Waiting.AnswerTo(question.Id, misses + 1, Either: text),
            QuestionCard.Narrow(scene, question, QuestionWords.WhichOfThem(misses), [.. either.Answers.Select(answer => (Words(scene, question, answer), answer))]));
    }

    /// <summary>A typed choice among the answers that were meant by what was typed before: its words or its number.</summary>
    private static Answer? OneOf(Scene scene, Question question, Waiting.AnswerTo waiting, string text) =>
        waiting.Either is { } before
        && TypedAnswer.Of(before, question, scene.Playbook!.Currency, scene.Person, scene.Today) is TypedAnswer.Either { Answers: var answers }
        && Options.Read(text, [.. answers.Select(answer => Words(scene, question, answer))]) is OptionSaid.Chosen chosen
            ? answers[chosen.Index]
            : null;

    private static string Words(Scene scene, Question question, Answer answer) =>
        AnswerWords.Say(question, answer, scene.Playbook!.Currency, scene.Language, scene.Today);

    /// <summary>"Under 1,600" said after "1,000 to 3,000" means 1,000 to 1,600.</summary>
    private static Answer Sharpened(Answer answer, Answer? tooVague) => (answer, tooVague) switch
    {
        (Answer.Amount now, Answer.Amount before) when Overlap(now.From, now.To, before.From, before.To) is var (from, to) =>
            new Answer.Amount(from, to, now.Per),
        (Answer.Quantity now, Answer.Quantity before) when Overlap(now.From, now.To, before.From, before.To) is var (from, to) =>
            new Answer.Quantity(from, to),
        _ => answer,
    };

    private static (decimal From, decimal? To)? Overlap(decimal from, decimal? to, decimal otherFrom, decimal? otherTo)
    {
        var low = Math.Max(from, otherFrom);
        var high = to is { } a && otherTo is { } b ? Math.Min(a, b) : to ?? otherTo;
        return high is { } top && top < low ? null : (low, high);
    }
}
