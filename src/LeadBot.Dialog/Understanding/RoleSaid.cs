using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Somebody is to get or lose a role.</summary>
/// <param name="Person">As said, without "@".</param>
public readonly partial record struct RoleSaid(bool Add, string Person)
{
    /// <summary>"add @Kim", "remove Kim", "Kim" (add), or null when nobody is named.</summary>
    public static RoleSaid? Read(string text)
    {
        var match = Said().Match(text.Trim());
        var person = match.Groups["person"].Value.Trim().Trim('@', '.', ',', '!', ' ');
        return person.Length == 0 ? null : new RoleSaid(!match.Groups["remove"].Success, person);
    }

    /// <summary>Several were named; one is changed at a time.</summary>
    public bool IsSeveral => Several().IsMatch(Person);

    [GeneratedRegex("^(?:(?:add|name|make|appoint|plus|\\+)(?:\\s+|$)|(?<remove>remove|delete|drop|minus|without|no|-)(?:\\s+|$))?(?<person>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Said();

    [GeneratedRegex(",\\s|\\s(?:and|und|&|\\+)\\s|;", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Several();
}
