using System.Globalization;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Wording;

/// <summary>What happened to a deal, in words.</summary>
internal static class HistoryWords
{
    public const string Somebody = "somebody";
    public const string Clock = "LeadBot";

    public static string Title(string deal) => $"{deal}: history";

    public static string Nothing(string deal) => $"Nothing is written down about {deal} yet.";

    public static string Earlier(int lines) => lines == 1 ? "… and one line before." : $"… and {lines} lines before.";

    /// <param name="at">In the reader's own zone.</param>
    public static string When(DateTimeOffset at, string who) => string.Create(CultureInfo.InvariantCulture, $"{at:d MMM yyyy HH:mm}, {who}");

    /// <summary>Several things in a row, as one line; what the clock did is left out when a person did something too.</summary>
    public static string Of(Scene scene, IReadOnlyList<Happening> what)
    {
        var byPerson = what.Where(w => w is not (Happening.NextLapsed or Happening.AskDayMissed or Happening.Returned)).ToList();
        return string.Join("; ", (byPerson.Count > 0 ? byPerson : what).Select(w => Of(scene, w)));
    }

    private static string Of(Scene scene, Happening what) => what switch
    {
        Happening.Started started => $"started with \"{started.Playbook}\"",
        Happening.Answered answered => Answered(scene, answered),
        Happening.AnswerTakenBack back => $"took back the answer to {Question(scene, back.Question)}",
        Happening.Judged judged => $"verdict: {VerdictWords.Kind(judged.Verdict)}",
        Happening.Confirmed confirmed => $"they still wanted it on {Days.Day(confirmed.On)}",
        Happening.WentOn => "went on with the questions it was started with",
        Happening.KeptAnyway kept => $"kept against \"{VerdictWords.Kind(kept.Against)}\" for at most {Days.Duration(kept.HourBudget, scene.Language)}: {kept.Reason}",
        Happening.Touched touched => Touched(scene, touched),
        Happening.HoursAdded added => $"{Days.Duration(added.Hours, scene.Language)} added",
        Happening.NextPlanned planned => $"next: {planned.What}, {Days.Day(planned.Due)}{(planned.Moved ? " (the step before was moved: a put-off)" : "")}",
        Happening.NextLapsed lapsed => $"the step \"{lapsed.What}\" of {Days.Day(lapsed.Due)} lapsed: a put-off",
        Happening.AskDaySet asked => $"asks them on {Days.Day(asked.On)}{(asked.Moved ? " (moved: a put-off)" : "")}",
        Happening.AskDayMissed missed => $"nothing was asked on {Days.Day(missed.On)}: a put-off",
        Happening.PriceCut cut => $"price cut from {Amount(scene, cut.From)} to {Amount(scene, cut.To)}; they gave: {cut.Gave}",
        Happening.Won => "won",
        Happening.WasLost lost => $"lost: {lost.Note ?? lost.Reason}",
        Happening.WasParked parked => $"parked until {Days.Day(parked.Until)}{(parked.PutOff ? " (again: a put-off)" : "")}",
        Happening.Returned returned => $"back from parking on {Days.Day(returned.On)}",
        Happening.Reopened reopened => $"reopened; it was {State(reopened.From)}",
        Happening.StageSet stage => stage.To is { } to ? $"stage {to}" : "no stage any more",
        Happening.Renamed renamed => $"renamed from {renamed.From} to {renamed.To}",
        Happening.Given given => $"given to {scene.Find(given.To)?.Name ?? Somebody}",
        Happening.SetAside aside => $"not now: left alone until {Days.Day(aside.Until)}",
        Happening.ValueSet value => value.To is { } amount ? $"value {Amount(scene, amount)}{(value.From is { } from ? $", was {Amount(scene, from)}" : "")}" : "value taken away",
        Happening.Imported => "came from a file",
        Happening.Undone undone => Undone(scene, undone),
        _ => "changed",
    };

    private static string Undone(Scene scene, Happening.Undone undone) =>
        scene.Input.History.FirstOrDefault(line => line.Deal == scene.Deal?.Id && line.Revision == undone.Revision) is { } line ? $"took back: {Of(scene, line.What)}" : "took a change back";

    private static string Touched(Scene scene, Happening.Touched touched)
    {
        var kind = touched.Kind switch
        {
            TouchKind.Progress => "it moved",
            TouchKind.PutOff => "put off",
            _ => "no contact",
        };
        return $"{kind}{(touched.Hours > 0 ? $", {Days.Duration(touched.Hours, scene.Language)}" : "")}{(touched.Said is { } said ? $": \"{said}\"" : "")}";
    }

    private static string Answered(Scene scene, Happening.Answered answered)
    {
        var verb = answered.Edited ? "changed the answer to" : "answered";
        return scene.Playbook is { } playbook && playbook.Find(answered.Question) is { } question
            ? $"{verb} \"{question.Ask}\": {AnswerWords.Say(question, answered.Answer, playbook.Currency, scene.Language, scene.Today)}"
            : $"{verb} {answered.Question}";
    }

    private static string Question(Scene scene, Domain.QuestionId id) => scene.Playbook?.Find(id) is { } question ? $"\"{question.Ask}\"" : id.Value;

    private static string Amount(Scene scene, decimal amount) => Money.Amount(amount, scene.Playbook?.Currency ?? Starting.InUse(scene).Currency, scene.Language);

    private static string State(DealState state) => state switch
    {
        DealState.Parked => "parked",
        DealState.Won => "won",
        DealState.Lost => "lost",
        _ => "open",
    };
}
