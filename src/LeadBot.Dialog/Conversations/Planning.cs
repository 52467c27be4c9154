using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>The next step: after something moved, or on its own. One that takes the place of a step not done is a put-off, and is asked about.</summary>
internal static class Planning
{
    private const int LongestStep = 200;

    /// <summary>"next NAME tuesday send the quote", in any part.</summary>
    public static Decision Typed(Scene scene, string rest) => Showing.IfOpen(scene, open =>
        rest.Length == 0 ? AskNext(open) : Said(open, new Waiting.StepAndDay(), NextSaid.Read(rest, open.Today, open.Language)));

    /// <summary>Asks for the next step and its day.</summary>
    /// <param name="moved">What it moved by, logged together with the step.</param>
    /// <param name="required">There has to be one.</param>
    public static Decision AskNext(Scene scene, LoggedHours? moved = null, bool required = false) => Ask(scene, new Waiting.StepAndDay(moved, Required: required), moved is null ? TouchWords.PlanWhat(scene.Deal!.Name) : TouchWords.WhatNext(scene.Deal!.Name));

    /// <summary>Asks once more, when something else was said before the step of what moved.</summary>
    public static Decision AskStill(Scene scene, Waiting.StepAndDay left, LoggedHours moved) =>
        Ask(scene, left, TouchWords.NotNotedYet(scene.Deal!.Name, moved.Hours, scene.Language));

    /// <summary>The same of a step that was to take the place of one that may be done.</summary>
    public static Card AskStill(Scene scene, Waiting.StepDone left) => scene.Deal!.Course.Next is { } before
        ? AskIfDone(scene, left.What, left.Due, $"{TouchWords.NotPlannedYet(left.What, left.Due)} {TouchWords.WasItDone(before.What, before.Due)}").Say[0]
        : Card.Of(TouchWords.NotPlanned(left.What, left.Due));

    /// <summary>A typed answer: both, or what is still missing.</summary>
    public static Decision Typed(Scene scene, Waiting.StepAndDay waiting, string text)
    {
        if (NextSaid.IsNone(text))
        {
            return waiting.Required ? Ask(scene, waiting, TouchWords.NeedsStep(scene.Deal!.Name))
                : waiting.Moved is { } moved ? Moved(scene, moved) : scene.Say(new Waiting.Nothing(), Card.Of(SmallTalk.AllRight));
        }

        if (waiting is { What: not null, Due: null })
        {
            return NextSaid.DayFirst(text, scene.Today, scene.Language) is { } first ? Complete(scene, waiting with { Due = first.Day })
                : AskWhen(scene, waiting with { Misses = waiting.Misses + 1 }, TouchWords.PlanAgain(waiting.Misses + 1));
        }

        var said = NextSaid.Read(text, scene.Today, scene.Language);
        return Said(scene, waiting, waiting.Due is null ? said : new NextSaid(said.What ?? Notes.Clean(text), waiting.Due));
    }

    /// <summary>A pressed day, with what was filled in beside it.</summary>
    public static Decision Pressed(Scene scene, IReadOnlyDictionary<string, string> fields) => Showing.IfOpen(scene, open =>
    {
        var (moved, note) = (Moved(fields), fields.GetValueOrDefault(ButtonFields.Note) ?? "");
        if (note.Length > 0 && !fields.ContainsKey(ButtonFields.Day) && !fields.ContainsKey(ButtonFields.Value))
        {
            return Typed(open, new Waiting.StepAndDay(moved, Required: fields.ContainsKey(ButtonFields.Needed)), note);
        }

        var typed = NextSaid.Read(note, open.Today, open.Language);
        var what = fields.GetValueOrDefault(ButtonFields.Value) ?? typed.What;
        return (AnswerFields.Day(fields.GetValueOrDefault(ButtonFields.Day)) ?? typed.Due) is { } due ? Complete(open, new Waiting.StepAndDay(moved, what ?? TouchWords.UsualStep, due))
            : what is not null ? AskWhen(open, new Waiting.StepAndDay(moved, what), TouchWords.PlanWhen(what))
            : moved is not null ? Moved(open, moved)
            : AskNext(open);
    });

