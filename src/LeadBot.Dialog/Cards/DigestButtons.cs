using System.Globalization;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Cards;

/// <summary>The buttons under a deal of a digest.</summary>
/// <param name="day">The digest's day.</param>
/// <param name="field">What kind of digest: <see cref="ButtonFields.Digest"/>, or <see cref="ButtonFields.Exceptions"/>.</param>
internal sealed class DigestButtons(Deal deal, DateOnly day, string field = ButtonFields.Digest)
{
    /// <summary>"Not now" may be said so often; then it has to be decided.</summary>
    public const int MostNotNow = 2;

    /// <summary>Drop it, it moved, park it, not now; of a parked one drop it or open it again.</summary>
    public IEnumerable<Button> ToDecide()
    {
        yield return Button(ButtonActions.Lose, Labels.Drop, ButtonStyle.Destructive);
        if (deal.State == DealState.Parked)
        {
            yield return Button(ButtonActions.Reopen, Labels.Reopen);
            yield break;
        }

        yield return Button(ButtonActions.Moved, Labels.Moved);
        yield return Button(ButtonActions.Park, Labels.Park);
        if (!(deal.Course.NotNow?.Times >= MostNotNow))
        {
            yield return Button(ButtonActions.NotNow, Labels.NotNow);
        }
    }

    public Button Button(string action, string label, ButtonStyle style = ButtonStyle.Default, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var fields = new Dictionary<string, string>
        {
            [ButtonFields.Deal] = deal.Id.ToString(),
            [ButtonFields.Revision] = deal.Revision.ToString(CultureInfo.InvariantCulture),
            [field] = AnswerFields.Day(day),
        };
        foreach (var (name, value) in data)
        {
            fields[name] = value;
        }

        return new Button(action, Labels.Fit(label), fields, style);
    }
}
