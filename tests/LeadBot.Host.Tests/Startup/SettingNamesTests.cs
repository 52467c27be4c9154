using LeadBot.Host.Startup;
using Microsoft.Extensions.Configuration;

namespace LeadBot.Host.Tests.Startup;

public sealed class SettingNamesTests
{
    [Theory]
    [InlineData("LeadBot:PlaybooksDirectory", "LeadBot:PlaybooksDirectory is not a setting; did you mean LeadBot:PlaybookDirectory?")]
    [InlineData("LeadBot:Delivery:KeepEventDays", "LeadBot:Delivery:KeepEventDays is not a setting; did you mean LeadBot:Delivery:KeepEventsDays?")]
    [InlineData("LeadBot:KeepMessagesDays", "LeadBot:KeepMessagesDays is not a setting; did you mean LeadBot:Delivery:KeepMessagesDays?")]
    [InlineData("LeadBot:Colour", "LeadBot:Colour is not a setting. There are LeadBot:Database, LeadBot:DataDirectory, LeadBot:KeyCertificate, LeadBot:KeyCertificatePassword, LeadBot:PlaybookDirectory, LeadBot:OnlyOwnPlaybooks, LeadBot:HolidayDirectory, LeadBot:Delivery:")]
    [InlineData("Slack:SigningSecrett", "Slack:SigningSecrett is not a setting; did you mean Slack:SigningSecret?")]
    [InlineData("Slack:IsSocketMode", "Slack:IsSocketMode is not a setting. There are Slack:SigningSecret, Slack:BotToken, Slack:AppToken, Slack:ClientId, Slack:ClientSecret, Slack:ApiBaseUrl.")]
    [InlineData("Teams:Tenant", "Teams:Tenant is not a setting; did you mean Teams:Tenants?")]
    public void A_setting_that_does_not_exist_is_refused(string name, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<StartRefusedException>(() => Check(name)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("LeadBot:DataDirectory")]
    [InlineData("leadbot:datadirectory")]
    [InlineData("LeadBot:Delivery:GiveUpAfterHours")]
    [InlineData("LeadBotany:Colour")]
    [InlineData("Slack:BotToken")]
    [InlineData("Colour")]
    public void Known_settings_and_those_of_others_are_let_be(string name) => Check(name);

    private static void Check(string name) =>
        SettingNames.Check(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)"1")]).Build());
}
