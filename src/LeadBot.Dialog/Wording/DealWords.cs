using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about deals: losing, parking, keeping, resuming.</summary>
internal static class DealWords
{
    public const string WhichName = "Which deal? Type the prospect's name, for example \"Acme\".";
    public const string WhichNameAgain = "I need a name to go on, for example \"Acme\"; \"cancel\" leaves it.";
    public const string NameField = "The prospect's name";
    public const string NameTooLong = "That name is too long for a button. Give me one of up to 80 characters.";
    public const string NoDealHere = "There is no deal on the table here. Start with \"qualify NAME\".";
    public const string MovedOn = "That button is from earlier; this is how it stands now.";
    public const string DealGone = "That deal is not there any more: it was forgotten, for good. \"qualify NAME\" starts a new one.";

    public static string OrNamed(string unknown, string name) => $"{unknown} Or is the deal called \"{name}\"?";

    public static string UnknownPlaybook(string said, IEnumerable<string> known) =>
        $"I have no playbook called \"{said}\". There are: {string.Join(", ", known)}.";

    public static string NoSuchDeal(string name) => $"You have no deal called \"{name}\". \"qualify {name}\" starts one.";

    public const string NoDealNamed = "Which deal? Name it, or type \"deals\" for your list.";

    public static string NoSuchDealBut(string name, string here) => $"You have no deal called \"{name}\". Did you mean {here}?";

    public const string WhichDeal = "Which one do you mean?";

    public static string SameOrNew(string name) => $"You have something like \"{name}\" already. Which one is it?";

    public static string? Standing(Deal deal, AmountLanguage language) => deal switch
    {
        { State: DealState.Lost, Lost: { } loss } => LostBecause(loss.Reason, loss.Note),
        { State: DealState.Won } => "Won.",
        { State: DealState.Parked, ParkedUntil: { } until } => $"Parked until {Days.Day(until)}.",
        { Kept: { } kept } => $"Kept against \"{VerdictWords.Kind(kept.Against)}\": {kept.Reason} (budget {Days.Duration(kept.HourBudget, language)}).",
        _ => null,
    };

    public static string WhyLost(string deal) => $"Why is {deal} lost?";

    public static string WhyLostAgain(int misses) => misses % 2 == 1 ? "Which of these comes closest? Press one, or type its number." : "I need one of these reasons, so that we can learn from it.";

    public const string OtherNote = "What was it, in a few words?";
    public const string NoteField = "Anything to add? \"Other\" needs it.";
    public const string NoteMissing = "\"Other\" needs a few words, so that it means something later.";

    public static string Lost(string deal, decimal hoursFreed, AmountLanguage language) =>
        hoursFreed > 0 ? $"{deal} is lost. Well done: about {Days.Duration(hoursFreed, language)} freed (an estimate)." : $"{deal} is lost. Well done: that one won't cost you another hour.";

    public const string SpendThem = "Spend them on a deal that can be won.";

    public static string LostBecause(string reason, string? note) => $"Lost: {(note ?? reason).TrimEnd('.')}.";

    public static string ParkUntilWhen(string deal) => $"Until when shall {deal} rest?";

    public const string ParkHint = "Or type a date: \"1 March\", \"in 6 weeks\".";
    public static string ParkPast(int misses) => misses % 2 == 0 ? "That day is not in the future. From which day on shall it come back?" : "That is no day to come, either. Press one, or name it like \"in 6 weeks\".";

    public static string ParkTooFar(int misses) => misses % 2 == 0 ? "That is more than two years off. Nobody waits that long: lose it, or name a nearer day." : "Still more than two years off. Press one, or lose it.";

    public static string ParkAgain(int misses) => misses % 2 == 1 ? "I didn't get that date. For example \"1 March\" or \"in 6 weeks\"." : "Still no date I can read. Press one, or try \"2027-03-01\".";

    public static string Parked(string deal, DateOnly until) => $"{deal} is parked until {Days.Day(until)}. Leave it alone until then.";

    public static string WhyKeep(string deal) => $"Your call. Why keep {deal}? One sentence, for the record.";

    public const string KeepNote = "Why keep it?";
    public const string KeepNeedsReason = "A kept deal needs its reason, in one sentence.";

    public static string KeepBudget(string deal) => $"How many hours may {deal} still cost you?";

    public const string BudgetHint = "Or type it: \"3h\", \"half a day\".";

    public static string BudgetAgain(int misses) => misses % 2 == 1 ? "I need a number of hours, for example \"4\" or \"half a day\"." : "How many hours at most? Press one, or type \"2h\" or \"90 min\".";

    public static string Kept(string deal, string reason, decimal hours, AmountLanguage language) => $"{deal} is kept, for at most {Days.Duration(hours, language)}: {reason}";

    public const string NothingToKeep = "The verdict is Pursue already; there is nothing to keep it against.";
    public const string NoVerdictYet = "There is no verdict yet to keep it against. Answer the questions first.";

    public static string WhichAnswer(string deal) => $"Which answer about {deal} do you want to change?";

    public static string WhichAnswerAgain(int misses) => misses % 2 == 1 ? "I didn't get which one. Press it, or type its number." : "None of your answers goes by that. Which of these is it?";

    public const string NothingToEdit = "There is no answer to edit yet.";

    public static string LeftOff(string deal, int answers) => answers switch
    {
        0 => $"You had started {deal}, without an answer yet.",
        1 => $"You were one answer into {deal}.",
        _ => $"You were {answers} answers into {deal}.",
    };

    public static string Verdict(string deal, string kind) => $"The verdict on {deal} was: {kind}.";