    /// <summary>The step planned before was done and moved the deal, or it was not and gives way.</summary>
    public static Decision StepBefore(Scene scene, bool done, IReadOnlyDictionary<string, string> fields) => Showing.IfOpen(scene, open =>
        fields.GetValueOrDefault(ButtonFields.Value) is { } what && AnswerFields.Day(fields.GetValueOrDefault(ButtonFields.Day)) is { } due
            ? StepBefore(open, done, what, due)
            : AskNext(open));

    public static Decision Typed(Scene scene, Waiting.StepDone waiting, string text) =>
        (Options.Read(text, [Labels.StepDone, Labels.StepMoved]) is OptionSaid.Chosen chosen ? chosen.Index == 0 : YesNo.Read(text)) is { } done
            ? Showing.IfOpen(scene, open => StepBefore(open, done, waiting.What, waiting.Due))
            : AskIfDone(scene, waiting.What, waiting.Due, TouchWords.WasItDoneAgain);

    private static Decision Said(Scene scene, Waiting.StepAndDay waiting, NextSaid said) => (said.What, said.Due) switch
    {
        ({ } what, { } due) => Complete(scene, waiting with { What = what, Due = due }),
        ({ } what, null) => AskWhen(scene, waiting with { What = what, Misses = 0 }, TouchWords.PlanWhen(what)),
        (null, { } due) when due < scene.OwnersToday => Ask(scene, waiting with { Due = null, Misses = waiting.Misses + 1 }, TouchWords.NextPast(waiting.Misses)),
        (null, { } due) => Ask(scene, waiting with { Due = due, Misses = 0 }, TouchWords.WhatThen(due)),
        _ => Ask(scene, waiting with { Misses = waiting.Misses + 1 }, TouchWords.PlanWhat(scene.Deal!.Name)),
    };

    private static Decision Complete(Scene scene, Waiting.StepAndDay step)
    {
        var (what, due) = (Notes.Clean(step.What, LongestStep) ?? TouchWords.UsualStep, step.Due!.Value);
        return due < scene.OwnersToday ? AskWhen(scene, step with { Due = null, Misses = step.Misses + 1 }, TouchWords.NextPast(step.Misses))
            : step.Moved is { } moved ? Plan(Logged(scene, moved), what, due)
            : scene.Deal!.Course.Next is not null ? AskIfDone(scene, what, due)
            : Plan(scene, what, due);
    }

    private static Decision StepBefore(Scene scene, bool done, string what, DateOnly due) =>
        Plan(done && scene.Deal!.Course.Next is { } before ? Logged(scene, new LoggedHours(0, before.What)) : scene, what, due);

    private static Scene Logged(Scene scene, LoggedHours moved) =>
        scene.Change(Living.Log(scene.Deal!, new Touch(TouchKind.Progress, moved.Hours, moved.Said), scene.Input.Now, scene.OwnersToday, scene.Calendar));

    /// <summary>It moved, and there is no next step.</summary>
    private static Decision Moved(Scene scene, LoggedHours moved) => Showing.IfOpen(scene, open =>
    {
        var logged = Logged(open, moved);
        return logged.Show(new Waiting.Nothing(), Card.Of(TouchWords.MovedWithoutStep, [logged.Button(ButtonActions.Next, Labels.Next), DealCard.Open(logged), Undoing.Of(logged)]));
    });

