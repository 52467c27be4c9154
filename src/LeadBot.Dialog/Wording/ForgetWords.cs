namespace LeadBot.Dialog.Wording;

/// <summary>Said about deleting for good.</summary>
internal static class ForgetWords
{
    private const string ForGood = "What playbooks have learnt stays, as bare counts, and so does what I said in this chat before. It can't be undone.";

    public const string DealForgotten = "Done: that deal is forgotten. If your CRM still has it, the next import brings it back.";
    public const string PersonForgotten = "Done: they are forgotten, with their deals. If they speak to me again, they start anew.";
    public const string PersonGone = "I know nothing of them any more.";
    public const string NobodyToAsk = "You are the only admin here, and one has to be left to do it. Make somebody else one: \"settings admins add @Kim\". Then ask me again. Whoever runs LeadBot can do it without: \"forget person\" on the command line.";

    public static string AskDeal(string deal) =>
        $"Forget {deal} for good? Its name, answers, verdicts, notes, history and every message about it are deleted. {ForGood}";

    public static string AskPerson(string name, int deals) => deals switch
    {
        0 => $"Forget {name} for good? Their name, settings, reminders and every message to them are deleted. {ForGood}",
        _ => $"Forget {name} for good? Their name, settings, reminders and every message to them are deleted, and so {(deals == 1 ? "is the deal that is" : $"are the {deals} deals that are")} theirs, with all that was noted. \"give NAME to @colleague\" first keeps a deal. {ForGood}",
    };

    public static string ForgetIt(string name) => $"Forget {name}";

    public static string NoSuchDeal(string name) => $"There is no deal called \"{name}\".";

    public static string Unknown(string said) => $"I know nobody called {said}. For a deal it is \"forget deal {said}\".";

    public static string AskedFor(IReadOnlyList<string> admins) => $"I have passed it on to {string.Join(", ", admins)}: an admin decides, since your deals would go with you. Until then everything stays.";

    public static string Wanted(string name) => $"{name} asks to be forgotten.";
}
