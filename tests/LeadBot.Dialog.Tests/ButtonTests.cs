using System.Reflection;
using CsCheck;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

public sealed class ButtonTests
{
    private static readonly string[] Words = ["1", "2", "3", "don't know", "back", "why", "edit", "cancel", "continue", "start over", "help", "settings", "lose it", "park it", "keep it anyway", "verdict", "5k", "next quarter", "hello", "qualify Beta", "purple", "deal Acme", "deals", "log Acme 1h call me in January", "it moved", "they put me off", "friday call them", "next Acme tomorrow call", "won Acme", "reopen Acme", "undo", "deal Acme history", "give Acme to me", "value Acme 5k", "value Acme 1k", "share", "none", "lost Acme they said no", "park Acme until in 30 days", "forget deal Acme", "yes", "audit", "forget me"];

    /// <summary>Whatever is said and pressed, in any order: nothing throws, and every button that was shown does something.</summary>
    [Fact]
    public void Every_button_that_is_shown_can_be_pressed_at_any_time()
    {
        Gen.Int[0, 999].Array[1, 25].Sample(
            steps =>
            {
                var desk = new Desk();
                desk.Arrive();
                desk.Type("qualify Acme");
                foreach (var step in steps)
                {
                    var buttons = desk.Shown.SelectMany(card => card.AllButtons).ToList();
                    var decision = step % 3 == 0 ? desk.Type(Words[step % Words.Length]) : desk.Press(buttons[^(1 + step % Math.Min(buttons.Count, 20))], canRedraw: step % 2 == 0);
                    Assert.True(decision.Say.Count > 0 || decision.Redrawn is not null || decision.OnlyForYou is not null, "A press or a word must be answered.");
                    Assert.DoesNotContain("don't know that button", decision.OnlyForYou ?? "", StringComparison.Ordinal);
                    Assert.All(decision.Say.SelectMany(card => card.AllButtons), button => Assert.Contains(button.Action, ButtonActions.All));
                    Assert.All(decision.Say.SelectMany(card => card.AllButtons), button => Assert.InRange(button.Label.Length, 1, 60));
                    Assert.All(decision.Say, card => Assert.InRange(card.AllButtons.Count(button => button.Style == ButtonStyle.Primary), 0, 1));
                }
            },
            iter: 300);
    }

    [Fact]
    public void The_list_of_all_actions_is_complete()
    {
        var constants = typeof(ButtonActions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(constants.Order(), ButtonActions.All.Order());
    }

    [Fact]
    public void A_button_nobody_knows_is_answered_for_the_presser_alone()
    {
        var decision = new Desk().Press(new Button("blow-up", "?", new Dictionary<string, string>()));
        Assert.NotNull(decision.OnlyForYou);
        Assert.Empty(decision.Say);
    }

    [Theory]
    [InlineData("deal", "")]
    [InlineData("deal", "zz")]
    [InlineData("rev", "99999999999999999999")]
    [InlineData("q", "no-such-question")]
    [InlineData("o", "no-such-outcome")]
    [InlineData("rev", "-1")]
    public void A_tampered_button_does_no_harm(string field, string value)
    {
        var desk = new Desk();
        var asked = desk.Type("qualify Acme").Say[0];
        var before = desk.Deal("Acme");
        desk.Press(asked.Buttons[0], filledIn: (field, value));
        Assert.Equal(before, desk.Deal("Acme"));
    }

    [Theory]
    [InlineData("from", "-5")]
    [InlineData("from", "5", "to", "3")]
    [InlineData("from", "abc")]
    [InlineData("from", "2027-01-01", "to", "2026-01-01")]
    public void An_answer_that_cannot_be_read_is_asked_again(params string[] fields)
    {
        var desk = new Desk();
        var button = desk.Type("qualify Acme").Say[0].Buttons[0];
        var data = button.Data.Where(d => d.Key != ButtonFields.Outcome).ToDictionary();
        for (var i = 0; i < fields.Length; i += 2)
        {
            data[fields[i]] = fields[i + 1];
        }

        Assert.IsType<Waiting.AnswerTo>(desk.Press(button with { Data = data }).Conversation.Waiting);
        Assert.Empty(desk.Deal("Acme").Qualification!.Answers);
    }

    [Fact]
    public void A_press_repeated_under_another_event_does_nothing_more()
    {
        var desk = new Desk();
        var button = desk.Type("qualify Acme").Say[0].Buttons[3];
        desk.Press(button, canRedraw: true);
        var answered = desk.Deal("Acme");
        var again = desk.Press(button, canRedraw: true);
        Assert.Equal(answered, desk.Deal("Acme"));
        Assert.NotNull(again.Redrawn);
        Assert.Empty(again.Say);
    }

    [Fact]
    public void Somebody_elses_deal_is_refused_to_the_presser_alone()
    {
        var desk = new Desk();
        var button = desk.Type("qualify Acme").Say[0].Buttons[0];
        var decision = desk.Press(button, "lee", Desk.Direct("lee"));
        Assert.NotNull(decision.OnlyForYou);
        Assert.Empty(desk.Deal("Acme").Qualification!.Answers);
    }

    [Fact]
    public void A_typed_press_of_a_channel_without_fields_is_answered() =>
        Assert.NotNull(new Desk().Press(new Button(ButtonActions.Answer, "x", new Dictionary<string, string>())).OnlyForYou);
}
