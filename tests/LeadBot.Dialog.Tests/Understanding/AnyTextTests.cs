using CsCheck;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class AnyTextTests
{
    private static readonly string[] Labels = ["Yes", "A date is booked", "I am kept away", ""];

    private static readonly Gen<char> AnyChar = Gen.OneOf(
        Gen.Char, Gen.Char['0', '9'], Gen.Char['a', 'z'], Gen.OneOf(' ', '.', ',', '-', '/', '$', '€', '\'', '\uD800', '\uDC00', '\uFFFE', '\uFFFF', '\u200D', '\u0301', '½', '⅒'));

    private static readonly Gen<string> Phrase = Gen.OneOf(
        ("5 5k 2.5 1,500 99999999999999999999 one two twenty hundred thousand million k m h half a an and few couple between from to - or about under over at least up to just than more max maybe "
        + "$ € usd month per year week day / q3 may march 15th 15. 3. 2027 2027-03-15 29 feb 31 31.12. end of mid early next this in within before friday summer asap no yes not dont know "
        + "qualify park until with lose because \" ' ( ? ! . , 9999 0 00 -5 years 36500 days quarters 1:30 1h30 first second").Split(' '));

    private static readonly Gen<string> Texts = Gen.OneOf(
        AnyChar.Array[0, 60].Select(chars => new string(chars)),
        Phrase.Array[0, 10].Select(words => string.Join(' ', words)),
        Phrase.Array[0, 8].Select(words => string.Concat(words)));

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 100_000].Select(days => new DateOnly(1950, 1, 1).AddDays(days));

    [Fact]
    public void No_text_makes_a_reader_fail_and_what_is_read_is_in_order() =>
        Gen.Select(Texts, Days, Gen.OneOf(AmountLanguage.PointDecimal, AmountLanguage.CommaDecimal)).Sample(Check, iter: 5_000);

    [Theory]
    [InlineData("5")]
    [InlineData(" ")]
    [InlineData("a ")]
    [InlineData("-")]
    [InlineData("1 000 ")]
    [InlineData("and a half ")]
    [InlineData("they ")]
    [InlineData("\u0301")]
    [InlineData("👍")]
    [InlineData("\uD83D")]
    [InlineData("qualify ")]
    public void Ten_thousand_characters_are_no_trouble(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));
        Assert.True(Check(text, new DateOnly(2027, 2, 10), AmountLanguage.PointDecimal));
        Assert.True(Check("qualify " + text, new DateOnly(2027, 2, 10), AmountLanguage.CommaDecimal));
    }

    private static bool Check(string text, DateOnly today, AmountLanguage language)
    {
        _ = (Asides.Read(text), YesNo.Read(text), Commands.Read(text), Courtesies.Read(text), Zones.Read(text));
        _ = (Options.Read(text, Labels), Options.Read("yes", [text, text]), Names.Clean(text), Names.IsTooLong(text), Names.Match(text, [text, "Acme"]), Names.Match("Acme", [text]));
        var amount = Amounts.Read(text, language)?.ForTwelveMonths();
        var number = Numbers.Read(text, language)?.ToAnswer();
        var hours = Hours.Read(text, language)?.ToAnswer();
        var days = Dates.Read(text, today, language) as DateSaid.Between;
        return (amount is null || amount.From >= 0 && !(amount.To < amount.From))
            && (number is null || number.From >= 0 && !(number.To < number.From))
            && (hours is null || hours.From >= 0 && !(hours.To < hours.From))
            && (days is null || days.From <= days.To);
    }
}
