using LeadBot.Channels.BotFramework.Cards;

namespace LeadBot.Channels.BotFramework.Tests;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("Nothing special, about 5k (or 1.5 k) - fine!", "Nothing special, about 5k (or 1.5 k) - fine!")]
    [InlineData("**x** [a](http://b)", @"\*\*x\*\* \[a\](http://b)")]
    [InlineData("_x_ `y` ~z~ \\", @"\_x\_ \`y\` \~z\~ \\")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("12) item", @"12\) item")]
    [InlineData("1.5 is no item", "1.5 is no item")]
    [InlineData("# title", @"\# title")]
    [InlineData("> quote", @"\> quote")]
    [InlineData("a < b & c", "a < b & c")]
    [InlineData("<b> &amp; &#65;", @"\<b> \&amp; \&#65;")]
    [InlineData("{{DATE(2026-11-23T00:00:00Z)}}", @"\{{DATE(2026-11-23T00:00:00Z)}}")]
    [InlineData("one\ntwo\r\n\r\n three ", "one\n\ntwo\n\nthree")]
    [InlineData("", "")]
    public void Text_shows_as_it_was_typed(string typed, string written) => Assert.Equal(written, CardText.Escape(typed));
}
