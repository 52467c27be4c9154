using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Wording;

/// <summary>Said while questions are asked.</summary>
internal static class QuestionWords
{
    public static string Opening(string deal, int questions, int seconds) =>
        $"{deal}: {AtMost(questions)}, about {Minutes(seconds)}. I stop as soon as the answer is clear.";

    public static string Progress(string deal, int left) => left switch
    {
        <= 1 => $"{deal} · last question",
        _ => $"{deal} · at most {left} questions left",
    };

    public static string Editing(string deal, string? now) =>
        now is null ? $"{deal} · asking again" : $"{deal} · so far: {now}";

    public static string WhyTitle(string why) => $"Why: {why}";

    public const string WordsLabel = "Words to ask it in";

    /// <param name="command">What words have to begin with to reach the bot; may be empty.</param>
    public static string TypeHint(Question question, string command) => question.Kind switch
    {
        QuestionKind.Number when question.AsksForHours => $"Or type how long: \"{command}3h\", \"{command}two days\".",
        QuestionKind.Money => $"Or type an amount: \"{command}about 5k\", \"{command}$200 a month\".",
        QuestionKind.Number => $"Or type a number: \"{command}12\", \"{command}about 10\".",
        QuestionKind.Date => $"Or type a date: \"{command}15 March\", \"{command}next quarter\".",
        _ => "",
    };

    public static string Noted(string what) => $"Noted: {what}.";

    public static string Answered(string what) => $"Answered: {what}";

    public static string WhichOfThem(int misses) => misses % 2 == 0 ? "That could mean more than one of these. Which is it?" : "Which of these do you mean? Its number will do.";

    public static string OneThing(string said) => $"You said {said}. One thing I need: which of these is it?";

    public static string OtherCurrency(string said, string ours) => $"I count in {ours} here. Roughly how much is that {said} in {ours}?";

    public static string OtherCurrencyAgain(string said, string ours, string first, string second) =>
        $"I can't convert {said}, sorry. Say it in {ours}, like \"{first}\" or \"{second}\".";

    public static string PastDay(string day) => $"{day} has passed. Which day is it from today on?";

    public static string PastDayAgain(string day, string first, string second) =>
        $"{day} is over, too. I need a day to come, like \"{first}\" or \"{second}\".";

    public static string FirstQuestion => "This is the first question; there is nothing to go back to.";

    public static string NoPlaybook => "The playbook this was asked with is gone. Start over with the one in use now?";

    /// <summary>Never the same words twice running; from the third time on only the buttons are offered.</summary>
    public static string NotUnderstood(int misses, QuestionKind kind, string first, string second) => misses switch
    {
        1 => $"I didn't get that. For example \"{first}\" or \"{second}\".",
        2 => $"Still not clear to me, sorry. Try {(kind is QuestionKind.Choice or QuestionKind.YesNo ? "the number of an option or its words" : "it shorter")}, like \"{first}\" or \"{second}\".",
        _ => (misses % 3) switch
        {
            0 => "Let's use the buttons for this one.",
            1 => "I can't read that here. One of these fits, or \"Don't know\" does:",
            _ => "Please press one of these:",
        },
    };

    private static string AtMost(int questions) => questions == 1 ? "one question" : $"at most {questions} questions";

    private static string Minutes(int seconds) => seconds switch
    {
        < 50 => "half a minute",
        < 90 => "a minute",
        _ => $"{(int)Math.Round(seconds / 60.0)} minutes",
    };
}
