using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Settings;

/// <summary>When a person is away, and who looks after their deals meanwhile.</summary>
internal sealed class AwaySetting : Setting
{
    private const string Cancel = "cancel";

    /// <summary>How far back an absence may be said afterwards: its days then do not count as silence.</summary>
    private const int LongAgo = 92;
    private const int Longest = 366;
    private const int Farthest = 730;

    public override SettingName Name => SettingName.Away;

    public override string Label => AbsenceWords.Label;

    public override string Now(Scene scene) => Coming(scene) is { Count: > 0 } coming
        ? string.Join("; ", coming.Select(a => Said(scene, a)))
        : AbsenceWords.None;

    public override string Question(Scene scene) => AbsenceWords.Ask(Coming(scene).Select(a => Said(scene, a)));

    public override string Field => AbsenceWords.Field;

    public override IEnumerable<Choice> Choices(Scene scene) => Coming(scene).Select(Cancelling);

    public override Choice Change(Scene scene) => new(AbsenceWords.Change);

    public override string? PersonIn(string said) => AbsenceSaid.CoverIn(said, DateOnly.FromDateTime(DateTime.UnixEpoch));

    public override Reply Read(Scene scene, string said)
    {
        if (said.StartsWith(Cancel, StringComparison.OrdinalIgnoreCase))
        {
            return Cancelled(scene, said[Cancel.Length..].Trim());
        }

        if (AbsenceSaid.Read(said, scene.Today, scene.Language) is not { } away)
        {
            return Reply.NotThat(AbsenceWords.Again);
        }

        return away.Until < scene.Today.AddDays(-LongAgo) ? Reply.NotThat(AbsenceWords.Past)
            : away.From > scene.Today.AddDays(Farthest) ? Reply.NotThat(AbsenceWords.TooFar)
            : away.Until.DayNumber - away.From.DayNumber >= Longest ? Reply.NotThat(AbsenceWords.TooLong(away.From, away.Until))
            : away.Cover is null ? Noted(scene, new Absence(away.From, away.Until))
            : Covered(scene, away);
    }

    private static Reply Covered(Scene scene, AbsenceSaid away)
    {
        var days = Days.Said(away.From, away.Until);
        var found = Finding.Person(scene, away.Cover!);
        return found switch
        {
            [] => Reply.NotThat(RoleWords.Unknown(away.Cover!), new Choice(AbsenceWords.WithoutCover, days)),
            [var cover] when cover.Id == scene.Person.Id => Reply.NotThat(AbsenceWords.CoveredByOneself, new Choice(AbsenceWords.WithoutCover, days)),
            [var cover] => Noted(scene, new Absence(away.From, away.Until, cover.Id)),
            _ => Reply.NotThat(RoleWords.Which(away.Cover!), [.. found.Select(p => new Choice(p.Name, AbsenceWords.CoveredBy(days, p.Id.Value)))]),
        };
    }

    /// <summary>Takes the place of those it overlaps; those two years back no longer count for anything.</summary>
    private static Reply Noted(Scene scene, Absence away)
    {
        var replaced = scene.Person.Absences.Where(a => a.From <= away.Until && away.From <= a.Until).ToList();
        var kept = scene.Person.Absences.Except(replaced).Where(a => a.Until >= scene.Today.AddDays(-Farthest)).Append(away).OrderBy(a => a.From).ToList();
        var sentence = AbsenceWords.Noted(Days.Said(away.From, away.Until), away.Cover is { } cover ? Finding.NameOf(scene, cover) : null, [.. replaced.Except([away]).Select(a => Days.Said(a.From, a.Until))]);
        return Reply.Noted(sentence, scene.Person with { Absences = kept }) with { Choices = away.Until >= scene.Today ? [Cancelling(away)] : [] };
    }

    private static Reply Cancelled(Scene scene, string which)
    {
        var coming = Coming(scene);
        var day = AnswerFields.Day(which) ?? (Dates.Read(which, scene.Today, scene.Language) as DateSaid.Between)?.From;
        var found = which.Length == 0 ? coming : [.. coming.Where(a => a.From <= day && day <= a.Until)];
        if (found.Count != 1)
        {
            return coming.Count == 0 ? Reply.Noted(AbsenceWords.NothingToCancel, scene.Person) : Reply.NotThat(AbsenceWords.WhichToCancel, [.. coming.Select(Cancelling)]);
        }

        // The days that have passed were days away.
        var rest = found[0].From < scene.Today ? [found[0] with { Until = scene.Today.AddDays(-1) }] : (Absence[])[];
        var person = scene.Person with { Absences = [.. scene.Person.Absences.Except(found).Concat(rest).OrderBy(a => a.From)] };
        return Reply.Noted(rest.Length == 0 ? AbsenceWords.Cancelled(Days.Said(found[0].From, found[0].Until)) : AbsenceWords.BackToday, person);
    }

    private static List<Absence> Coming(Scene scene) => [.. scene.Person.Absences.Where(a => a.Until >= scene.Today)];

    private static string Said(Scene scene, Absence away) => AbsenceWords.Said(Days.Said(away.From, away.Until), away.Cover is { } cover ? Finding.NameOf(scene, cover) : null);

    private static Choice Cancelling(Absence away) => new(AbsenceWords.Cancel(Days.Said(away.From, away.Until)), $"{Cancel} {AnswerFields.Day(away.From)}");
}
