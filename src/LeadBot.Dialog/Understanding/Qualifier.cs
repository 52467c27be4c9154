using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>What words around a number make of it.</summary>
internal static partial class Qualifier
{
    internal enum Bound
    {
        None,

        /// <summary>That much at most.</summary>
        UpTo,

        /// <summary>Less than that.</summary>
        Under,

        /// <summary>That much or more.</summary>
        Over,
    }

    /// <summary>Takes the qualifying words out of <paramref name="lower"/>.</summary>
    /// <returns>False when they contradict each other.</returns>
    public static bool Take(ref string lower, out Bound bound, out bool vague, out bool just)
    {
        just = Take(ref lower, Just());
        var upTo = Take(ref lower, UpTo());
        var over = Take(ref lower, AtLeast());
        var under = Take(ref lower, Under());
        over |= Take(ref lower, Over());
        vague = Take(ref lower, Vague());
        bound = upTo ? Bound.UpTo : under ? Bound.Under : over ? Bound.Over : Bound.None;
        return !(over && (upTo || under));
    }

    private static bool Take(ref string lower, Regex words)
    {
        var rest = words.Replace(lower, " ");
        var taken = rest != lower;
        lower = rest;
        return taken;
    }

    [GeneratedRegex("\\b(?:just|slightly|a bit|a little|a tad|right)(?= (?:under|below|over|above|less|more|shy))")]
    private static partial Regex Just();

    [GeneratedRegex("\\b(?:up to|at (?:the )?most|no more than|not more than|not over|not above|max(?:imum)?\\b\\.?|or less|or under|or below|tops|bis zu|hochstens|maximal)(?![a-z])|<=|≤")]
    private static partial Regex UpTo();

    [GeneratedRegex("\\b(?:at (?:the )?(?:very )?least|no less than|not less than|not under|not below|min(?:imum)\\b|min\\.|starting (?:at|from|with)|upwards of|or more|and more|and up|and above|and upwards|mindestens|ab)(?![a-z])|>=|≥|(?<=[0-9a-z]) ?\\+(?= |$)|(?<=[0-9a-z]) plus$")]
    private static partial Regex AtLeast();

    [GeneratedRegex("\\b(?:under|less than|fewer than|below|beneath|south of|smaller than|lower than|cheaper than|shy of|unter|weniger als)(?![a-z])|<")]
    private static partial Regex Under();

    [GeneratedRegex("\\b(?:over|more than|above|greater than|higher than|north of|beyond|exceeding|uber|mehr als)(?![a-z])|>")]
    private static partial Regex Over();

    [GeneratedRegex("\\b(?:about|around|approximately|approx\\b\\.?|ca\\b\\.?|circa|roughly|nearly|almost|some|somewhere|ballpark|or so|or thereabouts|give or take|like|etwa|ungefahr|rund)(?![a-z])|-? ?ish\\b|[~≈?]")]
    private static partial Regex Vague();
}
