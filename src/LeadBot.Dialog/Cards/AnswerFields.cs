using System.Globalization;
using LeadBot.Domain;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Cards;

/// <summary>How a button carries the answer it gives, and how it is read again.</summary>
internal static class AnswerFields
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void Write(Answer answer, Dictionary<string, string> fields)
    {
        switch (answer)
        {
            case Answer.Picked picked:
                fields[ButtonFields.Outcome] = picked.Outcome.Value;
                break;
            case Answer.Amount amount:
                WriteRange(fields, amount.From, amount.To);
                fields[ButtonFields.Per] = amount.Per.ToString();
                break;
            case Answer.Quantity quantity:
                WriteRange(fields, quantity.From, quantity.To);
                break;
            case Answer.By by:
                fields[ButtonFields.From] = by.From.ToString(DayFormat, CultureInfo.InvariantCulture);
                fields[ButtonFields.To] = by.To.ToString(DayFormat, CultureInfo.InvariantCulture);
                break;
            case Answer.NoDate:
                fields[ButtonFields.NoDate] = "yes";
                break;
        }
    }

    /// <summary>The answer, or null when the fields hold none that can be read.</summary>
    public static Answer? Read(IReadOnlyDictionary<string, string> fields)
    {
        if (fields.TryGetValue(ButtonFields.Outcome, out var outcome))
        {
            return new Answer.Picked(new OutcomeId(outcome));
        }

        if (fields.ContainsKey(ButtonFields.NoDate))
        {
            return new Answer.NoDate();
        }

        if (!fields.TryGetValue(ButtonFields.From, out var from))
        {
            return null;
        }

        var to = fields.GetValueOrDefault(ButtonFields.To);
        if (Day(from) is { } firstDay && Day(to) is { } lastDay)
        {
            return firstDay <= lastDay ? new Answer.By(firstDay, lastDay) : null;
        }

        if (Number(from) is not { } low || (to is not null && Number(to) is null) || Number(to) < low)
        {
            return null;
        }

        return Enum.TryParse<Period>(fields.GetValueOrDefault(ButtonFields.Per), out var per) && Enum.IsDefined(per)
            ? new Answer.Amount(low, Number(to), per)
            : new Answer.Quantity(low, Number(to));
    }

    private static void WriteRange(Dictionary<string, string> fields, decimal from, decimal? to)
    {
        fields[ButtonFields.From] = from.ToString(CultureInfo.InvariantCulture);
        if (to is { } upper)
        {
            fields[ButtonFields.To] = upper.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Writes a day as buttons carry it.</summary>
    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads a day a button carried.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Reads an amount a button carried: not negative, or null.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
