using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads yes and no.</summary>
public static partial class YesNo
{
    private static readonly PhraseList<bool> Known = new PhraseList<bool>()
        .Add(true, "yes|they said yes|yse|yess|yees|yep|yepp|yeah|yea|yeh|ya|yup|aye|y|sure|for sure|sure thing|correct|thats right|that is right|thats correct|right|true|ok|okay|of course|absolutely|definitely|certainly|indeed|exactly|affirmative|totally|i think so|think so|i guess so|i believe so|very much|very much so|they do indeed|ja|jep|klar|naturlich|si|oui")
        .Add(false, "no|naw|they said no|noo|nooo|nno|nope|nop|nah|nay|n|not really|not yet|not at all|not so far|not now|no way|never|not quite|negative|false|i dont think so|dont think so|i do not think so|i doubt it|doubt it|by no means|absolutely not|definitely not|certainly not|of course not|sadly not|unfortunately not|i am afraid not|im afraid not|afraid not|nein|nee|nicht wirklich|noch nicht|non");

    /// <summary>True or false, or null: "no idea" and "no date" are neither, and "yes and no" is not one of them.</summary>
    public static bool? Read(string text)
    {
        var plain = Spoken.Plain(text);
        if (plain.Length == 0)
        {
            return text.Trim() switch
            {
                "👍" or "✅" or "✔️" => true,
                "👎" or "❌" => false,
                _ => null,
            };
        }

        if (Known.Find(plain) is { } known)
        {
            return known;
        }

        return Reservation().IsMatch(plain) ? null
            : YesWithMore().IsMatch(plain) || TheyDo().IsMatch(plain) ? true
            : NoWithMore().IsMatch(plain) || TheyDont().IsMatch(plain) ? false
            : null;
    }

    [GeneratedRegex("\\b(?:but|or|if|unless|maybe|perhaps|know|sure|idea|depends|yes and no|no and yes)\\b")]
    private static partial Regex Reservation();

    [GeneratedRegex("^(?:yes|yse|yep|yeah|yup|sure|ja|si|oui|absolutely|definitely)(?: (?!no\\b|not\\b|never\\b|nope\\b|\\S+nt\\b)\\S+)+$")]
    private static partial Regex YesWithMore();

    [GeneratedRegex("^(?:no|nope|nah|nein)(?: (?:they|we|he|she|it|i|not|never|sorry|unfortunately|thanks|thank|sir|that|thats|nobody|no|nope))(?: (?!yes\\b|yeah\\b)\\S+)*$")]
    private static partial Regex NoWithMore();

    [GeneratedRegex("^(?:they|we|he|she|it|i|you) (?:do|did|does|have|has|are|is|can|will|could|was|were)$")]
    private static partial Regex TheyDo();

    [GeneratedRegex("^(?:they|we|he|she|it|i|you) (?:(?:do|did|does|have|has|are|is|could|was|were)(?:nt| not)|cant|cannot|wont|will not)(?: yet)?$")]
    private static partial Regex TheyDont();
}
