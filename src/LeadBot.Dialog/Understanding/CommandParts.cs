using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>What follows a command's verb.</summary>
internal static partial class CommandParts
{
    public static Command.Qualify Qualify(string rest)
    {
        rest = Courtesy().Replace(SomeDeal().Replace(rest, ""), "").Trim();
        if (Quoted().Match(rest) is { Success: true } quoted)
        {
            return new Command.Qualify(quoted.Groups["name"].Value, NullIfEmpty(quoted.Groups["playbook"].Value.ToLowerInvariant()));
        }

        var with = WithPlaybook().Match(rest);
        return !with.Success ? new Command.Qualify(Name(rest), null)
            : new Command.Qualify(Name(rest[..with.Index]), with.Groups["playbook"].Value.ToLowerInvariant(), with.Groups["sure"].Success ? null : Name(rest));
    }

    public static Command.Lose Lose(string rest)
    {
        var why = Because().Match(rest);
        return why.Success
            ? new Command.Lose(DealOrIt(NoIt(rest[..why.Index])), NullIfEmpty(rest[(why.Index + why.Length)..].Trim()))
            : new Command.Lose(DealOrIt(NoIt(rest)), null);
    }

    public static Command.Park Park(string rest)
    {
        var until = Until().Match(rest);
        return until.Success
            ? new Command.Park(DealOrIt(NoIt(rest[..until.Index])), NullIfEmpty(rest[(until.Index + until.Length)..].Trim()))
            : new Command.Park(DealOrIt(NoIt(rest)), null);
    }

    /// <summary>"deal NAME", else somebody: "@Kim", "Kim Park", "me". Anything longer is a sentence.</summary>
    public static Command? Forget(string rest)
    {
        if (Deal().Match(rest) is { Success: true } deal)
        {
            return new Command.ForgetDeal(DealOrIt(rest[deal.Length..]));
        }

        var person = PersonFirst().Replace(rest.Trim(), "").TrimEnd('.', '!', ' ');
        return person.Length > 0 && (rest.TrimStart()[0] == '@' || SomebodysName().IsMatch(person)) ? new Command.ForgetPerson(person.TrimStart('@')) : null;
    }

    /// <summary>What is no such command after all is null: "next quarter" answers a question, and "give" gives to somebody.</summary>
    public static Command? OnDeal(DealVerb verb, string rest)
    {
        rest = SomeDealFirst().Replace(rest.Trim(), "").Trim();
        switch (verb)
        {
            case DealVerb.Card when HistoryLast().Match(rest) is { Success: true } history:
                return Of(DealVerb.History, rest[..history.Index]);
            case DealVerb.Log when Durations.AtStart(rest) is { } first && Durations.AtStart(first.Left) is null:
                return Of(DealVerb.Log, With().Replace(first.Left, "")) with { Hours = first.Hours };
            case DealVerb.Next when Dates.Read("next " + rest, AnyDay) is not null || rest.Length == 0:
            case DealVerb.Give when !To().IsMatch(rest):
            // "rename acme globex" leaves no doubt, "rename acme west coast" does.
            case DealVerb.Rename when !To().IsMatch(rest) && rest.Count(c => c == ' ') != 1:
                return null;
            default:
                return Of(verb, verb is DealVerb.Log or DealVerb.Next ? OnFirst().Replace(rest, "") : rest);
        }
    }

    private static Command.OnDeal Of(DealVerb verb, string rest) => new(verb, NoIt(rest), It: ItFirst().IsMatch(rest));

    /// <summary>Without "it" before whatever follows: the deal being talked about.</summary>
    private static string NoIt(string rest) => ItFirst().Replace(rest, "").Trim(' ', ':', ',');

    /// <summary>Whether words are a day does not hang on the day they are read on.</summary>
    private static readonly DateOnly AnyDay = new(2026, 1, 5);

    /// <summary>A deal's name; null for none, "it", "the deal".</summary>
    public static string? DealOrIt(string rest) => It().IsMatch(Spoken.Plain(rest)) ? null : Name(Courtesy().Replace(SomeDeal().Replace(rest, ""), ""));

    private static string? Name(string rest) => NullIfEmpty(NameText.Unquoted(rest.Trim().Trim(':', ',', ' ')));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    // What stands in quotes is a name, whatever words are in it.
    [GeneratedRegex("^[\"“”„«](?<name>[^\"“”„»]*[^\"“”„»\\s])\\s*[\"“”»](?:\\s+(?:with|using|mit)\\s+(?:the\\s+)?(?<playbook>[\\p{L}\\p{Nd}-]{1,40})(?:\\s+playbook)?)?[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("(?:^|\\s)(?:with|using|mit)\\s+(?:the\\s+)?[\"']?(?<playbook>[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}-]{0,40})[\"']?(?<sure>\\s+playbook)?[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithPlaybook();

    [GeneratedRegex("(?:^|\\s*)(?:[:;]\\s|,\\s(?!(?:inc|ltd|llc|gmbh|corp|co)\\b)|\\s-+\\s|\\s[–—]\\s|(?:^|\\s)because(?: of)?\\s|(?:^|\\s)cause\\s|(?:^|\\s)since\\s)\\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Because();

    [GeneratedRegex("(?:^|\\s)(?:until|till|til|bis|for(?=\\s+(?:[0-9]|an?\\s|one|two|three|four|five|six|half|the)))(?:\\s+|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex("^\\s*(?:(?:the|this|that|my)\\s+)?deal(?:\\s*:|\\s+(?:called|named|with)(?=\\s)|(?=\\s|[.!]?$))\\s*[.!]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deal();

    [GeneratedRegex("^(?:(?:the\\s+)?person|user)\\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonFirst();

    [GeneratedRegex("^(?:me|myself|(?!It|Them|That|This|Him|Her|About|Everything|All|The|To)[\\p{Lu}][\\p{L}\\p{M}'’.-]*(?: [\\p{L}\\p{M}'’.-]+){0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex SomebodysName();

    [GeneratedRegex("^(?:it|this|that|this one|that one|deal|the deal|this deal|that deal|here)?(?: ?(?:for )?now)?$")]
    private static partial Regex It();

    [GeneratedRegex("^(?:(?:a|the|this|my|another)\\s+)?(?:new\\s+)?deal(?:\\s+(?:with|called|named|for)(?=\\s)|:|(?=\\s|$))\\s*(?=[^\\s]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SomeDeal();

    [GeneratedRegex("^(?:the |this |my )?deal(?:\\s*:|\\s)\\s*(?=\\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SomeDealFirst();

    [GeneratedRegex("(?:^|[\\s,:]+)history[.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HistoryLast();

    [GeneratedRegex("^(?:with\\s|w/|on\\s|for\\s|at\\s)\\s*(?=\\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex With();

    [GeneratedRegex("^(?:with\\s|w/|for\\s)\\s*(?=\\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnFirst();

    [GeneratedRegex("^(?:(?-i:it)|this one|that one|this deal|the deal|(?:this|that)(?=$))(?=$|[\\s:,])[\\s:,]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItFirst();

    [GeneratedRegex("(?:^|\\s)to\\s+\\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex To();

    // In small letters only: "Design for Me" is a name.
    [GeneratedRegex("(?:(?:^|[\\s,]+)(?:[Pp]lease|pls|for (?:me|us|now)|right now|now|thanks|thank you|thx))+[\\s.,!]*$")]
    private static partial Regex Courtesy();
}
