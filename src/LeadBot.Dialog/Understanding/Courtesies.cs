using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>What people say to a bot besides business.</summary>
public enum Courtesy
{
    Greeting,
    Thanks,
    Abuse,
    Bye,

    /// <summary>Nothing, or only punctuation or pictures.</summary>
    Empty,
}

/// <summary>Reads courtesies. Try answers and commands first: a swear word does not make "fuck, 5k" less of an answer.</summary>
public static partial class Courtesies
{
    /// <summary>The courtesy, or null. A lone question mark asks for something and is not empty.</summary>
    public static Courtesy? Read(string text)
    {
        var plain = Spoken.PlainAtAnyLength(text.Length > Spoken.Longest ? text[..Spoken.Longest] : text);
        if (!plain.Any(char.IsLetterOrDigit))
        {
            return text.Contains('?', StringComparison.Ordinal) || text.Length > Spoken.Longest ? null : Courtesy.Empty;
        }

        return Greeting().IsMatch(plain) ? Courtesy.Greeting
            : Thanks().IsMatch(plain) ? Courtesy.Thanks
            : Bye().IsMatch(plain) ? Courtesy.Bye
            : Swearing().IsMatch(plain) || Insult().IsMatch(plain) ? Courtesy.Abuse
            : null;
    }

    private const string Addressed = "(?: (?:there|bot|leadbot|lead bot|all|everyone|everybody|team|you|guys|folks|mate|again|my friend|to you))*$";

    [GeneratedRegex("^(?:hi+|hello+|helo|hallo|hey+|heya|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|morning|moin(?: moin)?|servus|guten (?:morgen|tag|abend)|hola|bonjour|salut|gruezi|how are you|whats up|sup|(?:hi|hello|hey) how are you)" + Addressed)]
    private static partial Regex Greeting();

    [GeneratedRegex("^(?:(?:ok|okay|great|perfect|cool|nice|super|awesome|wonderful) )?(?:thanks?|thx|ty|tx|thank you|thanku|many thanks|much appreciated|cheers|danke(?: schon)?|vielen dank|merci|gracias|great job|good job|well done|good bot)(?: (?:a lot|so much|very much|a million|for (?:that|this|the help|your help)|loads|man))*" + Addressed)]
    private static partial Regex Thanks();

    [GeneratedRegex("^(?:ok |okay )?(?:bye+(?: bye)?|goodbye|good bye|good night|see (?:you|ya)(?: later| tomorrow| soon)?|cya|ciao|tschuss|auf wiedersehen|later|farewell|so long|talk to you later|ttyl|have a (?:good|nice) (?:day|evening|weekend|one))" + Addressed)]
    private static partial Regex Bye();

    [GeneratedRegex("\\b(?:fuck\\w*|motherfuck\\w*|shit(?:ty|head)?|bullshit|ass?hole|arsehole|bitch|bastard|wanker|dickhead|cunt|wtf|stfu|piss off|screw you|shut up|go to hell|scheisse?|arschloch)\\b")]
    private static partial Regex Swearing();

    [GeneratedRegex("^(?:(?:you|u|you are|youre|ur|your|this|that|it|this is|that is|thats|what a|stupid|dumb|damn|the bot|this bot|bot|leadbot|is|are|so|an?|such|totally|really|just|completely|i) )*(?:stupid|dumb|idiot|idiotic|moron|useless|crap|garbage|rubbish|sucks?|a joke|worthless|hate (?:you|this|it|this bot)|dumb bot|stupid bot|loser)(?: (?:you|bot|thing|question|questions|machine|leadbot))?$")]
    private static partial Regex Insult();
}
