using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>Where every question of a sheet stands today.</summary>
internal sealed class Standings
{
    private readonly Sheet sheet;
    private readonly GivenAnswer?[] given;

    public Standings(Sheet sheet, IReadOnlyList<GivenAnswer> answers, DateOnly today)
    {
        this.sheet = sheet;
        Today = today;
        Places = new int[sheet.Questions.Length];
        given = new GivenAnswer?[Places.Length];
        Array.Fill(Places, Stand.Open);
        for (var i = 0; i < answers.Count; i++)
        {
            var place = Array.FindIndex(sheet.Questions, q => q.Question.Id == answers[i].Question);
            if (place >= 0)
            {
                given[place] = answers[i];
                Places[place] = PlaceOf(sheet.Questions[place], answers[i]);
            }
        }
    }

    public DateOnly Today { get; }

    /// <summary>By question: a piece's index, or one of <see cref="Stand"/>.</summary>
    public int[] Places { get; }

    /// <summary>The piece a question's answer came to, or null.</summary>
    public Piece? At(int question) => Places[question] >= 0 ? sheet.Questions[question].Pieces[Places[question]] : null;

    /// <summary>
    /// The day a parking answer parks until, or null. Before a date means before the earliest day it may be. May be past;
    /// at most <see cref="PlaybookLimits.Days"/> after the answer, since nobody waits longer.
    /// </summary>
    public DateOnly? ParksUntil(int question)
    {
        if (At(question) is not { KnocksOut: false, Outcome.Parks: { } parks } piece)
        {
            return null;
        }

        var answer = given[question]!;
        if (!parks.BeforeTheDate)
        {
            return answer.On.AddDays(parks.Days);
        }

        var earliest = answer.On.AddDays(piece.FromDay);
        var said = answer.Answer is Answer.By by && by.From > earliest ? by.From : earliest;
        var until = said.AddDays(-parks.Days);
        var latest = answer.On.AddDays(PlaybookLimits.Days);
        return until < latest ? until : latest;
    }

    /// <summary>The lowest price the answer may mean; null while it is not known.</summary>
    public decimal? Price(int question) => At(question) is not { } piece ? null
        : given[question]!.Answer is Answer.Amount amount ? amount.From
        : piece.AtLeast;

    private int PlaceOf(SheetQuestion question, GivenAnswer answer)
    {
        if (answer.Answer is Answer.DontKnow)
        {
            return answer.DontKnows >= 2 && !question.CanKnockOut ? question.Worst : Stand.Unknown;
        }

        var place = Readings.PlaceOf(question, answer.Answer, answer.On);
        return place is { } known && HasPassed(question, known, answer) ? Stand.Unknown : place ?? Stand.Open;
    }

    private bool HasPassed(SheetQuestion question, int place, GivenAnswer answer) => question.Question.Kind == QuestionKind.Date && answer.Answer switch
    {
        Answer.By by => by.To < Today,
        Answer.Picked => question.Pieces[place].ThroughDay is { } last && answer.On.AddDays(last) < Today,
        _ => false,
    };
}
