using LeadBot.Dialog.Cards;
using LeadBot.Domain;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

public sealed class NotUnderstoodTests
{
    private static readonly string[] Pursued =
        ["qualify Acme", "12k", "they still want it and said why", "nothing stands in the way", "not challenged", "in three weeks", "I have", "homework"];

    /// <summary>What leads to a question, and what is no answer to it.</summary>
    public static TheoryData<string[], string> Questions => new()
    {
        { [], "purple rain" },
        { [], "Purple" },
        { ["qualify Acme"], "purple" },
        { ["qualify Acme"], "€500" },
        { ["qualify Acme"], "77" },
        { ["qualify Acme"], "-5" },
        { ["qualify Acme", "about 2 grand"], "purple" },
        { ["qualify Acme", "5k"], "purple" },
        { ["qualify Acme", "5k", "1", "1", "1"], "purple" },
        { ["qualify Acme", "5k", "1", "1", "1"], "yesterday" },
        { ["qualify Acme", "5k", "qualify Acme"], "purple" },
        { ["qualify Acme", "5k", "start over"], "purple" },
        { ["qualify Acme", "5k", "cancel", "verdict"], "purple" },
        { ["qualify Acme", "free"], "purple" },
        { ["qualify Acme", "free"], "Purple" },
        { ["qualify Acme", "free", "lose it"], "purple" },
        { ["qualify Acme", "free", "lose it", "1", "qualify Acme"], "purple" },
        { ["qualify Acme", "free", "park it"], "purple" },
        { ["qualify Acme", "free", "park it"], "yesterday" },
        { ["qualify Acme", "free", "park it"], "in 5 years" },
        { ["qualify Acme", "free", "keep it anyway", "they are friends"], "purple" },
        { ["qualify Acme", "5k", "1", "edit"], "purple" },
        { [.. Pursued], "purple" },
        { [.. Pursued, "they hesitated"], "purple" },
        { [.. Pursued, "they still want it"], "purple" },
        { [.. Pursued, "they still want it"], "tomorrow" },
        { ["qualify Acme", "free", "log Acme 1h"], "purple" },
        { ["qualify Acme", "free", "next Acme send the quote"], "purple" },
        { ["qualify Acme", "free", "next Acme send the quote"], "yesterday" },
        { ["qualify Acme", "forget deal Acme"], "purple" },
        { ["settings zone"], "purple" },
        { ["settings digest"], "purple" },
        { ["settings most"], "99" },
    };

    [Theory, MemberData(nameof(Questions))]
    public void It_is_never_said_twice_in_the_same_words(string[] before, string text)
    {
        var desk = After(before);
        var said = Enumerable.Range(0, 8).Select(_ => desk.Type(text).Say[0].Summary).ToList();
        Assert.All(said.Zip(said.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Theory]
    [InlineData("€500", "€500", "in USD?", "Say it in USD, like \"5k\" or \"$200 a month\".")]
    [InlineData("77", "78", "more than one of these", "Which of these do you mean?")]
    public void What_is_understood_and_no_answer_says_why_and_the_third_time_only_buttons_are_offered(string text, string next, string first, string second)
    {
        var desk = After("qualify Acme");
        Assert.Contains(first, desk.Type(text).Say[0].Summary, StringComparison.Ordinal);
        Assert.Contains(second, desk.Type(next).Say[0].Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Type("purple").Say[0].Parts.OfType<CardPart.Paragraph>(), p => p.Text.Contains("type", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Examples_are_given_once_on_a_card()
    {
        var desk = After("qualify Acme");
        Assert.All(
            Enumerable.Range(0, 3).Select(_ => desk.Type("purple").Say[0]),
            card => Assert.DoesNotContain(card.Parts.OfType<CardPart.Paragraph>(), p => p.Text.StartsWith("Or type", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1", 7_000)]
    [InlineData("2", 7)]
    [InlineData("$7,000", 7_000)]
    public void Of_what_could_be_meant_a_number_chooses(string choice, decimal amount)
    {
        var desk = After("qualify Acme");
        Assert.Equal(["$7,000", "$7"], desk.Type("7").Say[0].Buttons.Take(2).Select(b => b.Label));
        desk.Type(choice);
        Assert.Equal(amount, Assert.IsType<Answer.Amount>(desk.Deal("Acme").Qualification!.Answers[0].Answer).From);
    }

    [Fact]
    public void A_playbook_chosen_for_a_deal_that_is_there_is_not_forgotten()
    {
        var desk = new Desk(LoseFast.Playbook, LoseFast.Playbook with { Id = new PlaybookId("bant"), Hash = new PlaybookHash(new string('c', 64)) });
        desk.Type("qualify Acme");
        desk.Type("5k");
        desk.Type("qualify Acme with bant");
        desk.Type("purple");
        desk.Type("start over");
        Assert.Equal("bant", desk.Deal("Acme").Qualification!.PlaybookId.Value);
    }

    [Fact]
    public void A_yes_to_something_said_since_deletes_nothing()
    {
        var desk = After("qualify Acme", "forget deal Acme", "deals");
        Assert.Null(desk.Type("yes").Forget);
    }

    [Fact]
    public void The_first_two_misses_give_examples_and_the_third_only_buttons()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        Assert.Contains("\"5k\"", desk.Type("purple").Say[0].Summary, StringComparison.Ordinal);
        Assert.Contains("\"1500 to 3000\"", desk.Type("purple").Say[0].Summary, StringComparison.Ordinal);
        var third = desk.Type("purple").Say[0];
        Assert.DoesNotContain("example", third.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(third.Parts.OfType<CardPart.Paragraph>(), p => p.Text.Contains("type", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(third.Buttons);
    }

    private static Desk After(params string[] said)
    {
        var desk = new Desk();
        foreach (var line in said)
        {
            desk.Type(line);
        }

        return desk;
    }
}
