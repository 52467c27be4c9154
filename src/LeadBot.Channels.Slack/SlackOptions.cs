namespace LeadBot.Channels.Slack;

/// <summary>The settings under <c>Slack:</c>. All empty: Slack is off.</summary>
public sealed class SlackOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Slack";

    /// <summary>Where Slack's Web API is, for everybody but tests.</summary>
    public const string Slack = "https://slack.com/api/";

    /// <summary>Proves that a request comes from Slack; needed unless <see cref="AppToken"/> makes it Socket Mode.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>The bot's token in the one workspace it serves, <c>xoxb-…</c>; with <see cref="ClientId"/> every workspace that installs it has its own.</summary>
    public string? BotToken { get; set; }

    /// <summary>An app-level token, <c>xapp-…</c>: Socket Mode, which needs no public address; nothing is heard over HTTP then.</summary>
    public string? AppToken { get; set; }

    /// <summary>Many workspaces install it by OAuth: the app's client id.</summary>
    public string? ClientId { get; set; }

    /// <summary>With <see cref="ClientId"/>: the app's client secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Where the Web API is; another host than Slack's only on this machine.</summary>
    public string ApiBaseUrl { get; set; } = Slack;

    /// <summary>Whether any of Slack's settings is there.</summary>
    public bool IsOn => new[] { SigningSecret, BotToken, AppToken, ClientId, ClientSecret }.Any(setting => !string.IsNullOrWhiteSpace(setting));

    /// <summary>Events come over a socket that this process opens.</summary>
    public bool IsSocketMode => !string.IsNullOrWhiteSpace(AppToken);

    /// <summary>Workspaces install it by OAuth.</summary>
    public bool HasInstallations => !string.IsNullOrWhiteSpace(ClientId);
}
