using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads commands; the bot's name or a slash command before them is no part of what is said.</summary>
public static partial class Commands
{
    private enum Verb
    {
        Qualify,
        Continue,
        Settings,
        Lose,
        Park,
        Verdict,
        Open,
        Card,
        History,
        Log,
        Next,
        Won,
        Reopen,
        Stage,
        Rename,
        Give,
        Value,
        Forget,
    }

    private static readonly PhraseList<bool> Whole = new PhraseList<bool>()
        .Add(true, "deals|my deals|deal list|show deals|show my deals|list deals|list my deals|show me my deals|all deals|all my deals|what deals do i have|pipeline|my pipeline|stale|what is stale|what s stale|whats stale|stale deals|deals stale|which deals are stale|my stale deals|any stale deals|show stale deals")
        .Add(false, "undo|undo it|undo that|undo this|undo please|undo last|undo the last|undo the last change|undo my last change|take it back|take that back|revert|revert it|revert that");

    private static readonly PhraseList<Verb> Verbs = new PhraseList<Verb>()
        .Add(Verb.Qualify, "qualify|qualification|new deal|start deal|disqualify")
        .Add(Verb.Continue, "continue|continue with|resume|go on with|carry on with")
        .Add(Verb.Settings, "settings|setting|preferences")
        .Add(Verb.Lose, "lose|lost|loose|drop")
        .Add(Verb.Park, "park")
        .Add(Verb.Verdict, "verdict|verdict on|verdict for|verdict of")
        .Add(Verb.Card, "deal|show deal|show the deal|show|open deal")
        .Add(Verb.Open, "open")
        .Add(Verb.History, "history|history of|history for|deal history|log of")
        .Add(Verb.Log, "log|logged|log call|log a call|log meeting|log a meeting|touch")
        .Add(Verb.Next, "next|next step|next step for|next step with")
        .Add(Verb.Won, "won|win|we won|i won|closed won")
        .Add(Verb.Reopen, "reopen|re open|unpark")
        .Add(Verb.Stage, "stage|set stage|stage of")
        .Add(Verb.Rename, "rename")
        .Add(Verb.Give, "give|hand over|assign|reassign|transfer")
        .Add(Verb.Value, "value|set value|value of")
        .Add(Verb.Forget, "forget|erase");

    /// <summary>The command, or null when the text is something else.</summary>
    public static Command? Read(string text)
    {
        var said = Addressed().Replace(text.Trim(), "").Trim();
        if (said is "?" or "/?" || said.Length == 0 && text.Any(char.IsLetter))
        {
            return new Command.Help();
        }

        if (WholeMessage(said) is { } whole)
        {
            return whole;
        }

        if (Status().IsMatch(Spoken.Plain(said)))
        {
            return new Command.Status();
        }

        if (SettingsSaid.IsCommand(said))
        {
            return new Command.Settings(said);
        }

        // Longest verb first: "continue with Acme" is not about a deal called "with Acme".
        var words = said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(4, words.Length); length > 0; length--)
        {
            if (words.Take(length).Any(word => word.Length > 20))
            {
                continue;
            }

            var first = Spoken.Plain(string.Join(' ', words.Take(length)));
            if (!RealWords().IsMatch(first) && Verbs.Find(first) is { } verb && EndsAtWord(words[length - 1]))
            {
                return Of(verb, string.Join(' ', words.Skip(length)));
            }
        }

