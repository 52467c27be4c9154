namespace LeadBot.Dialog.Wording;

/// <summary>What a person can do now.</summary>
internal static class HelpWords
{
    public const string Title = "What you can do now";

    public static readonly (string Command, string Does) Qualify = ("qualify NAME", "start a deal, or take one up again; \"with PLAYBOOK\" chooses the questions");
    public static readonly (string Command, string Does) Answer = ("an answer", "press a button or type it: \"about 5k\", \"next quarter\", \"2\"");
    public static readonly (string Command, string Does) DontKnow = ("don't know", "a real answer, too");
    public static readonly (string Command, string Does) Why = ("why", "the reason for the question, and the words to ask it in");
    public static readonly (string Command, string Does) Back = ("back", "take the last answer back");
    public static readonly (string Command, string Does) SoFar = ("verdict", "where it stands");
    public static readonly (string Command, string Does) Edit = ("edit", "change an earlier answer");
    public static readonly (string Command, string Does) StartOver = ("start over", "ask everything again");
    public static readonly (string Command, string Does) Cancel = ("cancel", "leave it for later");
    public static readonly (string Command, string Does) Continue = ("continue", "take it up where you left it");
    public static readonly (string Command, string Does) Keep = ("keep it anyway", "against the verdict, with a reason and an hour budget");
    public static readonly (string Command, string Does) Log = ("log NAME 1h what they said", "a contact and what it cost; a put-off is asked about");
    public static readonly (string Command, string Does) Next = ("next NAME tuesday what", "plan the next step; the clock rests until then");
    public static readonly (string Command, string Does) Won = ("won NAME", "it is yours");
    public static readonly (string Command, string Does) LoseNamed = ("lost NAME reason", "you get the goodbye to send");
    public static readonly (string Command, string Does) ParkNamed = ("park NAME until 1 March", "leave it alone until then");
    public static readonly (string Command, string Does) Reopen = ("reopen NAME", "a parked, won or lost deal is open again");
    public static readonly (string Command, string Does) Deals = ("deals", "yours, those that need you most first");
    public static readonly (string Command, string Does) Deal = ("deal NAME", "how it is, and its buttons; \"deal NAME history\" what it went through");
    public static readonly (string Command, string Does) Stage = ("stage NAME proposal", "which stage it is in");
    public static readonly (string Command, string Does) Others = ("rename, give, value", "\"rename NAME to NEW\", \"give NAME to @colleague\", \"value NAME 5k\"");
    public static readonly (string Command, string Does) Undo = ("undo", "take back your last change");
    public static readonly (string Command, string Does) Settings = ("settings", "when your digest comes, days away, your time zone and more; \"settings workspace\" is for admins");
    public static readonly (string Command, string Does) Forget = ("forget deal NAME, forget @person", "delete for good what I hold of a deal, or of a person and their deals; I ask first");
    public static readonly (string Command, string Does) ForgetMe = ("forget me", "ask an admin to delete what I hold of you");
    public static readonly (string Command, string Does) Audit = ("audit", "who changed which setting, and what else admins did");

    public static string About(string deal) => $"About {deal}:";
}
