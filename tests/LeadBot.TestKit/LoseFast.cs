using LeadBot.Domain;
using LeadBot.Domain.Playbooks;

namespace LeadBot.TestKit;

/// <summary>A playbook much like the shipped lose-fast, that does not change with it: eight questions, knock-outs, a price, a date that parks.</summary>
public static class LoseFast
{
    public static readonly Playbook Playbook = new(
        new PlaybookHash(new string('a', 64)),
        new PlaybookId("lose-fast"),
        1,
        "Lose fast",
        new Currency("USD"),
        PursueAt: 20,
        WalkBelow: -12,
        ParkDays: 60,
        new Worth(new QuestionId("pay"), 50, 1000, 0.30, 6, null, 12, null),
        [
            new Question(
                new QuestionId("can-use"),
                "Can they use it at all, whatever it costs?",
                "The cheese buyer was lactose intolerant and too polite to say so for three months.",
                "Before I tell you anything good: is there any reason you couldn't use this at all - a rule, a system, a contract, a taste? 'No' is a fine answer.",
                20,
                QuestionKind.Choice,
                [
                    new Outcome(new OutcomeId("fits"), "Nothing stands in the way", 3, Expect: 78),
                    new Outcome(new OutcomeId("hurdle"), "A hurdle they will clear themselves", -3, Expect: 14),
                    new Outcome(new OutcomeId("never"), "They can't use it", 0, KnocksOut: "They can't use it", Expect: 8),
                ],
                DontKnowExpect: 5),
            new Question(
                new QuestionId("pay"),
                "What do they expect to pay?",
                "A $150 website costs you the same afternoon as a $5,000 one.",
                "Projects like this run from $2,000 to $10,000. Is that in the region you had in mind, or should we stop here?",
                30,
                QuestionKind.Money,
                [
                    new Outcome(new OutcomeId("free"), null, 0, KnocksOut: "They want it free", Expect: 5, Below: 1),
                    new Outcome(new OutcomeId("under"), null, 0, KnocksOut: "Below our price floor", Expect: 15, Below: 1000),
                    new Outcome(new OutcomeId("tight"), null, -4, Expect: 20, Below: 2000),
                    new Outcome(new OutcomeId("normal"), null, 5, Expect: 45, Below: 10000),
                    new Outcome(new OutcomeId("large"), null, 8, Expect: 15),
                ],
                DontKnowExpect: 5),
            new Question(
                new QuestionId("price-talk"),
                "What has happened about price and rivals?",
                "A discount given out of fear makes a deal you dread; a buyer who believes a cheaper promise has left already.",
                "If somebody has promised you the same for less and you believe them, take it - I can't match it. What would you want me to leave out for that price?",
                30,
                QuestionKind.Choice,
                [
                    new Outcome(new OutcomeId("calm"), "Price not challenged", 4, Expect: 45),
                    new Outcome(new OutcomeId("held"), "We were pushed and held or traded", 4, Expect: 20),
                    new Outcome(new OutcomeId("gave"), "We cut it and got nothing back", -10, Expect: 17),
                    new Outcome(new OutcomeId("believes"), "They believe a cheaper promise", 0, KnocksOut: "Believes a cheaper promise", Expect: 10),
                    new Outcome(new OutcomeId("second"), "We are the second quote", -8, Expect: 8),
                ],
                DontKnowExpect: 5),
            new Question(
                new QuestionId("if-nothing"),
                "What does it cost them to do nothing?",
                "Most lost deals are lost to doing nothing, not to a rival.",
                "Suppose you leave everything as it is until next year. What happens?",
                40,
                QuestionKind.Choice,
                [
                    new Outcome(new OutcomeId("named"), "They named a sum or a date", 12, Expect: 30),
                    new Outcome(new OutcomeId("annoying"), "It is annoying", 0, Expect: 40),
                    new Outcome(new OutcomeId("nothing"), "Nothing really", -12, Expect: 30),
                ],
                DontKnowExpect: 5),
            new Question(
                new QuestionId("who"),
                "Have you talked to the person who can say yes?",
                "Only people who can say yes can say no.",
                "Besides you, who could stop this? Can the three of us talk for ten minutes before I write anything?",
                20,
                QuestionKind.Choice,
                [
                    new Outcome(new OutcomeId("talked"), "Yes", 8, Expect: 45),
                    new Outcome(new OutcomeId("booked"), "A date is booked", 3, Expect: 15),
                    new Outcome(new OutcomeId("kept-away"), "I am kept away", -8, Expect: 40),
                ],
                DontKnowExpect: 5),
            new Question(
                new QuestionId("when"),
                "When must it be working?",
                "No date, no deal; a far date is a Park, not a pipeline.",
                "Is there a day by which this must be running? If it can wait, tell me when to come back and I'll leave you alone until then.",
                20,
                QuestionKind.Date,
                [
                    new Outcome(new OutcomeId("soon"), null, 6, Expect: 45, WithinDays: 120),
                    new Outcome(new OutcomeId("this-year"), null, 0, Expect: 15, WithinDays: 240),
                    new Outcome(new OutcomeId("far"), null, 0, Parks: new Parking(90, BeforeTheDate: true), Expect: 15),
                    new Outcome(new OutcomeId("no-date"), null, -8, Expect: 25, NoDate: true),
                ],
                DontKnowExpect: 5),
            new Question(
                new QuestionId("did"),
                "What have they done for this, not said?",
                "'Come by again next week' costs them nothing.",
                "To quote properly I need your numbers by Thursday. Is it worth half an hour of yours? If not, fine - then it isn't worth it to you now.",
                20,
                QuestionKind.Choice,
                [
                    new Outcome(new OutcomeId("work"), "Did homework or brought a colleague in", 10, Expect: 35),
                    new Outcome(new OutcomeId("polite"), "Turns up and answers", 0, Expect: 40),
                    new Outcome(new OutcomeId("takes"), "Only takes ('come again next week')", -12, Expect: 25),
                ],
                DontKnowExpect: 5),
            new Question(
                new QuestionId("no-is-fine"),
                "You told them no is fine. What came back?",
                "You do both a favour. Not said yet? Choose Don't know and say it.",
                "I don't want to bug you week after week. It's OK to say no - you'd be doing me a favour. Should we stop here?",
                30,
                QuestionKind.Choice,
                [
                    new Outcome(new OutcomeId("wants"), "They still want it and said why", 8, Expect: 55),
                    new Outcome(new OutcomeId("wobbled"), "'Don't give up on us yet'", -10, Expect: 30),
                    new Outcome(new OutcomeId("said-no"), "They said no", 0, KnocksOut: "They said no", Expect: 15),
                ],
                DontKnowExpect: 5),
        ],
        [
            new MayNotFit(new QuestionId("pay"), "Do you easily have the money for this?"),
            new MayNotFit(new QuestionId("did"), "You are busy already. Won't this add stress?"),
            new MayNotFit(new QuestionId("if-nothing"), "What if you simply wait a year?"),
        ],
        [
            "They said no",
            "They can't use it",
            "They want it free",
            "Below our price floor",
            "Believes a cheaper promise",
            "Nothing happens if they don't",
            "Could not reach who decides",
            "Strung us along",
            "Other",
        ],
        "It looks as if this isn't for you now, and that is fine. I'll stop calling. If that changes, you know where I am.");
}
