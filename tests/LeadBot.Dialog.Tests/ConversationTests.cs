using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

public sealed class ConversationTests
{
    private static readonly Playbook Changed = LoseFast.Playbook with { Hash = new PlaybookHash(new string('b', 64)), Version = 2, PursueAt = 25 };

    [Fact]
    public void The_welcome_comes_once_whichever_event_comes_first()
    {
        var desk = new Desk();
        Assert.Single(desk.Arrive().Say);
        Assert.Empty(desk.Arrive().Say);
        Assert.Single(desk.Arrive("lee").Say);
    }

    [Fact]
    public void A_conversation_is_taken_up_after_days()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("5k");
        desk.Now += TimeSpan.FromDays(9);
        desk.Type("they still want it and said why");
        Assert.Equal(2, desk.Deal("Acme").Qualification!.Answers.Count);
    }

    [Fact]
    public void A_changed_playbook_asks_to_continue_or_start_over()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("5k");
        desk.Playbooks = WithChanged(desk);
        var offer = desk.Type("1").Say[0];
        Assert.Equal(["Continue", "Start over"], offer.Buttons.Select(b => b.Label));
        Assert.Single(desk.Deal("Acme").Qualification!.Answers);

        desk.Press("Continue");
        desk.Type("1");
        Assert.Equal(2, desk.Deal("Acme").Qualification!.Answers.Count);
        Assert.Equal(LoseFast.Playbook.Hash, desk.Deal("Acme").Qualification!.Playbook);
    }

    [Fact]
    public void Yesterday_is_the_day_before_the_speakers_own_whosever_the_deal_is()
    {
        var desk = new Desk { Now = new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero) };
        desk.Type("hello");
        desk.Workspace = desk.Workspace with { Managers = [new PersonId("mo")] };
        desk.Person("dana", person => person with { TimeZone = "Pacific/Auckland" });
        desk.Person("mo", person => person with { TimeZone = "America/Los_Angeles" });
        foreach (var said in new[] { "qualify Umbrella", "12k", "they still want it and said why", "nothing stands in the way", "not challenged", "in three weeks", "yes", "homework" })
        {
            desk.Type(said);
        }

        // For Dana it is Monday the 23rd, for Mo still Sunday.
        desk.Type("deal Umbrella", "mo");
        desk.Press("Show the verdict", "mo");
        desk.Press("They still want it", "mo");
        desk.Type("yesterday", "mo");

        Assert.Equal(new DateOnly(2026, 11, 21), desk.Deal("Umbrella").Qualification!.Confirmed);
    }

    [Fact]
    public void Starting_over_takes_the_changed_playbook()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("5k");
        desk.Playbooks = WithChanged(desk);
        desk.Type("1");
        desk.Type("start over");
        Assert.Equal(Changed.Hash, desk.Deal("Acme").Qualification!.Playbook);
        Assert.Empty(desk.Deal("Acme").Qualification!.Answers);
    }

    [Fact]
    public void A_playbook_that_is_gone_offers_a_new_start()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Playbooks = new PlaybookShelf(new Dictionary<PlaybookId, Playbook> { [Changed.Id] = Changed }, new Dictionary<PlaybookHash, Playbook> { [Changed.Hash] = Changed });
        Assert.Equal(["Start over"], desk.Type("5k").Say[0].Buttons.Select(b => b.Label));
        desk.Press("Start over");
        Assert.Equal(Changed.Hash, desk.Deal("Acme").Qualification!.Playbook);
    }

    [Fact]
    public void An_edit_after_the_verdict_is_a_new_line_in_the_history()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Type("edit");
        desk.Type("1");
        desk.Type("500");
        Assert.Equal([VerdictKind.WalkAway, VerdictKind.WalkAway], desk.Verdicts.Select(v => v.Kind));
        Assert.Equal([false, true], desk.Verdicts.Select(v => v.Edited));
        Assert.Single(desk.Counted);
    }

    [Fact]
    public void A_verdict_taken_back_takes_back_what_its_answers_counted()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        Assert.Single(desk.Counted);

        desk.Type("undo");

        Assert.Empty(desk.Counted);
        desk.Type("continue");
        desk.Type("free");
        Assert.Single(desk.Counted);
    }

    [Fact]
    public void Keeping_is_recorded_apart_from_the_verdict()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Type("keep it anyway");
        desk.Type("They are our best reference");
        desk.Type("90 min");
        var deal = desk.Deal("Acme");
        Assert.Equal(new Keeping(VerdictKind.WalkAway, "They are our best reference", 1.5m, desk.Now), deal.Kept);
        Assert.Equal(VerdictKind.WalkAway, deal.Qualification!.Verdict);
    }

    [Fact]
    public void Parked_twice_for_being_short_walks_away()
    {
        var desk = new Desk();
        AnswerShort(desk, "qualify Acme");
        Assert.Equal(VerdictRule.ShortOfPursue, desk.Verdicts[^1].Rule);
        desk.Press("Park it");
        desk.Type("in 30 days");
        AnswerShort(desk, "qualify Acme", "start over");
        Assert.Equal(VerdictRule.ShortAgain, desk.Verdicts[^1].Rule);
    }

    [Fact]
    public void Other_needs_a_note()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Press("Lose it");
        var note = desk.Press("Other").Say[0];
        desk.Press(note.Buttons[0], filledIn: (ButtonFields.Note, "  "));
        Assert.Equal(DealState.Open, desk.Deal("Acme").State);
        desk.Press(note.Buttons[0], filledIn: (ButtonFields.Note, "Budget went elsewhere"));
        Assert.Equal("Budget went elsewhere", desk.Deal("Acme").Lost!.Note);
    }

    [Theory]
    [InlineData("verdict")]
    [InlineData("qualify Zed")]
    [InlineData("park it")]
    [InlineData("why")]
    public void A_command_is_no_note(string command)
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Press("Lose it");
        desk.Press("Other");
        desk.Type(command);
        Assert.Equal(DealState.Open, desk.Deal("Acme").State);
        desk.Type("qualify Acme");
        desk.Press("Continue");
        desk.Type("keep it anyway");
        desk.Type(command);
        Assert.Null(desk.Deal("Acme").Kept);
    }

    [Fact]
    public void Losing_can_be_taken_back_exactly()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Type("keep it anyway");
        desk.Type("They are friends");
        desk.Type("3h");
        var before = desk.Deal("Acme");
        desk.Type("lose it because they ran away");
        Assert.Equal("they ran away", desk.Deal("Acme").Lost!.Note);
        desk.Press("Undo");
        Assert.Equal(before with { Revision = before.Revision + 2 }, desk.Deal("Acme"));
    }

    [Fact]
    public void A_parked_deal_whose_loss_is_taken_back_is_parked()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Type("park it until in 30 days");
        var before = desk.Deal("Acme");
        desk.Type("lose Acme because they said no");
        desk.Press("Undo");
        Assert.Equal(before with { Revision = before.Revision + 2 }, desk.Deal("Acme"));
    }

    [Fact]
    public void What_one_deal_waits_for_is_not_given_to_another()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Type("keep it anyway");
        var budget = desk.Type("They are friends").Say[0].Buttons[0];
        // As on cards of the first release: the reason is what the conversation waits with.
        budget = budget with { Data = budget.Data.Where(field => field.Key != ButtonFields.Note).ToDictionary() };
        desk.Type("qualify Zenith");
        desk.Type("free");
        desk.Type("keep it anyway");
        desk.Type("A quite different reason");
        desk.Press(budget);
        Assert.Null(desk.Deal("Acme").Kept);
    }

    [Fact]
    public void An_old_button_of_another_deal_does_not_take_the_question_away()
    {
        var desk = new Desk();
        var old = desk.Type("qualify Acme").Say[0].Buttons[0];
        desk.Type("free");
        desk.Type("qualify Zenith");
        desk.Press(old);
        desk.Press(old, canRedraw: true);
        desk.Type("5k");
        Assert.Single(desk.Deal("Zenith").Qualification!.Answers);
    }

    [Fact]
    public void Back_from_a_narrower_question_takes_no_answer_away()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("5k");
        desk.Type("edit");
        desk.Type("1500-3000");
        desk.Type("back");
        Assert.Single(desk.Deal("Acme").Qualification!.Answers);
        desk.Type("1500-3000");
        desk.Press("Back");
        Assert.Single(desk.Deal("Acme").Qualification!.Answers);
    }

    [Fact]
    public void Back_after_a_verdict_asks_the_last_answer_again()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Type("back");
        Assert.Empty(desk.Deal("Acme").Qualification!.Answers);
        Assert.IsType<Waiting.AnswerTo>(desk.ConversationAt(Desk.Direct()).Waiting);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("7")]
    public void A_bare_number_is_not_taken_for_a_price(string number)
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        var card = desk.Type(number).Say[0];
        Assert.Empty(desk.Deal("Acme").Qualification!.Answers);
        desk.Press(card.Buttons.First(b => b.Label == $"${number},000"));
        Assert.Equal(new Answer.Amount(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) * 1000, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) * 1000, Period.Once), desk.Deal("Acme").Qualification!.Answers[0].Answer);
    }

    [Fact]
    public void Continuing_a_parked_deal_opens_it_and_says_so()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        desk.Type("park it until in 30 days");
        Assert.Contains("was parked until", desk.Type("continue Acme").Say[0].Summary, StringComparison.Ordinal);
        Assert.Equal(DealState.Open, desk.Deal("Acme").State);
    }

    [Fact]
    public void A_name_with_with_in_it_is_not_lost_to_an_unknown_playbook()
    {
        var desk = new Desk();
        desk.Press(desk.Type("qualify Start with Why").Say[0].Buttons[0]);
        Assert.Equal(DealState.Open, desk.Deal("Start with Why").State);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void A_chance_of_winning_is_shown_only_with_enough_history(int sample, bool shown)
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("free");
        var deal = desk.Deal("Acme");
        var qualification = deal.Qualification!;
        desk.Deals[deal.Id] = deal with { Qualification = qualification with { Terms = qualification.Terms with { Chance = 0.25, ChanceSample = sample } } };
        var card = desk.Type("verdict").Say[0];
        Assert.Equal(shown, card.Parts.OfType<CardPart.Paragraph>().Any(p => p.Text == $"Of {sample} deals you pursued, about 25 % were won."));
    }

    [Fact]
    public void Help_lists_only_what_can_be_done_now()
    {
        var desk = new Desk();
        Assert.DoesNotContain("lose it", desk.Type("help").Say[0].Summary, StringComparison.Ordinal);
        desk.Type("qualify Acme");
        Assert.Contains("don't know", desk.Type("help").Say[0].Summary, StringComparison.Ordinal);
        desk.Type("free");
        var after = desk.Type("help").Say[0].Summary;
        Assert.Contains("keep it anyway", after, StringComparison.Ordinal);
        Assert.DoesNotContain("don't know", after, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_channel_the_name_can_be_filled_in()
    {
        var desk = new Desk();
        var card = desk.Type("qualify", place: Desk.Thread("3")).Say[0];
        desk.Press(card.Buttons[0], place: Desk.Thread("3"), filledIn: (ButtonFields.Note, "Acme"));
        Assert.Equal(DealState.Open, desk.Deal("Acme").State);
    }

    [Fact]
    public void Only_an_admin_sets_the_playbook_of_a_channel()
    {
        var bant = LoseFast.Playbook with { Id = new PlaybookId("bant"), Title = "BANT", Hash = new PlaybookHash(new string('c', 64)) };
        var desk = new Desk(LoseFast.Playbook, bant);
        desk.Type("hello");
        desk.Type("settings playbook bant", "lee", Desk.Thread("5"));
        Assert.Empty(desk.Workspace.ChannelPlaybooks);
        desk.Type("settings playbook bant", "dana", Desk.Thread("6"));
        desk.Type("qualify Acme", "dana", Desk.Thread("7"));
        Assert.Equal(bant.Id, desk.Deal("Acme").Qualification!.PlaybookId);
        desk.Type("qualify Beta");
        Assert.Equal(LoseFast.Playbook.Id, desk.Deal("Beta").Qualification!.PlaybookId);
    }

    [Fact]
    public void A_setting_in_the_middle_does_not_lose_the_question()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("settings");
        desk.Press("Change time zone");
        desk.Type("Berlin");
        desk.Type("5k");
        Assert.Single(desk.Deal("Acme").Qualification!.Answers);
    }

    [Fact]
    public void Amounts_are_read_each_persons_own_way()
    {
        var desk = new Desk();
        desk.Type("hello");
        desk.Type("settings");
        desk.Press("Write amounts as 1.500,00");
        desk.Type("qualify Acme");
        desk.Type("2.500");
        Assert.Equal(new Answer.Amount(2500, 2500, Period.Once), desk.Deal("Acme").Qualification!.Answers[0].Answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🙂🙂🙂")]
    [InlineData("<script>alert(1)</script>")]
    public void Anything_typed_gets_a_decent_reply(string text)
    {
        var desk = new Desk();
        Assert.NotEmpty(desk.Type(text).Say);
        desk.Type("qualify Acme");
        Assert.NotEmpty(desk.Type(text).Say);
        Assert.NotEmpty(desk.Type(new string('x', 20_000)).Say);
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused_with_its_reason()
    {
        var desk = new Desk();
        Assert.Contains("too long", desk.Type("qualify " + new string('x', 100)).Say[0].Summary, StringComparison.Ordinal);
        Assert.Empty(desk.Deals);
    }

    private static PlaybookShelf WithChanged(Desk desk) =>
        new(new Dictionary<PlaybookId, Playbook> { [Changed.Id] = Changed }, new Dictionary<PlaybookHash, Playbook>(desk.Playbooks.ByHash) { [Changed.Hash] = Changed });

    /// <summary>Neutral answers: short of Pursue, and nothing ends or parks it.</summary>
    private static void AnswerShort(Desk desk, params string[] openings)
    {
        foreach (var opening in openings)
        {
            desk.Type(opening);
        }

        var neutral = new Dictionary<string, string>
        {
            ["can-use"] = "hurdle", ["pay"] = "normal", ["price-talk"] = "second", ["if-nothing"] = "annoying",
            ["who"] = "kept-away", ["when"] = "soon", ["did"] = "polite", ["no-is-fine"] = "wants",
        };
        while (desk.ConversationAt(Desk.Direct()).Waiting is Waiting.AnswerTo { Question: var question })
        {
            var outcome = neutral[question.Value];
            desk.Press(desk.Shown.Last().Buttons.First(b => b.Data.GetValueOrDefault(ButtonFields.Outcome) == outcome));
        }
    }
}
