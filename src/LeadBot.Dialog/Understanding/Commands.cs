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
    }

    private static readonly PhraseList<Verb> Verbs = new PhraseList<Verb>()
        .Add(Verb.Qualify, "qualify|qualification|new deal|start deal|disqualify")
        .Add(Verb.Continue, "continue|continue with|resume|go on with|carry on with")
        .Add(Verb.Settings, "settings|setting|preferences")
        .Add(Verb.Lose, "lose|lost|loose|drop")
        .Add(Verb.Park, "park")
        .Add(Verb.Verdict, "verdict|verdict on|verdict for|verdict of");

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

    private static Command? WholeMessage(string said) => Keep().IsMatch(Spoken.Plain(said)) ? new Command.Keep() : Asides.Read(said) switch
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
        _ => null,
    };

    // "park-and-ride app" is one word, and no command.
    private static bool EndsAtWord(string word) => word.All(c => char.IsLetter(c) || c is ':' or ',' or '!' or '.');

    [GeneratedRegex("^(?:(?:hey|hi|hello|ok|okay|please|pls)\\b[\\s,]*)?(?:<at>[^<]*</at>|@?lead\\s?bot\\b|@lead\\b|/lead(?:bot)?\\b|/(?=\\p{L}))[\\s,:!.-]*(?:(?:please|pls)\\b[\\s,]*)?|^(?:please|pls)\\b[\\s,]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addressed();

    [GeneratedRegex("^keep(?: it| this| this one| deal| the deal| this deal)?(?: anyways?)?$")]
    private static partial Regex Keep();

    [GeneratedRegex("^(?:quality|qualified|lots|last|post|part|spark|lots of)$")]
    private static partial Regex RealWords();
}
