using System.Globalization;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;

namespace LeadBot.Scenarios.Slack.Transcripts;

/// <summary>What somebody who would have typed an answer fills into the form that asks for it in Slack.</summary>
/// <param name="Choice">The label of what is chosen; null: nothing is.</param>
/// <param name="Note">Written into the field; null: nothing is.</param>
/// <param name="Day">Of the calendar, as Slack sends it; null: none is.</param>
internal sealed record FilledIn(string? Choice, string? Note, string? Day)
{
    /// <summary>Null: the form has no place for these words.</summary>
    public static FilledIn? By(string words, Shown form, DateTimeOffset now)
    {
        var parts = Shown.All(form.Body["blocks"]).Select(part => (string?)part["type"]).ToHashSet();
        var (hasField, hasCalendar) = (parts.Contains("plain_text_input"), parts.Contains("datepicker"));
        var said = NextSaid.Read(words, DateOnly.FromDateTime(now.UtcDateTime), AmountLanguage.PointDecimal);
        return Options.Read(words, [.. form.Choices]) is OptionSaid.Chosen chosen ? new(form.Choices.ElementAt(chosen.Index), null, null)
            : hasCalendar && said.Due is { } due ? new(null, hasField ? said.What : null, due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : hasField ? new(null, words, null)
            : null;
    }
}
