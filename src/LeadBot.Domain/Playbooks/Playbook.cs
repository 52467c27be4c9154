namespace LeadBot.Domain.Playbooks;

/// <summary>
/// A versioned set of qualifying questions with their rules. Data, not code: the Host reads it from YAML, and
/// <see cref="PlaybookFaults"/> says whether it makes sense.
/// </summary>
/// <param name="Hash">Identifies this very text; conversations and stored answers refer to it.</param>
/// <param name="Id">What a person types after <c>with</c>.</param>
/// <param name="Version">Counts up by hand; shown, never compared.</param>
/// <param name="Title">Shown to people.</param>
/// <param name="Currency">All amounts of this playbook are in it.</param>
/// <param name="PursueAt">In points: a lower bound at or above it means Pursue.</param>
/// <param name="WalkBelow">In points: an upper bound under it means WalkAway. Less than <paramref name="PursueAt"/>.</param>
/// <param name="ParkDays">Days to park when no answer gave a date, 1 to 730.</param>
/// <param name="Worth">Absent when the playbook asks for no price.</param>
/// <param name="Questions">In written order, 1 to 20.</param>
/// <param name="MayNotFit">Said before a Pursue is final.</param>
/// <param name="LostReasons">Ordered; the last is always "Other".</param>
/// <param name="Goodbye">The message to send to a prospect whose deal was lost.</param>
public sealed record Playbook(
    PlaybookHash Hash,
    PlaybookId Id,
    int Version,
    string Title,
    Currency Currency,
    int PursueAt,
    int WalkBelow,
    int ParkDays,
    Worth? Worth,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<MayNotFit> MayNotFit,
    IReadOnlyList<string> LostReasons,
    string Goodbye)
{
    /// <summary>The question of that id, or null: a stored id may come from another version of the playbook.</summary>
    public Question? Find(QuestionId id) => Questions.FirstOrDefault(q => q.Id == id);
}

/// <summary>
/// What an hour on a deal must be worth: chance × price ÷ (selling hours + chance × delivery hours), since delivery
/// happens only after a win.
/// </summary>
/// <param name="Price">The money question that says the price.</param>
/// <param name="FloorPerHour">In the playbook's currency per hour; below it the deal is knocked out. At least 0.</param>
/// <param name="PriceFloor">In the playbook's currency; a price below it is knocked out. At least 0.</param>
/// <param name="Chance">The prior chance of winning a pursued deal, above 0, at most 1.</param>
/// <param name="SellingHours">Hours until yes or no, unless asked for.</param>
/// <param name="SellingHoursAsked">The number question that asks for them, if one does.</param>
/// <param name="DeliveryHours">Hours of work after a win, unless asked for.</param>
/// <param name="DeliveryHoursAsked">The number question that asks for them, if one does.</param>
public sealed record Worth(
    QuestionId Price,
    decimal FloorPerHour,
    decimal PriceFloor,
    double Chance,
    decimal SellingHours,
    QuestionId? SellingHoursAsked,
    decimal DeliveryHours,
    QuestionId? DeliveryHoursAsked);

/// <summary>A reason it may not fit, said to the prospect, and the question a wince re-opens.</summary>
public sealed record MayNotFit(QuestionId IfTrue, string Say);
