namespace LeadBot.Domain.Playbooks;

/// <summary>Faults of one question.</summary>
internal static class QuestionFaults
{
    public static IEnumerable<PlaybookFault> Of(Playbook playbook, Question question) =>
    [
        .. Faults.OfId(question.Id.Value, "id"),
        .. Faults.When(
            !ReferenceEquals(playbook.Questions.First(q => q.Id == question.Id), question),
            "id",
            $"Another question is called '{question.Id}' already. Give this one its own id."),
        .. Faults.OfText(question.Ask, "ask", PlaybookLimits.Text),
        .. Faults.OfText(question.Why, "why", PlaybookLimits.Text),
        .. Faults.OfText(question.Words, "words", PlaybookLimits.Text),
        .. Faults.OutOf(question.Seconds, 1, PlaybookLimits.Seconds, "seconds"),
        .. Faults.When(!(question.DontKnowExpect is >= 0 and < 1e9), "dont-know", "How often \"don't know\" is expected must be 0 or more."),
        .. OfOutcomes(playbook, question),
        .. question.Outcomes.SelectMany((o, i) => OutcomeFaults.Of(question, o).Select(f => f with { Outcome = i })),
        .. BandFaults.Of(question),
    ];

    private static IEnumerable<PlaybookFault> OfOutcomes(Playbook playbook, Question question)
    {
        var outcomes = question.Outcomes;
        return
        [
            .. Faults.When(outcomes.Count < 2, "outcomes", "A question needs at least two outcomes. Add one or drop the question."),
            .. Faults.When(outcomes.Count > PlaybookLimits.Outcomes, "outcomes", $"There are {outcomes.Count} outcomes. Merge some: {PlaybookLimits.Outcomes} is the most."),
            .. Faults.When(
                question.Kind == QuestionKind.YesNo && !outcomes.Select(o => o.Id.Value).Order().SequenceEqual(["no", "yes"]),
                "outcomes",
                "A yes/no question has exactly the outcomes 'yes' and 'no'."),
            .. Faults.When(
                outcomes.Count > 0 && outcomes.All(o => o.KnocksOut is not null),
                "outcomes",
                "Every outcome knocks out, so no deal could live. Leave one that does not."),
            .. Faults.When(
                outcomes.Count > 1 && ChangesNothing(playbook, question),
                "outcomes",
                "No outcome knocks out or parks, and whatever the other answers are, its points never decide between two verdicts: the answer changes nothing. Give the outcomes other points or drop the question."),
            .. Faults.When(
                outcomes.Count > 0 && outcomes.All(o => o.Expect is 0),
                "expect",
                "No outcome is expected at all. Say with 'expect' how often each comes up."),
        ];
    }

    private static bool ChangesNothing(Playbook playbook, Question question)
    {
        if (OfWorth(playbook, question.Id) || question.Outcomes.Any(o => o.KnocksOut is not null || o.Parks is not null))
        {
            return false;
        }

        var others = playbook.Questions.Where(q => !ReferenceEquals(q, question)).Aggregate(PointSums.Nothing, (sums, other) => sums.With(other));
        return !others.Decides(question, playbook.PursueAt) && !others.Decides(question, playbook.WalkBelow);
    }

    private static bool OfWorth(Playbook playbook, QuestionId id) => playbook.Worth is { } worth
        && (worth.Price == id || worth.SellingHoursAsked == id || worth.DeliveryHoursAsked == id);
}
