using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class PutOffsTests
{
    [Theory]
    [InlineData("they said come back next week")]
    [InlineData("call me in January")]
    [InlineData("Call me again in January.")]
    [InlineData("no news")]
    [InlineData("they're still thinking")]
    [InlineData("they are still thinking about it")]
    [InlineData("come back next quarter")]
    [InlineData("not now")]
    [InlineData("circle back")]
    [InlineData("let's circle back after the holidays")]
    [InlineData("waiting on budget")]
    [InlineData("waiting for the boss")]
    [InlineData("come by again next week")]
    [InlineData("they'll get back to me")]
    [InlineData("he will call back")]
    [InlineData("will let me know")]
    [InlineData("on hold until spring")]
    [InlineData("pushed the meeting back")]
    [InlineData("they need more time")]
    [InlineData("have to discuss internally")]
    [InlineData("too busy right now")]
    [InlineData("no decision")]
    [InlineData("nothing new")]
    [InlineData("postponed")]
    [InlineData("budget is frozen")]
    [InlineData("ask me again in march")]
    [InlineData("touch base in two weeks")]
    [InlineData("still interested")]
    [InlineData("they keep stalling")]
    public void It_sounds_like_a_put_off(string said) => Assert.True(PutOffs.Heard(said));

    [Theory]
    [InlineData("they signed, come back next week for the kick-off")]
    [InlineData("they agreed to a pilot")]
    [InlineData("sent the purchase order, waiting for the invoice")]
    [InlineData("demo went well")]
    [InlineData("sent the quote")]
    [InlineData("introduced me to the CFO")]
    [InlineData("talked about the price")]
    [InlineData("long call about security")]
    [InlineData("prepared the offer")]
    [InlineData("left a voicemail")]
    [InlineData("")]
    [InlineData("they want a demo on Tuesday")]
    public void It_does_not(string said) => Assert.False(PutOffs.Heard(said));

    [Theory]
    [InlineData("left a voicemail", true)]
    [InlineData("no answer", true)]
    [InlineData("nobody picked up", true)]
    [InlineData("couldn't reach them", true)]
    [InlineData("no show", true)]
    [InlineData("they said no", false)]
    [InlineData("no answer yet, they are still thinking", false)]
    public void Nobody_was_reached(string said, bool expected) => Assert.Equal(expected, PutOffs.NobodyReached(said));
}
