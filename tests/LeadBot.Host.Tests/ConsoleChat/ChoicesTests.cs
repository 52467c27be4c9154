using LeadBot.Dialog.Cards;
using LeadBot.Host.ConsoleChat;

namespace LeadBot.Host.Tests.ConsoleChat;

public sealed class ChoicesTests
{
    private readonly Choices _choices = new();

    [Theory]
    [InlineData("2", "Park it")]
    [InlineData(" 1 ", "Lose it")]
    [InlineData("lose IT", "Lose it")]
    [InlineData("3", null)]
    [InlineData("a", null)]
    [InlineData("", null)]
    public void Pressed_NumberOrLabel_IsItsButton(string typed, string? label)
    {
        _choices.Offer(With("Lose it", "Park it"));

        Assert.Equal(label, _choices.Pressed(typed)?.Label);
    }

    [Fact]
    public void Offer_TwoCardsOfOneTurn_CountsOn()
    {
        _choices.NewTurn();
        _choices.Offer(With("Yes", "No"));

        Assert.Equal(["3"], _choices.Offer(With("Help")).Select(c => c.Key));
        Assert.Equal("Yes", _choices.Pressed("1")?.Label);
    }

    [Fact]
    public void Offer_NextTurn_ReplacesTheLastOne()
    {
        _choices.Offer(With("Yes", "No"));
        _choices.NewTurn();
        _choices.Offer(With("Help"));

        Assert.Equal("Help", _choices.Pressed("1")?.Label);
        Assert.Null(_choices.Pressed("2"));
    }

    [Fact]
    public void Offer_NoButtonsInTheNextTurn_KeepsTheLastOnes()
    {
        _choices.Offer(With("Yes", "No"));
        _choices.NewTurn();
        _choices.Offer(With());

        Assert.Equal("No", _choices.Pressed("2")?.Label);
    }

    [Fact]
    public void Offer_WhereANumberIsAnAnswer_UsesLetters()
    {
        _choices.Offer(With("Under 8", "8 to 24", "Don't know"));

        Assert.Null(_choices.Pressed("2"));
        Assert.Equal("8 to 24", _choices.Pressed("b")?.Label);
    }

    [Fact]
    public void Offer_BesideAFieldToFillIn_UsesLetters()
    {
        _choices.Offer(new Card("Note", [new CardPart.TextField("note", "Note")], [Cards.Button("Save"), Cards.Button("Back")]));

        Assert.Null(_choices.Pressed("1"));
        Assert.Equal("Save", _choices.Pressed("a")?.Label);
    }

    [Fact]
    public void Offer_RowsOfButtons_CountsThemInTheOrderShown()
    {
        Assert.Equal(["Drop it", "It moved", "Drop it", "Park it", "All deals"], _choices.Offer(Cards.Digest).Select(c => c.Button.Label));
        Assert.Equal("Globex", _choices.Pressed("3")?.Data["is"]);
        Assert.Equal("Park it", _choices.Pressed("park it")?.Label);
    }

    [Fact]
    public void Pressed_ALabelOfSeveralDeals_IsNoneOfThem()
    {
        _choices.Offer(Cards.Digest);

        Assert.Null(_choices.Pressed("drop it"));
    }

    private static Card With(params string[] labels) => Card.Of("Choose.", [.. labels.Select(l => Cards.Button(l))]);
}
