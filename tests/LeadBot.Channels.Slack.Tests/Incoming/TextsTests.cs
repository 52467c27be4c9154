using CsCheck;
using LeadBot.Channels.Slack.Incoming;

namespace LeadBot.Channels.Slack.Tests.Incoming;

public sealed class TextsTests
{
    private static readonly Dictionary<string, string> Names = new() { ["UKIM"] = "Kim" };

    [Theory]
    [InlineData("<@UBOT> deals", "deals")]
    [InlineData("<@UBOT>: deals", "deals")]
    [InlineData("deals <@UBOT>", "deals")]
    [InlineData("hey <@UBOT|leadbot> deals <@UBOT>", "hey deals")]
    [InlineData("give Acme to <@UKIM>", "give Acme to @Kim")]
    [InlineData("give Acme to <@ULEE|lee>, <@WJO>", "give Acme to @lee, @WJO")]
    [InlineData("post in <#C1|sales> <#C2> <#C3|>", "post in #sales #C2 #C3")]
    [InlineData("<!here> <!channel|channel> <!subteam^S1|@team> <!subteam^S2>", "@here channel @team @subteam")]
    [InlineData("<https://crm.example/?a=1&amp;b=2|the CRM> <https://crm.example/?a=1&amp;b=2> <mailto:a@b.example|a@b.example>", "the CRM https://crm.example/?a=1&b=2 a@b.example")]
    [InlineData("&lt;@UKIM&gt; &amp;lt; R&amp;D", "<@UKIM> &lt; R&D")]
    [InlineData("5\u00a0k", "5 k")]
    [InlineData("a < b > c <", "a < b > c <")]
    [InlineData("", "")]
    public void Slacks_marks_become_what_the_person_saw(string text, string plain) => Assert.Equal(plain, Texts.Plain(text, "UBOT", Names));

    [Fact]
    public void Five_people_at_most_are_looked_up_each_once_and_the_bot_never() =>
        Assert.Equal(["U1", "U2", "U3", "U4", "U5"], Texts.People("<@UBOT> <@U1> <@U1|one> <@U2> <@U3> <@U4> <@U5> <@U6> <@u7> <#C1>", "UBOT"));

    [Fact]
    public void Any_text_at_all_is_read() => Gen.String[Gen.OneOf("<", ">", "@", "U", "1", "|", "!", "#", "&", "amp;", " ", "x").Select(part => part[0]), 0, 40].Sample(text =>
    {
        Texts.People(text, "UBOT");
        Texts.Plain(text, "UBOT", Names);
    });
}
