using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>
/// Hears a put-off in what a prospect said: friendly, and nothing moved. It is only ever a suspicion; the rep confirms it.
/// </summary>
public static partial class PutOffs
{
    /// <summary>It sounds like one. Words that say something moved outweigh it: "they signed, come back next week for the kick-off".</summary>
    public static bool Heard(string said)
    {
        var plain = Spoken.PlainAtAnyLength(said);
        return !Moved().IsMatch(plain) && (Later().IsMatch(plain) || Waiting().IsMatch(plain) || Vague().IsMatch(plain));
    }

    /// <summary>Nobody was reached, by what was noted.</summary>
    public static bool NobodyReached(string said) => NotReached().IsMatch(Spoken.PlainAtAnyLength(said));

    private const string When = "(?:later|tomorrow|again|(?:the )?(?:end|beginning|middle) of|(?:in )?(?:a|one|two|three|four|five|six|[0-9]+|some|a few|a couple of|the next few) (?:days?|weeks?|months?|quarters?)|(?:in |on |after |from )?(?:the )?(?:next|new|coming) (?:week|month|quarter|year|spring|summer|autumn|fall|winter)|(?:in |after |over |until )?(?:the )?(?:spring|summer|autumn|fall|winter|holidays?|vacation|christmas|xmas|easter|new year|budget\\w*|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])|(?:in |after )?(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)|(?:on |next )?(?:monday|tuesday|wednesday|thursday|friday))";

    [GeneratedRegex("\\b(?:(?:call|ring|phone|email|mail|write|text|try|ask|check|get|come|reach|follow|touch|circle|swing|drop|stop|pop|report)(?: (?:me|us|him|her|them|it|out|in|up|by|back|again|base|around|round|over|to|with))*(?: (?:on )?" + When + ")|(?:talk|speak|discuss|revisit|reconnect|catch up|look at it|look into it|think about it|pick (?:it|this|that) up)(?: (?:about )?(?:it|this|that|me|us|again|more|to|with))* " + When + "|(?:come|get|circle|check|report|swing|call|ring|write) (?:by |back )(?:again )?(?:later|another time|some ?time|some other time|when|once)?\\b|circle back|touch base|come by again|get back to (?:me|us|you|him|her)|(?:will|ll|they|he|she|going to|gonna) (?:call|get|come|be|write|report|let)(?: (?:me|us|you))? (?:back|in touch|know)|let (?:me|us|you) know|be in touch|keep in touch|stay in touch|postponed?|push(?:ed|ing)? (?:it |this |that |us |me |the \\w+ )?(?:back|out|off)|put (?:it |this |us |me )?(?:off|on hold|on ice)|on hold|on ice|back burner|rain ?check|resched\\w*|moved (?:it|the (?:call|meeting|demo|date|appointment)) to|delay\\w*)\\b")]
    private static partial Regex Later();

    [GeneratedRegex("\\b(?:wait(?:ing|s)? (?:on|for|until|till)|still (?:waiting|thinking|deciding|looking|evaluating|reviewing|discussing|considering|checking|comparing|undecided|not sure|no (?:answer|decision|budget|word))|think(?:ing)? (?:it |this |that )?(?:over|about it|about this|about that)|need(?:s|ed)? (?:more |some |a bit more |a little more )?time|tak(?:e|es|ing) (?:its|their|some|more|a while|longer)(?: time)?|discuss(?:ing)? (?:it )?internally|talk(?:ing)? (?:it )?(?:over )?internally|(?:have|has|need|needs|want|wants) to (?:think|sleep|discuss|talk it over|check internally|align)|sleep on it|next (?:year|quarter)s? budget|no budget (?:yet|now|this|until|left)|budgets? (?:is |are )?(?:frozen|not (?:out|approved|there|released))|sign ?off (?:is )?pending|pending)\\b")]
    private static partial Regex Waiting();

    [GeneratedRegex("\\b(?:not (?:now|yet|right now|at the moment|this (?:week|month|quarter|year)|a good time|the right time|ready(?: yet)?|decided(?: yet)?)|no (?:news|update|updates|decision|answer yet|hurry|rush|time (?:now|right now|this|for))|nothing new|nothing yet|bad time|(?:too|very|really|so|super|quite|pretty|crazy) busy|busy (?:now|right now|this|at the moment|until|with)|don t give up|dont give up|still interested|(?:some ?time|some ?day|at some point|one day|eventually|soon)$|maybe (?:later|next|in|after)|ask me (?:again|later)|(?:put|putting) (?:me|us) off|put off|fobbed|strung|stall\\w*)\\b")]
    private static partial Regex Vague();

    [GeneratedRegex("\\b(?:signed|they (?:sign|agreed|accepted|ordered|bought|paid)|agreed to|accepted|(?:sent|gave) (?:me |us )?(?:the |an? )?(?:po|order|purchase order|signature|contract back|data|requirements|access|numbers)|purchase order|introduced (?:me|us)|brought (?:in )?(?:a |his |her |their )?(?:colleague|boss|cto|ceo|cfo)|paid|it moved|moved (?:on|ahead|forward)|started the (?:trial|pilot)|want(?:s)? to (?:buy|sign|order)|said yes)\\b")]
    private static partial Regex Moved();

    [GeneratedRegex("\\b(?:no (?:answer|reply|response|contact|pick ?up)(?! yet)|voice ?mail|mailbox|(?:left|leaving) (?:a |another )?message|(?:didn ?t|did not|couldn ?t|could not|cannot|can ?t|wasn ?t able to|haven ?t|have not) (?:answer|reply|respond|reach|reached|pick up|picked up|get through|get hold of|get a hold of)|nobody (?:answered|picked up|there|in|home)|no one (?:answered|picked up|there)|not reached|unreachable|out of (?:the )?office|rang out|line (?:was )?(?:busy|engaged)|no show|didn ?t show(?: up)?|ghosted)\\b")]
    private static partial Regex NotReached();
}
