using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Tells words about a deal from a deal's name.</summary>
internal static partial class Sentences
{
    /// <summary>It begins like something somebody tells, or with a day, not like a name.</summary>
    public static bool Begin(string said) =>
        Opening().IsMatch(Spoken.PlainAtAnyLength(said)) || NextSaid.DayFirst(said, AnyDay, default) is not null || Durations.AtStart(said) is not null;

    /// <summary>Whether words are a day does not hang on the day they are read on.</summary>
    private static readonly DateOnly AnyDay = new(2026, 1, 5);

    [GeneratedRegex("^(?:they|he|she|we|i|it|its|you|no|not|nothing|nobody|none|still|again|just|yes|to|until|till|because|since|for|on|in|at|by|after|with|about|from|as|a|an|the|their|his|her|our|my|that|this|there|call|calls|called|calling|come|came|wait|waiting|talk|talked|speak|spoke|met|meet|meeting|demo|demoed|send|sent|write|wrote|email|emailed|mail|mailed|phone|phoned|voicemail|left|follow|followed|ask|asked|had|have|has|got|get|get|good|great|bad|nice|short|long|quick|went|will|would|wants?|wanted|needs?|needed|says?|said|told|tell|was|were|is|are|visit|visited|prepare|prepared|lunch|coffee|price|budget|too|quote|quoted|offer|offered|show|showed|present|presented|check|checked|discuss|discussed|boss|customer|client|buyer|all|only|another|second|third|first|last)\\b")]
    private static partial Regex Opening();
}
