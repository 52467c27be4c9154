using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Playbooks;

/// <summary>Faults of one outcome, its edges aside.</summary>
internal static class OutcomeFaults
{
    public static IEnumerable<PlaybookFault> Of(Question question, Outcome outcome)
    {
        var options = question.Kind is QuestionKind.Choice or QuestionKind.YesNo;
        return
        [
            .. Faults.OfId(outcome.Id.Value, "id"),
            .. Faults.When(
                !ReferenceEquals(question.Outcomes.First(o => o.Id == outcome.Id), outcome),
                "id",
                $"Another outcome of this question is called '{outcome.Id}' already. Give this one its own id."),
            .. Faults.When(outcome.Id == AnswerCounts.DontKnow, "id", $"'{outcome.Id}' is kept for \"don't know\". Choose another id."),
            .. options && question.Kind == QuestionKind.Choice || outcome.Text is not null
                ? Faults.OfText(outcome.Text ?? "", "text", PlaybookLimits.Label)
                : [],
            .. Faults.OutOf(outcome.Points, -PlaybookLimits.Points, PlaybookLimits.Points, "points"),
            .. outcome.KnocksOut is { } reason ? Faults.OfText(reason, "knocks-out", PlaybookLimits.Label) : [],
            .. Faults.When(
                outcome.KnocksOut is not null && outcome.Parks is not null,
                "parks",
                "An outcome cannot both knock out and park. Keep one."),
            .. outcome.Parks is { } parks ? Faults.OutOf(parks.Days, 1, PlaybookLimits.Days, "parks") : [],
            .. Faults.When(
                outcome.Parks is { BeforeTheDate: true } && (question.Kind != QuestionKind.Date || outcome.NoDate),
                "parks",
                "Only a band of a date question has a date to park before. Write 'parks: 60 days'."),
            .. Faults.When(!(outcome.Expect is >= 0 and < 1e9), "expect", "'expect' must be 0 or more."),
            .. Faults.When(
                outcome.Hours is not null && question.Kind != QuestionKind.Number,
                "hours",
                "Only a number question can ask for hours."),
        ];
    }
}