        return null;
    }

    /// <summary>
    /// What nobody would call a command, begun with a deal's name: "Acme moved", "Acme ghosted me", or the name alone; and "give Acme",
    /// which does not say to whom. It counts only where the name is one of a deal. Null when the text is something else.
    /// </summary>
    public static Command.OnDeal? OfDeal(string text)
    {
        var said = Addressed().Replace(text.Trim(), "").Trim();
        return said.Length is 0 or > 200 || Read(text) is not null || Asides.Read(text) is not null || Courtesies.Read(text) is not null ? null
            : MovedFirst().Match(said) is { Success: true } moved ? new Command.OnDeal(DealVerb.Log, $"{moved.Groups["name"].Value} moved")
            : Alone().Match(said) is { Success: true } alone ? new Command.OnDeal(alone.Groups["rename"].Success ? DealVerb.Rename : DealVerb.Give, alone.Groups["name"].Value)
            : Told().IsMatch(said) ? Sentences.Begin(said) ? null : new Command.OnDeal(DealVerb.Log, said)
            : said.Count(char.IsWhiteSpace) < 6 ? new Command.OnDeal(DealVerb.Card, said)
            : null;
    }

    private static Command? WholeMessage(string said) => Keep().IsMatch(Spoken.Plain(said)) ? new Command.Keep()
        : Reminders().IsMatch(Spoken.Plain(said)) ? new Command.Reminders()
        : Audit().IsMatch(Spoken.Plain(said)) ? new Command.Audit()
        : Whole.Find(Spoken.Plain(said)) is { } deals ? (deals ? new Command.Deals() : new Command.Undo())
        : Asides.Read(said) switch
    {
        Aside.Help => new Command.Help(),
        Aside.Cancel => new Command.Cancel(),
        Aside.Edit => new Command.Edit(),
        Aside.Continue => new Command.Continue(null),
        Aside.SoFar => new Command.Verdict(null),
        _ => null,
    };

    private static Command? Of(Verb verb, string rest) => verb switch
    {
        Verb.Qualify => CommandParts.Qualify(rest),
        Verb.Continue => new Command.Continue(CommandParts.DealOrIt(rest)),
        Verb.Settings => new Command.Settings(rest.Length == 0 ? null : rest),
        Verb.Lose => CommandParts.Lose(rest),
        Verb.Park => CommandParts.Park(rest),
        Verb.Verdict => new Command.Verdict(CommandParts.DealOrIt(rest)),
        Verb.Open => rest.Length == 0 ? null : CommandParts.OnDeal(DealVerb.Card, rest),
        Verb.Forget => CommandParts.Forget(rest),
        _ => CommandParts.OnDeal(Enum.Parse<DealVerb>(verb.ToString()), rest),
    };

    // "park-and-ride app" is one word, and no command.
    private static bool EndsAtWord(string word) => word.All(c => char.IsLetter(c) || c is ':' or ',' or '!' or '.');

    [GeneratedRegex("^(?:(?:hey|hi|hello|ok|okay|please|pls)\\b[\\s,]*)?(?:<at>[^<]*</at>|@?lead\\s?bot\\b|@lead\\b|/lead(?:bot)?\\b|/(?=\\p{L}))[\\s,:!.-]*(?:(?:please|pls)\\b[\\s,]*)?|^(?:please|pls)\\b[\\s,]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addressed();

    [GeneratedRegex("^moved\\s+(?<name>\\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MovedFirst();

    [GeneratedRegex("^(?:give|assign|(?<rename>rename))\\s+(?:away\\s+)?(?<name>\\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex("\\S[\\s,:]+(?:(?:has |have |just )?(?:moved|ghosted|put (?:me|us|it) off)|no (?:answer|contact|news|reply)|(?:did ?n['’]?t|did not) (?:answer|reply|show))\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex("^keep(?: it| this| this one| deal| the deal| this deal)?(?: anyways?)?$")]
    private static partial Regex Keep();

    [GeneratedRegex("^(?:status|(?:bot|delivery|your) status|status of the bot)$")]
    private static partial Regex Status();

    [GeneratedRegex("^(?:(?:show|list)(?: me)? )?(?:the |all )?(?:next |coming |upcoming )?reminders(?: to come| preview)?$|^preview(?: the)? reminders$")]
    private static partial Regex Reminders();

    [GeneratedRegex("^(?:(?:show|list)(?: me)? )?(?:the )?audit(?: log| trail)?$")]
    private static partial Regex Audit();

    [GeneratedRegex("^(?:quality|forgot|qualified|lots|last|post|part|spark|lots of|del|dal|net|sage|stag|vale|sow|giv)$")]
    private static partial Regex RealWords();
}
