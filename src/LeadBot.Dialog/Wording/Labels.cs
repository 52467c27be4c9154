namespace LeadBot.Dialog.Wording;

/// <summary>What stands on buttons.</summary>
internal static class Labels
{
    /// <summary>The longest label that fits a phone and every channel, in characters.</summary>
    public const int Longest = 60;

    public const string DontKnow = "Don't know";
    public const string Why = "Why this question?";
    public const string Back = "Back";
    public const string Qualify = "Qualify a deal";
    public const string Start = "Start";
    public const string QualifyAnother = "Qualify another deal";
    public const string Help = "Help";
    public const string Settings = "Settings";
    public const string Continue = "Continue";
    public const string ContinueQuestions = "Continue the questions";
    public const string StartOver = "Start over";
    public const string StillWanted = "They still want it";
    public const string Hesitated = "They hesitated";
    public const string Today = "Today";
    public const string Yesterday = "Yesterday";
    public const string Lose = "Lose it";
    public const string Park = "Park it";
    public const string Keep = "Keep it anyway";
    public const string Edit = "Edit an answer";
    public const string Show = "Show the verdict";
    public const string Save = "Save";
    public const string Moved = "It moved";
    public const string PutOff = "They put me off";
    public const string NoContact = "No contact";
    public const string YesPutOff = "Yes, they put me off";
    public const string NoMoved = "No, it moved";
    public const string Next = "Plan next step";
    public const string NoNext = "No next step";
    public const string StepDone = "Done, and it moved";
    public const string StepMoved = "Not done: move it";
    public const string Won = "Won";
    public const string Reopen = "Reopen it";
    public const string ParkLonger = "Park it longer";
    public const string Undo = "Undo";
    public const string UndoAll = "Take all of it back";
    public const string Tomorrow = "Tomorrow";
    public const string NextWeek = "Next week";
    public const string InTwoWeeks = "In two weeks";
    public const string Share = "Share";
    public const string AskDay = "When will you ask?";
    public const string Nothing = "Nothing";
    public const string History = "History";
    public const string Deals = "All my deals";
    public const string Drop = "Drop it";
    public const string NotNow = "Not now";
    public const string ShowDeal = "Show the deal";
    public const string Give = "Give it to somebody";

    public static string GiveDeal(string deal) => $"Give {deal} away";

    public static string OpenDeal(string deal) => $"Open {deal}";

    public static string OthersDeal(string deal, string owner) => $"{deal} ({owner})";

    public static string Took(decimal hours) => hours < 1 ? $"{(int)(hours * 60)} min" : $"{hours:0} h";

    public static string On(DateOnly day) => Days.Day(day);

    public static string Answer(string question) => $"Answer: {question}";

    public static string NewDeal(string name) => $"New deal: {name}";

    public static string ParkUntil(DateOnly day) => $"Until {Days.Brief(day)}";

    public static string Hours(int hours) => $"{hours} hours";

    /// <summary>Cuts a label that is too long, at a word where one ends near.</summary>
    public static string Fit(string label)
    {
        if (label.Length <= Longest)
        {
            return label;
        }

        var cut = label.LastIndexOf(' ', Longest - 1);
        return string.Concat(label.AsSpan(0, cut > Longest / 2 ? cut : Longest - 1), "…");
    }
}
