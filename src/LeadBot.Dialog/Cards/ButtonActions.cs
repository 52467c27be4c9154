namespace LeadBot.Dialog.Cards;

/// <summary>Every action a button can carry. A released action is never renamed: old cards keep their buttons.</summary>
public static class ButtonActions
{
    public const string Start = "start";
    public const string Help = "help";
    public const string Settings = "settings";
    public const string Set = "set";
    public const string Answer = "answer";
    public const string DontKnow = "dont-know";
    public const string Why = "why";
    public const string Back = "back";
    public const string Continue = "continue";
    public const string StartOver = "start-over";
    public const string StillWanted = "still-wanted";
    public const string Hesitated = "hesitated";
    public const string WantedOn = "wanted-on";
    public const string Lose = "lose";
    public const string LoseBecause = "lose-because";
    public const string Park = "park";
    public const string ParkUntil = "park-until";
    public const string Keep = "keep";
    public const string KeepBecause = "keep-because";
    public const string KeepFor = "keep-for";
    public const string Edit = "edit";
    public const string EditAnswer = "edit-answer";
    public const string Show = "show";
    public const string TakeBack = "take-back";
    public const string Deal = "deal";
    public const string Deals = "deals";
    public const string Moved = "moved";
    public const string Reopen = "reopen";
    public const string GiveTo = "give-to";
    public const string NotNow = "not-now";
    public const string NotNowUntil = "not-now-until";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>
    {
        Start, Help, Settings, Set, Answer, DontKnow, Why, Back, Continue, StartOver, StillWanted, Hesitated, WantedOn,
        Lose, LoseBecause, Park, ParkUntil, Keep, KeepBecause, KeepFor, Edit, EditAnswer, Show, TakeBack,
        Deal, Deals, Moved, Reopen, GiveTo, NotNow, NotNowUntil,
    };
}

/// <summary>The names under which buttons carry their data.</summary>
public static class ButtonFields
{
    /// <summary>The subject: a deal.</summary>
    public const string Deal = "deal";

    /// <summary>The subject's revision when the button was drawn.</summary>
    public const string Revision = "rev";
    public const string Question = "q";
    public const string Outcome = "o";
    public const string From = "from";
    public const string To = "to";
    public const string Per = "per";
    public const string NoDate = "no-date";
    public const string Reason = "reason";
    public const string Note = "note";
    public const string Day = "day";
    public const string Hours = "hours";
    public const string Setting = "setting";
    public const string Value = "value";
    public const string New = "new";
    public const string Playbook = "playbook";

    /// <summary>The day of the digest the button is in, in its reader's zone.</summary>
    public const string Digest = "digest";
}
