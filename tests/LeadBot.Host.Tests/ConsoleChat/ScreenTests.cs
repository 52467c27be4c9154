using LeadBot.Dialog.Cards;
using LeadBot.Host.ConsoleChat;
using Spectre.Console.Testing;

namespace LeadBot.Host.Tests.ConsoleChat;

public sealed class ScreenTests
{
    [Fact]
    public void A_pipe_shows_a_card_as_plain_lines()
    {
        using var output = new StringWriter();

        new PlainScreen(TextReader.Null, output, echo: true).Show(Cards.Everything, new Choices().Offer(Cards.Everything));

        Assert.Equal(
            """
            ✘ Walk away from [red]Acme[/]
            They can't[2J use it.
              Points: -4
              Needed: 20
            Say [this]
              | It's OK to say no.
              | Should we stop?
            (Why?)
              a. Lose it
              b. Park it


            """,
            output.ToString());
    }

    [Fact]
    public void A_terminal_shows_a_card_with_its_words_in_a_frame()
    {
        using var console = new TestConsole().Width(60);

        new TerminalScreen(console, TextReader.Null).Show(Cards.Everything, new Choices().Offer(Cards.Everything));

        Assert.Equal(
            """
            ✘ Walk away from [red]Acme[/]
            They can't[2J use it.
              Points  -4
              Needed  20
            ╭─Say [this]─────────╮
            │ It's OK to say no. │
            │ Should we stop?    │
            ╰────────────────────╯
            Why?
              a.  Lose it
              b.  Park it


            """,
            console.Output);
    }

    [Fact]
    public void A_pipe_shows_the_buttons_of_a_deal_below_it()
    {
        using var output = new StringWriter();

        new PlainScreen(TextReader.Null, output, echo: true).Show(Cards.Digest, new Choices().Offer(Cards.Digest));

        Assert.Equal(
            """
            Acme
              1. Drop it   2. It moved
            In the CRM: https://crm.test/1
            Globex
              3. Drop it   4. Park it
              5. All deals


            """,
            output.ToString());
    }

    [Fact]
    public void A_terminal_shows_the_buttons_of_a_deal_below_it()
    {
        using var console = new TestConsole().Width(60);

        new TerminalScreen(console, TextReader.Null).Show(Cards.Digest, new Choices().Offer(Cards.Digest));

        Assert.Equal(
            """
            Acme
              1. Drop it  2. It moved
            In the CRM: https://crm.test/1
            Globex
              3. Drop it  4. Park it
              5.  All deals


            """,
            console.Output);
    }

    [Theory]
    [InlineData(Tone.Good, "[1;38;5;2m✔ Yes")]
    [InlineData(Tone.Warning, "[1;38;5;11m▲ Yes")]
    [InlineData(Tone.Bad, "[1;38;5;9m✘ Yes")]
    [InlineData(Tone.Neutral, "[1mYes")]
    public void A_tone_is_a_colour_and_a_sign(Tone tone, string expected)
    {
        using var console = new TestConsole().EmitAnsiSequences();

        new TerminalScreen(console, TextReader.Null).Show(new Card("Yes", [new CardPart.Heading("Yes", tone)], []), []);

        Assert.Contains(expected, console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_terminal_cuts_nothing_off()
    {
        using var console = new TestConsole().Width(24);

        new TerminalScreen(console, TextReader.Null).Show(Cards.Everything, new Choices().Offer(Cards.Everything));

        Assert.All(console.Lines, line => Assert.InRange(line.Length, 0, 24));
        Assert.Contains("Should we stop?", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say", "Say:")]
    [InlineData("Say this:", "Say this:")]
    [InlineData("Ready to win?", "Ready to win?")]
    public void A_pipe_gives_a_label_a_colon_only_where_it_has_no_ending(string label, string shown)
    {
        using var output = new StringWriter();

        new PlainScreen(TextReader.Null, output, echo: true).Show(new Card("", [new CardPart.ToCopy(label, "No."), new CardPart.Facts([new Fact(label, "3")])], []), []);

        Assert.Equal([shown, "  | No.", $"  {shown} 3"], output.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')));
    }

    [Theory]
    [InlineData("What was it, in a few words?", "What was it, in a few words?", 1)]
    [InlineData("Type a city, for example \"Berlin\".", "A city, for example Berlin", 1)]
    [InlineData("Who is it?", "The prospect's name", 2)]
    public void A_field_is_asked_for_once_and_has_no_button_to_press_on_nothing(string text, string label, int lines)
    {
        using var output = new StringWriter();
        var choices = new Choices();
        choices.Offer(new Card("", [], [Cards.Button("Older")]));
        choices.NewTurn();

        new ConsoleChannel(new PlainScreen(TextReader.Null, output, echo: true), choices).Show(
            new Card(text, [new CardPart.Paragraph(text), new CardPart.TextField("note", label)], [Cards.Button("Save")]));

        Assert.Equal(lines, output.ToString().Trim().Split('\n').Length);
        Assert.DoesNotContain("Save", output.ToString(), StringComparison.Ordinal);
        Assert.Null(choices.Pressed("1"));
        Assert.Null(choices.Pressed("Save"));
    }

    [Fact]
    public void A_card_without_parts_is_its_summary()
    {
        using var output = new StringWriter();

        new PlainScreen(TextReader.Null, output, echo: true).Show(Card.Of("Hello."), []);

        Assert.Equal($"Hello.{Environment.NewLine}{Environment.NewLine}", output.ToString());
    }
}