    public const string PlaybookChanged = "The playbook has changed since. Continue with the questions you started with, or start over with the new ones?";
    public const string ReopenOrStartOver = "Reopen it, or start over?";
    public const string ContinueOrStartOver = "Continue, or start over?";

    public static string WhichOfBoth(string one, string other) => $"Press one of these, or type \"{one.ToLowerInvariant()}\" or \"{other.ToLowerInvariant()}\".";

    public static string StartOverQuestion(string deal, int answers) => answers == 1
        ? $"Start over with {deal}? Its one answer is set aside."
        : $"Start over with {deal}? Its {answers} answers are set aside.";

    public static string Unparked(string deal, DateOnly until) => $"{deal} was parked until {Days.Day(until)}; it is open again.";

    public static string OpenAlready(string deal) => $"{deal} is open already.";

    public static string Reopened(string deal) => $"{deal} is open again; its clock starts today.";

    public static string Won(Deal deal, AmountLanguage language) => deal.Course.HoursSunk > 0
        ? $"{deal.Name} is won. Congratulations! It took {Days.Duration(deal.Course.HoursSunk, language)}."
        : $"{deal.Name} is won. Congratulations!";

    public const string NoStages = "There are no stages yet. An admin can list them.";
    public const string NoStagesAdmin = "There are no stages yet. List them, for example: \"settings stages lead, demo, proposal, contract\".";

    public static string WhichStage(string deal) => $"Which stage is {deal} in?";

    public static string NoSuchStage(string said, IEnumerable<string> stages) => $"There is no stage \"{said}\". There are: {string.Join(", ", stages)}.";

    public static string StageSet(string deal, string stage) => $"{deal} is in {stage} now.";

    public static string StageAlready(string deal, string stage) => $"{deal} is in {stage} already.";

    public const string RenameTo = "What shall it be called? For example \"rename Acme to Acme West\".";

    public static string NamedAlready(string name) => $"It is called {name} already.";

    public static string Renamed(string from, string to) => $"{from} is called {to} from now on.";

    public static string NobodyCalled(string name) => $"I don't know anybody called \"{name}\" here. They have to say hello to me once.";

    public static string GiveToWhom(string deal) => $"Who shall have {deal}?";

    public const string ReceiverField = "A colleague's name";

    public static string TheirsAlready(string deal, string? owner) => owner is null ? $"{deal} is yours already." : $"{deal} is {owner}'s already.";

    public static string GivenTo(string deal, string to) => $"{deal} is {to}'s from now on. I told them.";

    public static string TakenOver(string deal) => $"{deal} is yours from now on. I told its owner.";

    public static string GivenToYou(string by, string deal) => $"{by} gave you {deal}, with everything it went through.";

    public static string TakenFromYou(string by, string deal) => $"{by} took over {deal}.";

    public static string GivenFromYou(string by, string deal, string to) => $"{by} gave {deal} to {to}.";

    public static string ValueExample(string deal) => $"What would {deal} bring? For example \"value {deal} 5k\".";

    public static string ValueSet(string deal, string value) => $"{deal} would bring {value}.";

    public static string WhatForTheCut(string deal, string from, string to) => $"The price of {deal} went from {from} to {to}. What did they give for it?";

    public const string GaveField = "What they gave for it";
    public const string CutForNothing = "Noted: nothing. Next time, a lower price buys something: less of it, sooner, or a signature.";

    public static string CutFor(string gave) => $"Noted. They gave: {gave.TrimEnd('.')}.";

    public static string WhenWillYouAsk(string deal) => $"On which day will you ask them about {deal}?";

    public static string AskOn(string deal, DateOnly day) => $"You'll ask them about {deal} on {Days.Day(day)}; I'll ask you then.";

    public static string AskDayMoved(Course course) => $"The day was moved, so that counts as a put-off: {HealthWords.PutOffs(course)}.";

    public const string NowhereToShare = "No channel is linked yet. In the channel where verdicts shall go, an admin types \"post here\".";
    public const string ShareWhere = "Share it where?";
    public const string NothingToShare = "There is no verdict to share yet.";

    public static string Shared(string channel) => $"Shared in {channel}.";

    public static string SharedBy(string name) => $"{name} shares a verdict.";

    public static string OnlyThese(string deal, IReadOnlyList<string> names) => names.Count switch
    {
        0 => $"Only the owner or a manager can change {deal}.",
        1 => $"Only {names[0]} or a manager can change {deal}.",
        _ => $"Only {string.Join(", ", names.SkipLast(1))} or {names[^1]} can change {deal}.",
    };

    public static string ParkedAgain(Course course) => $"Parked again, so that counts as a put-off: {HealthWords.PutOffs(course)}.";

    public static string Left(string deal) => $"{deal} rests where it is. \"continue {deal}\" takes it up again.";

    public const string NothingToCancel = "There is nothing going on to cancel.";

    public static string WhenWanted(string deal) => $"Good. On which day did they say they still want {deal}?";

    public static string WantedFuture(int misses) => misses % 2 == 0 ? "That day is still to come. On which day did you talk?" : "That one is to come, too. For example \"today\" or \"last Friday\".";

    public static string WantedAgain(int misses) => misses % 2 == 1 ? "I didn't get that day. For example \"today\" or \"last Friday\"." : "Which day was it? Press one, or type it like \"15 March\".";

    public static string WhichHesitation(int misses) => misses % 2 == 0 ? "Which one made them hesitate?" : "Press the one that made them hesitate, or type its number.";

    public static string StillWantedHint(int misses) => misses % 2 == 0 ? "Tell me what came back: did they still want it, or did they hesitate?" : "Which was it? Press one, or type \"they still want it\" or \"they hesitated\".";

    public static string Confirmed(DateOnly on) => $"They still wanted it on {Days.Day(on)}. That makes it final.";
}
