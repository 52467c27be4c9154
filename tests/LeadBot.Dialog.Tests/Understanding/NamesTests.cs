using LeadBot.Dialog.Understanding;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Acme", "Acme")]
    [InlineData("  Acme   West ", "Acme West")]
    [InlineData("\"Acme\"", "Acme")]
    [InlineData("“Acme”,", "Acme")]
    [InlineData("Acme Inc.", "Acme Inc.")]
    [InlineData("Acme (West)", "Acme (West)")]
    [InlineData("Acme\u0000\u0007\nWest", "Acme West")]
    [InlineData("Ac\u200Bme", "Acme")]
    [InlineData("Møller & Sön", "Møller & Sön")]
    [InlineData("3M", "3M")]
    [InlineData("C++ Shop", "C++ Shop")]
    [InlineData("C++", "C++")]
    [InlineData("**x** [a](http://b)", "**x** [a](http://b)")]
    [InlineData("_Acme_", "_Acme_")]
    [InlineData("-Acme-", "-Acme-")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("&amp; <at>Bot</at>", "&amp; <at>Bot</at>")]
    [InlineData("`Acme`", "Acme")]
    [InlineData("``Acme``.", "Acme")]
    [InlineData("'Lowe's'", "Lowe's")]
    [InlineData("Say \"hi\"", "Say \"hi\"")]
    [InlineData("\"Wine\" and \"Dine\"", "\"Wine\" and \"Dine\"")]
    [InlineData("Acme.", "Acme")]
    [InlineData("Acme!?", "Acme")]
    [InlineData("Acme;", "Acme")]
    [InlineData("\"Acme.\"", "Acme")]
    [InlineData("Acme, Inc.", "Acme, Inc.")]
    [InlineData("Banco S.A.", "Banco S.A.")]
    [InlineData("Verein e.V.", "Verein e.V.")]
    [InlineData("Acme Inc.!", "Acme Inc.")]
    public void A_name_is_tidied(string text, string expected) => Assert.Equal(expected, Names.Clean(text));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\"\"")]
    [InlineData("?!")]
    [InlineData("**")]
    [InlineData("<>")]
    [InlineData("``")]
    [InlineData("...")]
    [InlineData("\u0000")]
    public void Nothing_left_is_no_name(string text)
    {
        Assert.Null(Names.Clean(text));
        Assert.False(Names.IsTooLong(text));
    }

    [Fact]
    public void The_longest_name_is_kept_and_a_longer_one_refused()
    {
        var longest = new string('x', Deal.LongestName);
        Assert.Equal(longest, Names.Clean(longest));
        Assert.Null(Names.Clean(longest + "x"));
        Assert.True(Names.IsTooLong(longest + "x"));
    }

    private static readonly string[] Deals = ["Acme", "Acme West", "Müller GmbH", "Globex Corporation", "Initech Inc.", "Northwind Traders"];

    [Theory]
    [InlineData("acme", 0)]
    [InlineData("ACME!", 0)]
    [InlineData("Acme Inc", 0)]
    [InlineData("acme west", 1)]
    [InlineData("west", 1)]
    [InlineData("muller", 2)]
    [InlineData("Müller", 2)]
    [InlineData("globex", 3)]
    [InlineData("Globex Ltd", 3)]
    [InlineData("globx", 3)]
    [InlineData("initec", 4)]
    [InlineData("northwind", 5)]
    [InlineData("north", 5)]
    [InlineData("traders", 5)]
    [InlineData("nothwind tradres", 5)]
    public void A_deal_is_found_by_a_loose_name(string said, int expected) => Assert.Equal([expected], Names.Match(said, Deals));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("Hooli")]
    [InlineData("a")]
    [InlineData("Acme East")]
    public void A_stranger_is_not_found(string said) => Assert.Empty(Names.Match(said, Deals));

    [Fact]
    public void Two_that_fit_equally_are_both_named() =>
        Assert.Equal([0, 2], Names.Match("acme", ["Acme West", "Globex", "Acme East"]));

    [Theory]
    [InlineData("Acme they said no", "Acme", "they said no")]
    [InlineData("acme: they said no", "Acme", "they said no")]
    [InlineData("acme west 1h they said no", "Acme West", "1h they said no")]
    [InlineData("\"Acme West\" they said no", "Acme West", "they said no")]
    [InlineData("globx corp - they said no", "Globex Corp", "they said no")]
    [InlineData("Back to Basics to Kim", "Back to Basics", "to Kim")]
    [InlineData("acme", "Acme", "")]
    public void A_name_with_words_after_it_is_the_longest_that_fits(string said, string name, string rest)
    {
        string[] names = ["Acme", "Acme West", "Globex Corp", "Back to Basics"];
        Assert.Equal([Array.IndexOf(names, name)], Names.MatchFirst(said, names));
        Assert.Equal(rest, Names.After(said, name));
    }

    [Fact]
    public void Two_names_that_begin_alike_both_fit() => Assert.Equal([0, 1], Names.MatchFirst("Acme they said no", ["Acme West", "Acme East"]));

    [Fact]
    public void Words_that_begin_no_name_fit_none()
    {
        Assert.Empty(Names.MatchFirst("they said no", ["Acme"]));
        Assert.Null(Names.After("they said no", "Acme"));
    }
}
