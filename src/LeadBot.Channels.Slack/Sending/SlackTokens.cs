using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>The bot's token in each workspace, and who the bot is there.</summary>
internal sealed class SlackTokens(SlackHttp http, IOptions<SlackOptions> options)
{
    private readonly ConcurrentDictionary<SlackTenant, string> bots = new();

    /// <summary>The bot's token there; null when it is not installed.</summary>
    public ValueTask<string?> OfAsync(SlackTenant tenant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(string.IsNullOrWhiteSpace(options.Value.BotToken) ? null : options.Value.BotToken);
    }

    /// <summary>The bot's own user id there, as mentions name it; null when Slack does not say.</summary>
    public async ValueTask<string?> BotUserAsync(SlackTenant tenant, CancellationToken cancellationToken)
    {
        if (bots.TryGetValue(tenant, out var known))
        {
            return known;
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
}