    private static Decision Plan(Scene scene, string what, DateOnly due)
    {
        var planned = scene.Change(Living.Plan(scene.Deal!, what, due, scene.Input.Now, scene.OwnersToday, scene.Calendar, scene.Rules));
        var said = new List<string> { TouchWords.Planned(planned.Deal!.Name, what, due) };
        var buttons = new List<Button>();
        if (planned.What.OfType<Happening.NextPlanned>().Last().Moved)
        {
            said.Add(TouchWords.StepMoved(planned.Deal.Course));
        }

        if (scene.Calendar.WorkingDays(scene.OwnersToday, due, []) is var days && days > scene.Rules.Limit)
        {
            said.Add(TouchWords.TooFarOff(days, scene.Rules.Limit));
            buttons.Add(planned.Button(ButtonActions.ParkUntil, Labels.ParkUntil(due), data: (ButtonFields.Day, AnswerFields.Day(due))));
        }

        if (planned.What.OfType<Happening.Touched>().LastOrDefault() is { Hours: 0 })
        {
            said.Add(TouchWords.HowLong);
            buttons.AddRange(Touching.HowLong(planned, progress: true));
        }

        return planned.Show(new Waiting.Nothing(), Card.Of(string.Join(' ', said), [.. buttons, DealCard.Open(planned), Undoing.Of(planned)]));
    }

    private static Decision AskIfDone(Scene scene, string what, DateOnly due, string? again = null)
    {
        if (scene.Deal!.Course.Next is not { } before)
        {
            return Plan(scene, what, due);
        }

        (string, string)[] carried = [(ButtonFields.Value, what), (ButtonFields.Day, AnswerFields.Day(due))];
        return scene.Say(
            new Waiting.StepDone(what, due),
            Card.Of(
                again ?? TouchWords.WasItDone(before.What, before.Due),
                [scene.Button(ButtonActions.StepDone, Labels.StepDone, data: carried), scene.Button(ButtonActions.StepMoved, Labels.StepMoved, data: carried)]));
    }

    private static Decision Ask(Scene scene, Waiting.StepAndDay waiting, string text)
    {
        var carried = Carried(waiting);
        var parts = new List<CardPart>
        {
            new CardPart.Paragraph(text),
            new CardPart.TextField(ButtonFields.Note, TouchWords.StepField),
            new CardPart.Paragraph(waiting.Moved is null ? TouchWords.PlanHint : TouchWords.NextHint, Subtle: true),
        };
        List<Button> buttons = waiting.Due is { } due
            ? [scene.Button(ButtonActions.NextOn, Labels.Save, data: [.. carried, (ButtonFields.Day, AnswerFields.Day(due))])]
            : Days(scene, carried);
        if (waiting.Moved is not null && !waiting.Required)
        {
            buttons.Add(scene.Button(ButtonActions.NextOn, Labels.NoNext, data: carried));
        }

        return scene.Say(waiting, new Card(text, parts, buttons));
    }

    private static Decision AskWhen(Scene scene, Waiting.StepAndDay waiting, string text) =>
        scene.Say(
            waiting,
            new Card(text, [new CardPart.Paragraph(text), new CardPart.Paragraph(TouchWords.WhenHint, Subtle: true)], Days(scene, [.. Carried(waiting), (ButtonFields.Value, waiting.What!)])));

    /// <summary>The next working day, and those in one and two weeks.</summary>
    private static List<Button> Days(Scene scene, (string, string)[] carried) =>
    [
        .. ((int[])[0, 6, 13]).Select(later => scene.Calendar.Add(scene.OwnersToday.AddDays(later), 1)).Distinct()
            .Select(day => scene.Button(ButtonActions.NextOn, Labels.On(day), data: [.. carried, (ButtonFields.Day, AnswerFields.Day(day))])),
    ];

    private static (string, string)[] Carried(Waiting.StepAndDay waiting)
    {
        List<(string, string)> carried = waiting.Required ? [(ButtonFields.Needed, "yes")] : [];
        if (waiting.Moved is { } moved)
        {
            carried.Add((ButtonFields.Hours, moved.Hours.ToString(CultureInfo.InvariantCulture)));
            carried.AddRange(moved.Said is { } said ? [(ButtonFields.Said, said)] : []);
        }

        return [.. carried];
    }

    private static LoggedHours? Moved(IReadOnlyDictionary<string, string> fields) =>
        AnswerFields.Number(fields.GetValueOrDefault(ButtonFields.Hours)) is { } hours
            ? new LoggedHours(Math.Min(hours, Durations.MostHours), Notes.Clean(fields.GetValueOrDefault(ButtonFields.Said), 500))
            : null;
}
