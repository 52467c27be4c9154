using CsCheck;
using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class OptionsTests
{
    private static readonly string[] Did = ["Did homework or brought a colleague in", "Turns up and answers", "Only takes ('come again next week')"];
    private static readonly string[] CanUse = ["Nothing stands in the way", "A hurdle they will clear themselves", "They can't use it"];
    private static readonly string[] IfNothing = ["They named a sum or a date", "It is annoying", "Nothing really"];
    private static readonly string[] Who = ["Yes", "A date is booked", "I am kept away"];
    private static readonly string[] Price = ["Price not challenged", "We were pushed and held or traded", "We cut it and got nothing back", "They believe a cheaper promise", "We are the second quote"];
    private static readonly string[] NoIsFine = ["They still want it and said why", "'Don't give up on us yet'", "They said no"];
    private static readonly string[] Lost = ["They said no", "They can't use it", "They want it free", "Below our price floor", "Believes a cheaper promise", "Nothing happens if they don't", "Could not reach who decides", "Strung us along", "Other"];

    private static string[] Labels(string question) => question switch
    {
        nameof(Did) => Did,
        nameof(CanUse) => CanUse,
        nameof(IfNothing) => IfNothing,
        nameof(Who) => Who,
        nameof(Price) => Price,
        nameof(NoIsFine) => NoIsFine,
        _ => Lost,
    };

    [Theory]
    [InlineData(nameof(Did), "2", 1)]
    [InlineData(nameof(Did), "2.", 1)]
    [InlineData(nameof(Did), "2)", 1)]
    [InlineData(nameof(Did), "(2)", 1)]
    [InlineData(nameof(Did), "#2", 1)]
    [InlineData(nameof(Did), "option 2", 1)]
    [InlineData(nameof(Did), "Number 3", 2)]
    [InlineData(nameof(Did), "the second one", 1)]
    [InlineData(nameof(Did), "2nd", 1)]
    [InlineData(nameof(Did), "third", 2)]
    [InlineData(nameof(Did), "the last one", 2)]
    [InlineData(nameof(Did), "b", 1)]
    [InlineData(nameof(Did), "B)", 1)]
    [InlineData(nameof(Did), "option c", 2)]
    [InlineData(nameof(Did), "turns up and answers", 1)]
    [InlineData(nameof(Did), "TURNS UP, AND ANSWERS!", 1)]
    [InlineData(nameof(Did), "turns up", 1)]
    [InlineData(nameof(Did), "turns up and anwsers", 1)]
    [InlineData(nameof(Did), "homework", 0)]
    [InlineData(nameof(Did), "they did their homework", 0)]
    [InlineData(nameof(Did), "brought a colleague", 0)]
    [InlineData(nameof(Did), "collegue", 0)]
    [InlineData(nameof(Did), "come again next week", 2)]
    [InlineData(nameof(Did), "only takes", 2)]
    [InlineData(nameof(CanUse), "nothing", 0)]
    [InlineData(nameof(CanUse), "nothing in the way", 0)]
    [InlineData(nameof(CanUse), "a hurdle", 1)]
    [InlineData(nameof(CanUse), "hurdel", 1)]
    [InlineData(nameof(CanUse), "they cant use it", 2)]
    [InlineData(nameof(CanUse), "they cannot use it", 2)]
    [InlineData(nameof(IfNothing), "nothing really", 2)]
    [InlineData(nameof(IfNothing), "nothing realy", 2)]
    [InlineData(nameof(IfNothing), "annoying", 1)]
    [InlineData(nameof(IfNothing), "it's annoying", 1)]
    [InlineData(nameof(IfNothing), "they named a date", 0)]
    [InlineData(nameof(Who), "yes", 0)]
    [InlineData(nameof(Who), "yep", 0)]
    [InlineData(nameof(Who), "booked", 1)]
    [InlineData(nameof(Who), "a date is booked", 1)]
    [InlineData(nameof(Who), "kept away", 2)]
    [InlineData(nameof(Price), "second quote", 4)]
    [InlineData(nameof(Price), "the second one", 1)]
    [InlineData(nameof(Price), "cheaper promise", 3)]
    [InlineData(nameof(Price), "not challenged", 0)]
    [InlineData(nameof(Price), "pushed and held", 1)]
    [InlineData(nameof(NoIsFine), "they said no", 2)]
    [InlineData(nameof(NoIsFine), "they still want it", 0)]
    [InlineData(nameof(NoIsFine), "dont give up on us", 1)]
    [InlineData(nameof(Lost), "other", 8)]
    [InlineData(nameof(Lost), "strung along", 7)]
    [InlineData(nameof(Lost), "price floor", 3)]
    [InlineData(nameof(Lost), "9", 8)]
    public void An_option_is_chosen(string question, string text, int index) =>
        Assert.Equal(new OptionSaid.Chosen(index), Options.Read(text, Labels(question)));

    [Theory]
    [InlineData(nameof(Did), "")]
    [InlineData(nameof(Did), "  ")]
    [InlineData(nameof(Did), "...")]
    [InlineData(nameof(Did), "4")]
    [InlineData(nameof(Did), "0")]
    [InlineData(nameof(Did), "d")]
    [InlineData(nameof(Did), "x")]
    [InlineData(nameof(Did), "no")]
    [InlineData(nameof(Did), "did")]
    [InlineData(nameof(Did), "or")]
    [InlineData(nameof(Did), "and")]
    [InlineData(nameof(Did), "no homework")]
    [InlineData(nameof(Did), "they didn't do any homework")]
    [InlineData(nameof(Did), "5k")]
    [InlineData(nameof(Did), "the weather is nice next to the harbour")]
    [InlineData(nameof(Did), "dont know")]
    [InlineData(nameof(CanUse), "they")]
    [InlineData(nameof(CanUse), "they can use it")]
    [InlineData(nameof(CanUse), "it")]
    [InlineData(nameof(CanUse), "use")]
    [InlineData(nameof(CanUse), "no hurdle")]
    [InlineData(nameof(Who), "no")]
    [InlineData(nameof(Who), "not booked")]
    [InlineData(nameof(Who), "no date")]
    [InlineData(nameof(IfNothing), "not annoying")]
    [InlineData(nameof(NoIsFine), "they said yes")]
    [InlineData(nameof(NoIsFine), "why")]
    [InlineData(nameof(Lost), "10")]
    public void Nothing_is_chosen_without_good_reason(string question, string text) => Assert.Null(Options.Read(text, Labels(question)));

    [Fact]
    public void When_two_fit_both_are_named()
    {
        var either = Assert.IsType<OptionSaid.Either>(Options.Read("cheaper", ["A cheaper promise", "A cheaper rival", "Nothing"]));
        Assert.Equal([0, 1], either.Indices);
    }

    [Fact]
    public void A_label_that_is_a_number_goes_before_its_place() =>
        Assert.Equal(new OptionSaid.Chosen(0), Options.Read("2", ["2", "1", "5"]));

    [Fact]
    public void A_label_always_chooses_itself() =>
        Gen.String.Array[1, 8].Where(labels => labels.Distinct().Count() == labels.Length)
            .Sample(labels => labels.Select((label, i) => Options.Read(label, labels) == new OptionSaid.Chosen(i)).All(ok => ok));

    [Fact]
    public void Every_label_of_a_real_list_chooses_itself_in_any_case() =>
        Assert.All((string[][])[Did, CanUse, IfNothing, Who, Price, NoIsFine, Lost], labels =>
            Assert.All(labels, (label, i) => Assert.Equal(new OptionSaid.Chosen(i), Options.Read(label.ToUpperInvariant() + " ", labels))));
}
