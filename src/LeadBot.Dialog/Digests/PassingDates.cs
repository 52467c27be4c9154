using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Digests;

/// <summary>Days from which an answered date counts as not known, and verdicts that change with them.</summary>
internal static class PassingDates
{
    /// <summary>The first day on which each answered date is past; none while no verdict was given.</summary>
    public static IEnumerable<DateOnly> Of(Deal deal, PlaybookShelf playbooks)
    {
        if (deal.Qualification is not { Verdict: not null } qualification || playbooks.ByHash.GetValueOrDefault(qualification.Playbook) is not { } playbook)
        {
            yield break;
        }

        foreach (var given in qualification.Answers)
        {
            var last = given.Answer switch
            {
                Answer.By by => by.To,
                Answer.Picked picked when playbook.Find(given.Question) is { Kind: QuestionKind.Date } question && question.Find(picked.Outcome)?.WithinDays is { } days => given.On.AddDays(days),
                _ => (DateOnly?)null,
            };
            if (last is { } day)
            {
                yield return day.AddDays(1);
            }
        }
    }

    /// <summary>The verdict of today when a passed date made it another kind than the newest one shown.</summary>
    public static Verdict? Changed(Deal deal, PlaybookShelf playbooks, DateOnly today) =>
        Of(deal, playbooks).Any(day => day <= today) && Today(deal, playbooks, today) is { Settled: true } verdict && verdict.Kind != deal.Qualification!.Verdict
            ? verdict
            : null;

    /// <summary>The verdict of today; null without a qualification or its playbook.</summary>
    public static Verdict? Today(Deal deal, PlaybookShelf playbooks, DateOnly today) =>
        deal.Qualification is { } qualification && playbooks.ByHash.GetValueOrDefault(qualification.Playbook) is { } playbook
            ? new Qualifying(deal, qualification, playbook, today).Verdict
            : null;
}
