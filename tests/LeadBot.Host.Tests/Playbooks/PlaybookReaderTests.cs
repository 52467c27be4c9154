using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Host.Playbooks;

namespace LeadBot.Host.Tests.Playbooks;

public sealed class PlaybookReaderTests
{
    private static readonly Playbook s_playbook = PlaybookReader.Read(TextOf.EveryKind).Playbook!;

    [Fact]
    public void Every_kind_of_question_is_read()
    {
        Assert.Empty(PlaybookReader.Read(TextOf.EveryKind).Faults);
        Assert.Equal(
            [QuestionKind.Choice, QuestionKind.Money, QuestionKind.Number, QuestionKind.Date, QuestionKind.YesNo],
            s_playbook.Questions.Select(q => q.Kind));
        Assert.Equal(("tiny", 3, "EUR", 6, -4, 30), (s_playbook.Id.Value, s_playbook.Version, s_playbook.Currency.Code, s_playbook.PursueAt, s_playbook.WalkBelow, s_playbook.ParkDays));
        Assert.Equal(["No fit", "Other"], s_playbook.LostReasons);
        Assert.Equal(new MayNotFit(new QuestionId("price"), "Is it not too dear?"), Assert.Single(s_playbook.MayNotFit));
    }

    [Fact]
    public void Outcomes_keep_what_stands_in_the_file()
    {
        Assert.Equal(new Outcome(new OutcomeId("never"), "Never", 0, KnocksOut: "No fit", Expect: 30), s_playbook.Questions[0].Outcomes[1]);
        Assert.Equal(new Outcome(new OutcomeId("low"), null, -2, Expect: 40, Below: 500), s_playbook.Questions[1].Outcomes[0]);
        Assert.Equal(new Outcome(new OutcomeId("many"), null, -2, Expect: 50, Hours: 20.5m), s_playbook.Questions[2].Outcomes[1]);
        Assert.Equal(new Outcome(new OutcomeId("far"), null, 0, Parks: new Parking(60, true), Expect: 30), s_playbook.Questions[3].Outcomes[1]);
        Assert.Equal(new Outcome(new OutcomeId("undated"), null, -3, Expect: 30, NoDate: true), s_playbook.Questions[3].Outcomes[2]);
        Assert.Equal(new Outcome(new OutcomeId("no"), "No", -3, Parks: new Parking(1, false), Expect: 50), s_playbook.Questions[4].Outcomes[1]);
    }

    [Fact]
    public void Hours_are_a_number_or_the_question_that_asks_for_them() => Assert.Equal(
        new Worth(new QuestionId("price"), 50, 100.50m, 0.4, 2.5m, null, 0, new QuestionId("hours")),
        s_playbook.Worth);

    [Fact]
    public void Dont_know_is_expected_five_times_unless_said() =>
        Assert.Equal([12, 5, 5, 5, 5], s_playbook.Questions.Select(q => q.DontKnowExpect));

    [Fact]
    public void Texts_that_differ_are_two_playbooks()
    {
        Assert.Matches("^[0-9a-f]{64}$", s_playbook.Hash.Value);
        Assert.Equal(s_playbook.Hash, PlaybookReader.Read(TextOf.EveryKind).Playbook!.Hash);
        Assert.NotEqual(s_playbook.Hash, PlaybookReader.Read(TextOf.EveryKind + "\n# seen").Playbook!.Hash);
    }

    [Theory]
    [InlineData("currency: EUR", "curency: EUR", "line 4: A playbook has no 'curency'. Did you mean 'currency'?")]
    [InlineData("currency: EUR", "curency: EUR", "line 1: A playbook needs 'currency'.")]
    [InlineData("version: 3", "version: three", "line 2: 'version' must be a whole number.")]
    [InlineData("version: 3", "version: 3.5", "line 2: 'version' must be a whole number.")]
    [InlineData("chance: 0.4", "chance: 40%", "line 8: 'chance' must be a number such as 12 or 0.3.")]
    [InlineData("title: Tiny", "title: [Tiny]", "line 3: 'title' must be a text.")]
    [InlineData("title: Tiny", "title:", "line 3: 'title' must be a text.")]
    [InlineData("  seconds: 20", "  secs: 20", "line 14: A question has no 'secs'. It may have id, ask, why, words, seconds, dont-know, options, yes-no, money, number, date.")]
    [InlineData("points: 3, expect: 70", "pionts: 3, expect: 70", "line 17: An option has no 'pionts'. Did you mean 'points'?")]
    [InlineData("knocks-out: No fit", "knocks_out: No fit", "line 18: An option has no 'knocks_out'. Did you mean 'knocks-out'?")]
    [InlineData("knocks-out: No fit", "points: 1, knocks-out: No fit", "line 18: Points do not count beside 'knocks-out'. Leave one of the two out.")]
    [InlineData("points: 3, expect: 70", "expect: 70", "line 17: An answer needs 'points' (0 is neutral), or 'knocks-out' with the reason.")]
    [InlineData("text: It fits, points: 3, expect: 70", "text: It fits, points: 3", "line 17: An option needs 'expect'.")]
    [InlineData("60 days before", "2 months", "line 42: 'parks' is written '30 days' (from the answer on) or '90 days before' (the date that was answered).")]
    [InlineData("  options:", "  choices:", "line 10: A question needs one of options, yes-no, money, number, date.")]
    [InlineData("  dont-know: 12", "  date: []", "line 10: A question needs only one of options, yes-no, money, number, date.")]
    [InlineData("lost-reasons: [No fit, Other]", "lost-reasons: No fit", "line 54: 'lost-reasons' must be a list.")]
    [InlineData("lost-reasons: [No fit, Other]", "lost-reasons: [{a: b}, Other]", "line 54: A lost reason must be a text.")]
    [InlineData("- {if-true: price, say: \"Is it not too dear?\"}", "- Is it not too dear?", "line 53: A reason it may not fit is written as keys with values, such as 'if-true: …'.")]
    public void A_fault_names_its_line(string line, string instead, string fault)
    {
        var reading = PlaybookReader.Read(TextOf.With(line, instead));

        Assert.Null(reading.Playbook);
        Assert.Contains(fault, reading.Faults.Select(f => f.ToString()));
    }

