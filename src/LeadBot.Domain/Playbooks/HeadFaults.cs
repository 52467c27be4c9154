namespace LeadBot.Domain.Playbooks;

/// <summary>Faults of a playbook's own fields.</summary>
internal static class HeadFaults
{
    public static IEnumerable<PlaybookFault> Of(Playbook playbook) =>
    [
        .. Faults.OfId(playbook.Id.Value, "id"),
        .. Faults.When(playbook.Version < 1, "version", $"'version' is {playbook.Version}. Count it up from 1."),
        .. Faults.OfText(playbook.Title, "title", PlaybookLimits.Label),
        .. Faults.When(
            playbook.Currency.Code.Length != 3 || !playbook.Currency.Code.All(char.IsAsciiLetterUpper),
            "currency",
            $"'{playbook.Currency.Code}' is not a currency. Write its three letters, like USD."),
        .. Faults.OutOf(playbook.ParkDays, 1, PlaybookLimits.Days, "park-days"),
        .. Faults.When(playbook.Questions.Count == 0, "questions", "There is no question. Write at least one."),
        .. Faults.When(
            playbook.Questions.Count > PlaybookLimits.Questions,
            "questions",
            $"There are {playbook.Questions.Count} questions. Keep the {PlaybookLimits.Questions} that decide most."),
    ];
}
