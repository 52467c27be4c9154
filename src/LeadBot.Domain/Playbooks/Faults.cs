using System.Text.RegularExpressions;
using static System.FormattableString;

namespace LeadBot.Domain.Playbooks;

/// <summary>What several kinds of fault have in common.</summary>
internal static partial class Faults
{
    /// <summary>A fault if it holds, else nothing.</summary>
    public static IEnumerable<PlaybookFault> When(bool wrong, string field, string says) => wrong ? [new PlaybookFault(field, says)] : [];

    public static IEnumerable<PlaybookFault> OfId(string id, string field) => When(
        id.Length > PlaybookLimits.Id || !Id().IsMatch(id),
        field,
        $"'{id}' is not an id: use lower-case letters, digits and single hyphens, at most {PlaybookLimits.Id} characters.");

    public static IEnumerable<PlaybookFault> OfText(string text, string field, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [new PlaybookFault(field, $"'{field}' is empty. Write it.")];
        }

        return When(text.Length > longest, field, $"'{field}' has {text.Length} characters. Shorten it to {longest}.");
    }

    public static IEnumerable<PlaybookFault> OutOf(decimal value, decimal least, decimal most, string field) =>
        When(value < least || value > most, field, Invariant($"'{field}' is {value:0.##}. It must be {least:0.##} to {most:0.##}."));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
