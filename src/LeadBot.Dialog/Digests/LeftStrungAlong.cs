using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>
/// Strung-along deals that nobody ends: their rep has more of them than digests hold, gets none, or reads none. Their
/// manager hears of them whether or not a digest ever listed them, a line per rep, once a week while it lasts.
/// </summary>
public static class LeftStrungAlong
{
    /// <summary>A lapsed step and a missed ask-day: the put-offs that the clock may still have to count.</summary>
    public const int MostByClock = 2;

    /// <summary>Deals named of a rep.</summary>
    public const int MostNamed = 3;

    /// <summary>Days after which the same rep's are told again.</summary>
    internal const int Week = 7;

    /// <summary>Strung along for so many days without anything happening to it.</summary>
    private const int Untouched = 28;

    /// <summary>… or strung along, and that many days without progress, however often it was put off meanwhile.</summary>
    private const int WithoutProgress = 56;

    /// <param name="calendar">The owner's.</param>
    public static bool Is(Deal deal, Person owner, Workspace workspace, WorkCalendar calendar, DateTimeOffset now)
    {
        var then = now.AddDays(-Untouched);
        return At(now) is { } today
            && (today.Course.SilentSince.AddDays(WithoutProgress) <= owner.Today(now) || deal.Course.ChangedAt <= then && At(then) is not null);

        Deal? At(DateTimeOffset time)
        {
            var (day, rules) = (owner.Today(time), workspace.RulesFor(deal.Stage));
            var settled = Living.Settle(deal, time, day, calendar, rules)?.Deal ?? deal;
            return settled.State == DealState.Open && Silence.Of(settled, day, calendar, rules).Health == Health.StrungAlong ? settled : null;
        }
    }

    /// <summary>A rep's, as their manager is told of them; null: there are none.</summary>
    /// <param name="deals">The most urgent first.</param>
    /// <param name="told">How this manager was told last; null: never.</param>
    public static RaisedNow? Of(Person rep, int unpressed, IReadOnlyList<Deal> deals, Listed? told, DateTimeOffset now) => deals.Count == 0
        ? null
        : new RaisedNow(new Raised(Need.LeftStrungAlong, rep.Id, null, now), rep, unpressed, null, told, [.. deals.Take(MostNamed)], Math.Max(0, deals.Count - MostNamed));
}
