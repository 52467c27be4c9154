using System.Collections.Concurrent;
using System.Net.Http.Headers;
using LeadBot.Dialog.Channels;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>The bot's token in each workspace, and who the bot is there.</summary>
/// <param name="find">Where workspaces install it themselves; null: one workspace, one token.</param>
internal sealed class SlackTokens(SlackHttp http, IOptions<SlackOptions> options, FindInstallation? find = null)
{
    private readonly ConcurrentDictionary<SlackTenant, string> bots = new();

    /// <summary>The bot's token there; null when it is not installed.</summary>
    public async ValueTask<string?> OfAsync(SlackTenant tenant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await InstalledAsync(tenant, cancellationToken) is { } installed ? installed.Token
            : string.IsNullOrWhiteSpace(options.Value.BotToken) ? null : options.Value.BotToken;
    }

    /// <summary>The bot's own user id there, as mentions name it; null when Slack does not say.</summary>
    public async ValueTask<string?> BotUserAsync(SlackTenant tenant, CancellationToken cancellationToken)
    {
        if (bots.TryGetValue(tenant, out var known))
        {
            return known;
        }

        if (await InstalledAsync(tenant, cancellationToken) is { } installed)
        {
            return installed.Bot.Value;
        }

        if (await OfAsync(tenant, cancellationToken) is not { } token
            || await http.PostAsync("auth.test", tenant, new AuthenticationHeaderValue("Bearer", token), [], cancellationToken) is not SlackResult.Ok ok
            || ok.Text("user_id") is not { } bot)
        {
            return null;
        }

        bots[tenant] = bot;
        return bot;
    }

    private Task<Installation?> InstalledAsync(SlackTenant tenant, CancellationToken cancellationToken) => find is null
        ? Task.FromResult<Installation?>(null)
        : find(SlackAddress.Workspace(tenant.Team), tenant.Enterprise is { } enterprise ? SlackAddress.Workspace(enterprise) : null, cancellationToken);
}
