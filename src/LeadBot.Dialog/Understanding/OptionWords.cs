using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>An option's label, or what was said of it, by its words.</summary>
/// <param name="Content">The words that tell options apart.</param>
/// <param name="Negated">Whether it says "not" in any way; "no homework" must never choose "Did homework".</param>
internal sealed partial record OptionWords(string Plain, string First, IReadOnlyList<string> Content, bool Negated)
{
    private static readonly HashSet<string> Common =
    [
        .. ("a an the it its is are was were be been am they them their he she we our i me my you your us to of for in on at by or and but with this that these those "
            + "there here do does did done have has had will would can could should so just really very all any some from as if what how who when about into out up one ones "
            + "option answer think guess say says said told theyre im ive weve theyve because since yes ok well").Split(' '),
    ];

    private static readonly HashSet<string> Negations =
        [.. "no not never none nobody nothing without cannot dont doesnt didnt cant couldnt wont wouldnt isnt arent wasnt werent havent hasnt hadnt shouldnt nicht kein keine".Split(' ')];

    public static OptionWords Of(string label)
    {
        var plain = Not().Replace(Cannot().Replace(Spoken.PlainAtAnyLength(label), "cant"), "$1nt");
        var words = plain.Split(' ');
        var content = words.Where(w => w.Length > 0 && !Common.Contains(w) && (w == "nothing" || !Negations.Contains(w))).Distinct().ToList();
        return new OptionWords(plain, words[0], content, words.Any(Negations.Contains));
    }

    /// <summary>Begins with what was said, and that says more than "they".</summary>
    public bool BeginsWith(string said) =>
        said.Length >= 4 && Plain.StartsWith(said, StringComparison.Ordinal) && said.Split(' ').Any(w => w.Length >= 4 && !Common.Contains(w));

    /// <summary>The whole label, misspelt.</summary>
    public bool IsNear(OptionWords said) => Negated == said.Negated && Spelling.AreNear(said.Plain.Split(' '), Plain.Split(' '));

    /// <summary>How many of the words said it has; 0 unless that is all of one or two, and two thirds of more.</summary>
    public int Fit(OptionWords said)
    {
        var shared = said.Content.Where(w => Content.Any(own => Same(w, own))).ToList();
        var enough = shared.Count > 0 && shared.Any(w => w.Length >= 4) && 3 * shared.Count >= 2 * said.Content.Count;
        return enough && Negated == said.Negated ? shared.Count : 0;
    }

    // From four letters one may be the other's beginning: annoy, annoying.
    private static bool Same(string a, string b) =>
        a == b
        || a.Length >= 4 && b.Length >= 4 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal))
        || Spelling.IsNear(a, b);

    [GeneratedRegex("\\bcan ?not\\b")]
    private static partial Regex Cannot();

    [GeneratedRegex("\\b(do|does|did|is|are|was|were|has|have|could|would|should) not\\b")]
    private static partial Regex Not();
}
