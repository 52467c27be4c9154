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

    /// <summary>On cards of the first release; a loss is taken back.</summary>
    public const string TakeBack = "take-back";
    public const string Deal = "deal";
    public const string Deals = "deals";
    public const string History = "history";
    public const string ThisDeal = "this-deal";
    public const string Moved = "moved";
    public const string PutOff = "put-off";
    public const string NoContact = "no-contact";
    public const string Took = "took";
    public const string Next = "next";
    public const string NextOn = "next-on";
    public const string StepDone = "step-done";
    public const string StepMoved = "step-moved";
    public const string Won = "won";
    public const string Reopen = "reopen";
    public const string Undo = "undo";
    public const string UndoAll = "undo-all";
    public const string SetStage = "set-stage";
    public const string GiveTo = "give-to";
    public const string Share = "share";
    public const string ShareIn = "share-in";
    public const string AskDay = "ask-day";
    public const string AskOn = "ask-on";
    public const string PriceCut = "price-cut";
    public const string NotNow = "not-now";
    public const string NotNowUntil = "not-now-until";
    public const string CleanUp = "clean-up";
    public const string ForgetDeal = "forget-deal";
    public const string ForgetPerson = "forget-person";
    public const string Audit = "audit";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>
    {
        Start, Help, Settings, Set, Answer, DontKnow, Why, Back, Continue, StartOver, StillWanted, Hesitated, WantedOn,
        Lose, LoseBecause, Park, ParkUntil, Keep, KeepBecause, KeepFor, Edit, EditAnswer, Show, TakeBack,
        Deal, Deals, History, ThisDeal, Moved, PutOff, NoContact, Took, Next, NextOn, StepDone, StepMoved, Won, Reopen, Undo, UndoAll,
        SetStage, GiveTo, Share, ShareIn, AskDay, AskOn, PriceCut, NotNow, NotNowUntil, CleanUp, ForgetDeal, ForgetPerson, Audit,
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

    /// <summary>What they said, or what the next step is.</summary>
    public const string Said = "said";

    /// <summary>There has to be a next step.</summary>
    public const string Needed = "needed";
    public const string Person = "person";
    public const string Channel = "channel";
    public const string Playbook = "playbook";

    /// <summary>The day of the digest the button is in, in its reader's zone.</summary>
    public const string Digest = "digest";

    /// <summary>The day of the exceptions digest the button is in, in the manager's zone.</summary>
    public const string Exceptions = "exceptions";
}
