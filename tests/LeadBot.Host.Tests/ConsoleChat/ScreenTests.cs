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
            Say [this]:
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

    [Fact]
    public void A_card_without_parts_is_its_summary()
    {
        using var output = new StringWriter();

        new PlainScreen(TextReader.Null, output, echo: true).Show(Card.Of("Hello."), []);

        Assert.Equal($"Hello.{Environment.NewLine}{Environment.NewLine}", output.ToString());
    }
}
