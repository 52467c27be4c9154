namespace LeadBot.Channels.Slack.Tests;

public sealed class SlackOptionsCheckTests
{
    public static TheoryData<SlackOptions, string?> Settings => new()
    {
        { new(), null },
        { new() { SigningSecret = "s", BotToken = "xoxb-1" }, null },
        { new() { AppToken = "xapp-1", BotToken = "xoxb-1" }, null },
        { new() { SigningSecret = "s", ClientId = "1.2", ClientSecret = "c" }, null },
        { new() { SigningSecret = "s", BotToken = "xoxb-1", ApiBaseUrl = "http://127.0.0.1:5/api/" }, null },
        { new() { BotToken = "xoxb-1" }, "Slack:SigningSecret is missing" },
        { new() { SigningSecret = "s" }, "Slack:BotToken is missing" },
        { new() { SigningSecret = "s", ClientId = "1.2" }, "Slack:ClientSecret is missing" },
        { new() { SigningSecret = "s", ClientSecret = "c" }, "Slack:ClientId is missing" },
        { new() { SigningSecret = "s", ClientId = "1.2", ClientSecret = "c", BotToken = "xoxb-1" }, "Leave one of them out" },
        { new() { SigningSecret = "s", BotToken = "xoxp-1" }, "Slack:BotToken does not begin" },
        { new() { AppToken = "xoxb-1", BotToken = "xoxb-1" }, "Slack:AppToken does not begin" },
        { new() { ApiBaseUrl = "https://slack.example/api/" }, "Slack:ApiBaseUrl is https://slack.example/api/" },
        { new() { ApiBaseUrl = "http://slack.com/api/" }, "Slack:ApiBaseUrl" },
        { new() { ApiBaseUrl = "ftp://127.0.0.1/" }, "Slack:ApiBaseUrl" },
        { new() { ApiBaseUrl = "nonsense" }, "Slack:ApiBaseUrl" },
    };

    [Theory, MemberData(nameof(Settings), DisableDiscoveryEnumeration = true)]
    public void Half_filled_settings_are_refused_by_name(SlackOptions options, string? refusal)
    {
        var checkedOnce = new SlackOptionsCheck().Validate(null, options);

        Assert.Equal(refusal is not null, checkedOnce.Failed);
        Assert.Contains(refusal ?? "", checkedOnce.FailureMessage ?? "", StringComparison.Ordinal);
    }
}
