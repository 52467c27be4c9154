using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class CourtesiesTests
{
    [Theory]
    [InlineData("hi", Courtesy.Greeting)]
    [InlineData("Hi!", Courtesy.Greeting)]
    [InlineData("hello bot", Courtesy.Greeting)]
    [InlineData("good morning", Courtesy.Greeting)]
    [InlineData("hey there", Courtesy.Greeting)]
    [InlineData("moin", Courtesy.Greeting)]
    [InlineData("hola", Courtesy.Greeting)]
    [InlineData("hello, how are you?", Courtesy.Greeting)]
    [InlineData("thanks", Courtesy.Thanks)]
    [InlineData("Thank you very much!", Courtesy.Thanks)]
    [InlineData("ok thanks", Courtesy.Thanks)]
    [InlineData("thx", Courtesy.Thanks)]
    [InlineData("danke schön", Courtesy.Thanks)]
    [InlineData("bye", Courtesy.Bye)]
    [InlineData("see you tomorrow", Courtesy.Bye)]
    [InlineData("good night", Courtesy.Bye)]
    [InlineData("fuck you", Courtesy.Abuse)]
    [InlineData("this is stupid", Courtesy.Abuse)]
    [InlineData("you suck", Courtesy.Abuse)]
    [InlineData("stupid bot", Courtesy.Abuse)]
    [InlineData("you're useless", Courtesy.Abuse)]
    [InlineData("what a stupid question", Courtesy.Abuse)]
    [InlineData("idiot", Courtesy.Abuse)]
    [InlineData("this is bullshit", Courtesy.Abuse)]
    [InlineData("", Courtesy.Empty)]
    [InlineData(" \t\n", Courtesy.Empty)]
    [InlineData("...", Courtesy.Empty)]
    [InlineData("!!!", Courtesy.Empty)]
    [InlineData("🎉🎉", Courtesy.Empty)]
    [InlineData("\u200B", Courtesy.Empty)]
    public void A_courtesy_is_heard(string text, Courtesy expected) => Assert.Equal(expected, Courtesies.Read(text));

    [Theory]
    [InlineData("hi-tech gmbh")]
    [InlineData("qualify Acme")]
    [InlineData("5k")]
    [InlineData("hiring tool")]
    [InlineData("Thanksgiving Foods")]
    [InlineData("bypass valve")]
    [InlineData("Scunthorpe United")]
    [InlineData("class action")]
    [InlineData("their tool is crap and they know it")]
    [InlineData("later this year")]
    [InlineData("?")]
    [InlineData("株式会社")]
    public void Business_is_not_taken_for_a_courtesy(string text) => Assert.Null(Courtesies.Read(text));
}
