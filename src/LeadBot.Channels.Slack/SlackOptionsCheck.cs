using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack;

/// <summary>A half-configured Slack stops the start, with the setting that is missing or wrong.</summary>
internal sealed class SlackOptionsCheck : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        if (!IsAllowed(options.ApiBaseUrl))
        {
            return Fail($"Slack:ApiBaseUrl is {options.ApiBaseUrl}; leave it out ({SlackOptions.Slack}). Another host is allowed only on this machine.");
        }

        if (!options.IsOn)
        {
            return ValidateOptionsResult.Success;
        }

        return options switch
        {
            { IsSocketMode: false } when Lacks(options.SigningSecret) =>
                Missing("Slack:SigningSecret", "it proves that requests come from Slack. For Socket Mode set Slack:AppToken instead"),
            { HasInstallations: true } when Lacks(options.ClientSecret) => Missing("Slack:ClientSecret", "Slack:ClientId is set"),
            { HasInstallations: false } when !Lacks(options.ClientSecret) => Missing("Slack:ClientId", "Slack:ClientSecret is set"),
            { HasInstallations: true } when !Lacks(options.BotToken) => Fail("Slack:BotToken and Slack:ClientId are both set; with a client id every workspace has a token of its own. Leave one of them out."),
            { HasInstallations: false } when Lacks(options.BotToken) => Missing("Slack:BotToken", "the bot cannot write without it. For many workspaces set Slack:ClientId and Slack:ClientSecret instead"),
            _ when Wrong(options.BotToken, "xoxb-") => Fail("Slack:BotToken does not begin with xoxb-; take the Bot User OAuth Token."),
            _ when Wrong(options.AppToken, "xapp-") => Fail("Slack:AppToken does not begin with xapp-; take an app-level token with the scope connections:write."),
            _ => ValidateOptionsResult.Success,
        };
    }

    private static bool IsAllowed(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (url == SlackOptions.Slack || (address.IsLoopback && address.Scheme is "http" or "https" && url.EndsWith('/')));

    private static bool Lacks(string? setting) => string.IsNullOrWhiteSpace(setting);

    private static bool Wrong(string? token, string prefix) => !Lacks(token) && !token!.StartsWith(prefix, StringComparison.Ordinal);

    private static ValidateOptionsResult Missing(string setting, string because) =>
        Fail($"{setting} is missing: {because}. Set it, or leave all Slack: settings out to run without Slack.");

    private static ValidateOptionsResult Fail(string sentence) => ValidateOptionsResult.Fail(sentence);
}
