using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Conversations;

/// <summary>Logging a contact: it moved, they put me off, no contact; how long it took, and what they said.</summary>
internal static class Touching
{
    private const int LongestSaid = 500;

    /// <summary>"log NAME 1h they said …". What it came to is taken from the words only where they leave no doubt; a put-off is asked about.</summary>
    public static Decision Typed(Scene scene, string rest, decimal? before) => Showing.IfOpen(scene, open =>
    {
        if (Durations.IsImpossible(rest))
        {
            return open.Say(Card.Of(TouchWords.ImpossibleHours(open.Deal!.Name)));
        }

        var (hours, said) = Durations.AtStart(rest) ?? Durations.AtEnd(rest) ?? (0, rest);
        hours = before ?? hours;
        var note = Note(said);
        return note is null ? AskKind(open, hours, null, false)
            : TouchSaid.Read(note) is { } kind ? Came(open, kind, hours, null)
            : PutOffs.NobodyReached(note) ? Log(open, new Touch(TouchKind.NoContact, hours, note))
            : AskKind(open, hours, note, PutOffs.Heard(note));
    });

    /// <summary>A pressed touch: from a card, or what a logged contact came to.</summary>
    public static Decision Pressed(Scene scene, TouchKind kind, IReadOnlyDictionary<string, string> fields) => Showing.IfOpen(scene, open =>
        Came(open, kind, Math.Min(AnswerFields.Number(fields.GetValueOrDefault(ButtonFields.Hours)) ?? 0, Durations.MostHours), Note(fields.GetValueOrDefault(ButtonFields.Said))));

    /// <summary>A typed answer to what it came to.</summary>
    public static Decision Typed(Scene scene, Waiting.WhatItCameTo waiting, string text) =>
        (TouchSaid.Read(text) ?? Yes(waiting, text) ?? (PutOffs.NobodyReached(text) ? TouchKind.NoContact : null)) is { } kind
            ? Showing.IfOpen(scene, open => Came(open, kind, waiting.Hours, waiting.Said))
            : Durations.AtStart(text) is { Hours: var hours, Left: "" } ? AskKind(scene, hours, waiting.Said, waiting.PutOff)
            : AskKind(scene, waiting.Hours, waiting.Said, waiting.PutOff, waiting.Misses + 1);

    /// <summary>Asks once more, when something else was said in between.</summary>
    public static Decision AskStill(Scene scene, Waiting.WhatItCameTo left) =>
        AskKind(scene, left.Hours, left.Said, left.PutOff, TouchWords.NotCountedYet(scene.Deal!.Name, left.Hours, left.Said, scene.Language));

    /// <summary>It is logged; with progress comes the next step first.</summary>
    public static Decision Came(Scene scene, TouchKind kind, decimal hours, string? said) => kind == TouchKind.Progress
        ? Planning.AskNext(scene, new LoggedHours(hours, said))
        : Log(scene, new Touch(kind, hours, said));

    /// <summary>How long the touch before took, said afterwards.</summary>
    public static Decision Took(Scene scene, decimal hours, bool progress)
    {
        if (hours is <= 0 or > Durations.MostHours)
        {
            return Showing.Deal(scene);
        }

        var added = scene.Change(Living.AddHours(scene.Deal!, hours, progress));
        return added.Show(scene.Conversation.Waiting, Card.Of(
            TouchWords.HoursAdded(added.Deal!.Name, hours, added.Deal.Course.HoursSunk, scene.Language), [DealCard.Open(added), Undoing.Of(added)]));
    }

    /// <summary>Buttons for how long it took, below what was logged without saying so.</summary>
    public static Button[] HowLong(Scene scene, bool progress) =>
        [.. ((decimal[])[0.25m, 0.5m, 1, 2]).Select(hours => scene.Button(
            ButtonActions.Took,
            Labels.Took(hours),
            data: [(ButtonFields.Hours, hours.ToString(CultureInfo.InvariantCulture)), .. progress ? [(ButtonFields.Value, Labels.Moved)] : Array.Empty<(string, string)>()]))];

    private static Decision Log(Scene scene, Touch touch)
    {
        var logged = scene.Change(Living.Log(scene.Deal!, touch, scene.Input.Now, scene.OwnersToday, scene.Calendar));
        var text = TouchWords.Logged(logged.Deal!.Name, touch, scene.Language);
        if (touch.Kind == TouchKind.PutOff && logged.Standing.Health == Health.StrungAlong)
        {
            return logged.Show(new Waiting.Nothing(), Card.Of(
                $"{text} {TouchWords.StrungAlong(logged.Deal, scene.Language)}",
                [logged.Button(ButtonActions.Lose, Labels.Lose, ButtonStyle.Primary), logged.Button(ButtonActions.Park, Labels.Park), logged.Button(ButtonActions.Next, Labels.Next), Undoing.Of(logged)]));
        }

        if (touch.Kind == TouchKind.PutOff)
        {
            text = $"{text} {TouchWords.PutOffsSoFar(logged.Deal.Course)}";
        }

        var buttons = touch.Hours > 0 ? [] : HowLong(logged, progress: false);
        return logged.Show(new Waiting.Nothing(), Card.Of(
            buttons.Length == 0 ? text : $"{text} {TouchWords.HowLong}", [.. buttons, logged.Button(ButtonActions.Next, Labels.Next), DealCard.Open(logged), Undoing.Of(logged)]));
    }

    private static Decision AskKind(Scene scene, decimal hours, string? said, bool putOff, int misses = 0) =>
        AskKind(scene, hours, said, putOff, TouchWords.KindAgain(putOff ? TouchWords.SoundsLikePutOff : TouchWords.HowDidItGo, misses), misses);

    private static Decision AskKind(Scene scene, decimal hours, string? said, bool putOff, string text, int misses = 0)
    {
        List<(string, string)> data = [(ButtonFields.Hours, hours.ToString(CultureInfo.InvariantCulture))];
        if (said is not null)
        {
            data.Add((ButtonFields.Said, said));
        }

        (string, string)[] carried = [.. data];
        var moved = scene.Button(ButtonActions.Moved, putOff ? Labels.NoMoved : Labels.Moved, data: carried);
        var off = scene.Button(ButtonActions.PutOff, putOff ? Labels.YesPutOff : Labels.PutOff, putOff ? ButtonStyle.Primary : ButtonStyle.Default, carried);
        return scene.Say(
            new Waiting.WhatItCameTo(hours, said, putOff, misses),
            Card.Of(
                text,
                [.. putOff ? [off, moved] : (Button[])[moved, off], scene.Button(ButtonActions.NoContact, Labels.NoContact, data: carried)]));
    }

    private static TouchKind? Yes(Waiting.WhatItCameTo waiting, string text) => YesNo.Read(text) switch
    {
        true => waiting.PutOff ? TouchKind.PutOff : TouchKind.Progress,
        false when waiting.PutOff => TouchKind.Progress,
        _ => null,
    };

    private static string? Note(string? said) => Notes.Clean(said, LongestSaid);
}
