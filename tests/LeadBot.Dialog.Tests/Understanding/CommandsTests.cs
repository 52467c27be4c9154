using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("qualify Acme", "Acme", null)]
    [InlineData("Qualify acme", "acme", null)]
    [InlineData("qualfy Acme", "Acme", null)]
    [InlineData("quailfy Acme", "Acme", null)]
    [InlineData("qualify Acme with the Lose-Fast playbook", "Acme", "lose-fast")]
    [InlineData("qualify \"Acme GmbH & Co\" with meddic", "Acme GmbH & Co", "meddic")]
    [InlineData("qualify “Acme”", "Acme", null)]
    [InlineData("qualify Acme with Friends Inc", "Acme with Friends Inc", null)]
    [InlineData("qualify \"Dances with wolves\"", "Dances with wolves", null)]
    [InlineData("qualify", null, null)]
    [InlineData("qualify a deal", null, null)]
    [InlineData("qualify the deal Acme", "Acme", null)]
    [InlineData("qualify Dealmakers Ltd", "Dealmakers Ltd", null)]
    [InlineData("qualify: Acme", "Acme", null)]
    [InlineData("new deal Acme", "Acme", null)]
    [InlineData("New deal: Acme", "Acme", null)]
    [InlineData("new deal", null, null)]
    [InlineData("/lead qualify Acme", "Acme", null)]
    [InlineData("/qualify Acme", "Acme", null)]
    [InlineData("LeadBot, qualify Acme", "Acme", null)]
    [InlineData("@LeadBot qualify Acme", "Acme", null)]
    [InlineData("hey leadbot: qualify Acme", "Acme", null)]
    [InlineData("please qualify Acme", "Acme", null)]
    [InlineData("please qualify Quux for me", "Quux", null)]
    [InlineData("qualify Quux now please, thanks!", "Quux", null)]
    [InlineData("qualify Quux, please.", "Quux", null)]
    [InlineData("qualify please", null, null)]
    [InlineData("qualify Design for Me", "Design for Me", null)]
    [InlineData("qualify ServiceNow", "ServiceNow", null)]
    [InlineData("qualify \"Act now\"", "Act now", null)]
    [InlineData("qualify Say \"hi\"", "Say \"hi\"", null)]
    [InlineData("  qualify   Acme   West ", "Acme West", null)]
    [InlineData("qualify Ünïcode 株式会社", "Ünïcode 株式会社", null)]
    public void Qualifying_is_asked_for(string text, string? name, string? playbook) =>
        Assert.Equal(new Command.Qualify(name, playbook), Commands.Read(text));

    [Theory]
    [InlineData("qualify Acme with bant", "Acme", "bant", "Acme with bant")]
    [InlineData("qualify with bant", null, "bant", "with bant")]
    [InlineData("qualify Start with Why", "Start", "why", "Start with Why")]
    [InlineData("please qualify Dining with Friends for me", "Dining", "friends", "Dining with Friends")]
    [InlineData("qualify the deal Dining with Friends.", "Dining", "friends", "Dining with Friends.")]
    public void With_may_be_a_part_of_the_name(string text, string? name, string playbook, string whole) =>
        Assert.Equal(new Command.Qualify(name, playbook, whole), Commands.Read(text));

    public static TheoryData<string, Command> Others => new()
    {
        { "continue", new Command.Continue(null) },
        { "continue Acme", new Command.Continue("Acme") },
        { "continue with Acme", new Command.Continue("Acme") },
        { "resume Acme", new Command.Continue("Acme") },
        { "contineu Acme", new Command.Continue("Acme") },
        { "help", new Command.Help() },
        { "Help!", new Command.Help() },
        { "?", new Command.Help() },
        { "??", new Command.Help() },
        { "LeadBot", new Command.Help() },
        { "/lead", new Command.Help() },
        { "/lead help", new Command.Help() },
        { "@LeadBot help", new Command.Help() },
        { "settings", new Command.Settings(null) },
        { "settings zone Berlin", new Command.Settings("zone Berlin") },
        { "setings", new Command.Settings(null) },
        { "cancel", new Command.Cancel() },
        { "stop", new Command.Cancel() },
        { "lose it", new Command.Lose(null, null) },
        { "loose it", new Command.Lose(null, null) },
        { "drop it", new Command.Lose(null, null) },
        { "lose", new Command.Lose(null, null) },
        { "lose Acme", new Command.Lose("Acme", null) },
        { "lost Acme", new Command.Lose("Acme", null) },
        { "lost the deal", new Command.Lose(null, null) },
        { "lose Acme, Inc.", new Command.Lose("Acme, Inc.", null) },
        { "lost it, they said no", new Command.Lose(null, "they said no") },
        { "lost Acme: they said no", new Command.Lose("Acme", "they said no") },
        { "lost Acme because they want it free", new Command.Lose("Acme", "they want it free") },
        { "lose it - strung us along", new Command.Lose(null, "strung us along") },
        { "lose it because they ran away", new Command.Lose(null, "they ran away") },
        { "lose because they ran away", new Command.Lose(null, "they ran away") },
        { "lose Acme please", new Command.Lose("Acme", null) },
        { "lose it because of the price", new Command.Lose(null, "the price") },
        { "park it", new Command.Park(null, null) },
        { "park Acme until 1 march", new Command.Park("Acme", "1 march") },
        { "park it until may", new Command.Park(null, "may") },
        { "park until may", new Command.Park(null, "may") },
        { "park for 3 weeks", new Command.Park(null, "3 weeks") },
        { "park for now", new Command.Park(null, null) },
        { "park Toys for Kids", new Command.Park("Toys for Kids", null) },
        { "keep it anyway", new Command.Keep() },
        { "keep it", new Command.Keep() },
        { "keep", new Command.Keep() },
        { "edit", new Command.Edit() },
        { "edit an answer", new Command.Edit() },
        { "verdict", new Command.Verdict(null) },
        { "verdict Acme", new Command.Verdict("Acme") },
        { "verdict on Acme", new Command.Verdict("Acme") },
        { "deals", new Command.Deals() },
        { "show my deals", new Command.Deals() },
        { "undo", new Command.Undo() },
        { "take that back", new Command.Undo() },
        { "deal Acme", On(DealVerb.Card, "Acme") },
        { "deal", On(DealVerb.Card, "") },
        { "show Acme", On(DealVerb.Card, "Acme") },
        { "deal Acme history", On(DealVerb.History, "Acme") },
        { "history", On(DealVerb.History, "") },
        { "log Acme 1h they said come back", On(DealVerb.Log, "Acme 1h they said come back") },
        { "log 30m Acme", On(DealVerb.Log, "Acme", 0.5m) },
        { "logged half a day with Acme: they want a demo", On(DealVerb.Log, "Acme: they want a demo", 4) },
        { "log 3M 1h they said no", On(DealVerb.Log, "3M 1h they said no") },
        { "log it 1h they said no", On(DealVerb.Log, "1h they said no") with { It = true } },
        { "log", On(DealVerb.Log, "") },
        { "next Acme tuesday send the quote", On(DealVerb.Next, "Acme tuesday send the quote") },
        { "next step for Acme: send the quote on tuesday", On(DealVerb.Next, "Acme: send the quote on tuesday") },
        { "won Acme", On(DealVerb.Won, "Acme") },
        { "we won Acme", On(DealVerb.Won, "Acme") },
        { "won it", On(DealVerb.Won, "") with { It = true } },
        { "reopen Acme", On(DealVerb.Reopen, "Acme") },
        { "stage Acme proposal", On(DealVerb.Stage, "Acme proposal") },
        { "rename Acme to Acme West", On(DealVerb.Rename, "Acme to Acme West") },
        { "give Acme to @Kim", On(DealVerb.Give, "Acme to @Kim") },
        { "value Acme 5k", On(DealVerb.Value, "Acme 5k") },
    };

    private static Command.OnDeal On(DealVerb verb, string rest, decimal? hours = null) => new Command.OnDeal(verb, rest, hours);

    [Theory]
    [MemberData(nameof(Others))]
    public void A_command_is_understood(string text, Command expected) => Assert.Equal(expected, Commands.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("5k")]
    [InlineData("Acme")]
    [InlineData("Quality Foods")]
    [InlineData("hello")]
    [InlineData("park-and-ride app")]
    [InlineData("Parker Hannifin")]
    [InlineData("Dropbox")]
    [InlineData("Verdigris Ltd")]
    [InlineData("Leadbottom Inc")]
    [InlineData("continental tyres")]
    [InlineData("they said no")]
    [InlineData("keep calm and sell")]
    [InlineData("next quarter")]
    [InlineData("next week tuesday")]
    [InlineData("next")]
    [InlineData("give them time")]
    [InlineData("rename")]
    [InlineData("dealing with it")]
    [InlineData("Sage")]
    [InlineData("Net Solutions")]
    [InlineData("/")]
    [InlineData("//")]
    public void What_is_no_command_is_not_obeyed(string text) => Assert.Null(Commands.Read(text));

    [Fact]
    public void A_name_too_long_is_still_a_command_so_that_it_can_be_refused()
    {
        var command = Assert.IsType<Command.Qualify>(Commands.Read("qualify " + new string('x', 10_000)));
        Assert.True(Names.IsTooLong(command.Name!));
    }
}
