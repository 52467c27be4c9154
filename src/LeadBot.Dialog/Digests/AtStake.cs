using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;
using Asking = LeadBot.Domain.Staleness.Asking;

namespace LeadBot.Dialog.Digests;

/// <summary>What is at stake with a deal (<see cref="Stakes"/>), from what is known of it, its playbook and its team.</summary>
/// <param name="Hours">Likely to be saved by a decision, an estimate.</param>
/// <param name="Money">What it would bring: its value, else the low end of the price they named; null: nobody knows.</param>
/// <param name="Currency">Of <paramref name="Money"/>.</param>
/// <param name="Urgency">Per minute of the rep's attention; the higher, the sooner it is listed.</param>
internal readonly record struct AtStake(decimal Hours, decimal? Money, Currency Currency, double Urgency)
{
    /// <summary>Where no playbook says better.</summary>
    private const double UsualChance = 0.3;

    private static readonly PlaybookId s_usual = new("lose-fast");

    public static AtStake Of(Deal deal, Workspace workspace, PlaybookShelf playbooks, TeamRecord team)
    {
        var own = deal.Qualification is { } qualification ? playbooks.ByHash.GetValueOrDefault(qualification.Playbook) : null;
        var playbook = own ?? playbooks.Newest.GetValueOrDefault(workspace.Playbook ?? s_usual);
        var worth = playbook?.Worth;
        var money = deal.Value ?? (own?.Worth is { } asks && deal.Qualification!.AnswerTo(asks.Price)?.Answer is Answer.Amount price ? price.From : null);
        var stakes = Stakes.Of(
            Asked(deal, workspace),
            deal.Course.HoursSunk,
            deal.Course.HoursSinceProgress,
            team.HoursFreed(worth?.SellingHours ?? 0, hoursSunk: 0),
            team.Chance(worth?.Chance ?? UsualChance),
            money,
            workspace.FloorPerHour ?? worth?.FloorPerHour ?? 0);
        return new AtStake(stakes.Hours, money > 0 ? money : null, playbook?.Currency ?? new Currency("USD"), (double)stakes.PerMinute);
    }

    private static Asking Asked(Deal deal, Workspace workspace) =>
        deal.State == DealState.Parked ? Asking.Notice
        : deal.Course.AskOn is not null ? Asking.Answer
        : deal.Course.PutOffs >= workspace.Silence.StrungAlongAt ? Asking.Drop
        : Asking.Decide;
}
