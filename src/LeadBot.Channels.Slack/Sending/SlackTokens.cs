using System.Collections.Concurrent;
using System.Net.Http.Headers;
using LeadBot.Channels.Slack.Lookups;
using LeadBot.Dialog.Channels;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>The bot's token in each workspace, and who the bot is there.</summary>
/// <param name="find">Where workspaces install it themselves; null: one workspace, one token.</param>
internal sealed class SlackTokens(SlackHttp http, IOptions<SlackOptions> options, TimeProvider clock, FindInstallation? find = null)
{
    /// <summary>How long an installation is taken for granted: another process may have heard that it is gone, or new.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);

    private const int Most = 10_000;

    private readonly ConcurrentDictionary<SlackTenant, string> bots = new();
    private readonly Recent<SlackTenant, (Installation Installation, DateTimeOffset Until)> installations = new(Most);

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

    /// <summary>Somebody installed or uninstalled it: what is known of installations is asked anew.</summary>
    public void Forget() => installations.Clear();

    private async ValueTask<Installation?> InstalledAsync(SlackTenant tenant, CancellationToken cancellationToken)
    {
        if (find is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (installations.TryGet(tenant, out var known) && now < known.Until)
        {
            return known.Installation;
        }

        var found = await find(SlackAddress.Workspace(tenant.Team), tenant.Enterprise is { } enterprise ? SlackAddress.Workspace(enterprise) : null, cancellationToken);
        if (found is not null)
        {
            installations.Keep(tenant, (found, now + s_fresh));
        }

        return found;
    }
}