    [Fact]
    public void All_faults_are_named_at_once_by_line()
    {
        var text = TextOf.With("version: 3", "version: x").Replace("pursue-at: 6", "pursue: 6", StringComparison.Ordinal).Replace("below: 500", "below: much", StringComparison.Ordinal);

        Assert.Equal([1, 2, 5, 25], PlaybookReader.Read(text).Faults.Select(f => f.Line));
    }

    [Fact]
    public void Faults_of_sense_are_named_beside_what_cannot_be_read()
    {
        (string Line, string Instead)[] breaks =
        [
            ("version: 3", "version: one"), ("currency: EUR", "currency: euros"), ("pursue-at: 6", "pursue-at: 500"), ("walk-below: -4", "walk-below: 600"),
            ("chance: 0.4", "chance: 40"), ("  seconds: 20", "  seconds: 0"), ("text: It fits", "txt: It fits"), ("below: 500", "below: -1"),
            ("id: soon, within: 90", "id: soon, witin: 90"), ("  ask: Sure?", "  ask: []"), ("parks: 1 day", "parks: 9 days before"),
            ("if-true: price", "if-true: prize"), ("[No fit, Other]", "[No fit, No fit, [], Other]"),
        ];
        var faults = PlaybookReader.Read(breaks.Aggregate(TextOf.EveryKind, (text, b) => text.Replace(b.Line, b.Instead, StringComparison.Ordinal))).Faults;

        Assert.Equal([2, 4, 5, 6, 8, 14, 17, 17, 25, 41, 45, 51, 53, 54, 54], faults.Select(f => f.Line));
    }

    [Theory]
    [InlineData("pursue-at: 6", "pursue-at: six", 1)]
    [InlineData("walk-below: -4", "walk-below: low", 1)]
    [InlineData("id: price\n", "id: []\n", 1)]
    [InlineData("worth: {price: price", "worth: {prise: price", 2)]
    [InlineData("worth: {", "worth: {floor: 3, ", 1)]
    [InlineData("selling-hours: 2.5", "selling-hours: []", 1)]
    [InlineData("questions:\n", "questionz:\n", 2)]
    [InlineData("  options:", "  choices:", 2)]
    [InlineData("  money:", "  monies:", 2)]
    [InlineData("below: 500", "below: much", 1)]
    [InlineData("below: 500", "belw: 500", 1)]
    [InlineData("below: 10, hours: 5", "below: 10, hours: few", 1)]
    [InlineData("within: 90", "within: soon", 1)]
    [InlineData("within: 90", "witin: 90", 1)]
    [InlineData("points: 3, expect: 70", "points: many, expect: 70", 1)]
    [InlineData("knocks-out: No fit", "knocks_out: No fit", 2)]
    [InlineData("parks: 1 day", "parks: a day", 1)]
    [InlineData("    no: {parks: 1 day, points: -3, expect: 50}\n", "", 1)]
    [InlineData("lost-reasons: [No fit, Other]", "lost-reasons: No fit", 1)]
    [InlineData("[No fit, Other]", "[No fit, []]", 1)]
    [InlineData("goodbye: Goodbye.", "goodbye: []", 1)]
    public void What_stands_for_the_unread_makes_no_faults_of_its_own(string line, string instead, int faults) =>
        Assert.Equal(faults, PlaybookReader.Read(TextOf.With(line, instead)).Faults.Count);

    [Theory]
    [InlineData("", "line 1: The file is empty.")]
    [InlineData("# nothing", "line 1: The file is empty.")]
    [InlineData("just words", "line 1: A playbook is written as keys with values, such as 'id: …'.")]
    [InlineData("id: a\n---\nid: b", "line 1: The file holds several documents. A playbook is one.")]
    [InlineData("id: a\ntitle: &t x", "line 2: Anchors (&name) are not allowed in a playbook. Leave the anchor out.")]
    [InlineData("id: a\ntitle: *t", "line 2: Aliases (*name) are not allowed in a playbook. Write it out.")]
    public void What_is_no_playbook_at_all_is_refused(string text, string fault) =>
        Assert.Contains(fault, PlaybookReader.Read(text).Faults.Select(f => f.ToString()));

    [Fact]
    public void Broken_YAML_names_the_line_it_breaks_at()
    {
        var fault = Assert.Single(PlaybookReader.Read("id: a\ntitle: \"open\nversion: 1\n").Faults);

        Assert.StartsWith("This is not YAML: ", fault.Sentence, StringComparison.Ordinal);
        Assert.InRange(fault.Line, 2, 4);
    }

    [Fact]
    public void A_key_given_twice_is_a_fault() =>
        Assert.Equal(2, Assert.Single(PlaybookReader.Read("id: a\nid: b\n").Faults).Line);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Endless_nesting_is_refused_before_it_can_hurt(char bracket) => Assert.Contains(
        "nested this deep",
        Assert.Single(PlaybookReader.Read("questions: " + new string(bracket, 200_000)).Faults).Sentence,
        StringComparison.Ordinal);
}
