using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>Slack's Web API, spoken to as the bot of a workspace.</summary>
internal sealed class SlackWebApi(SlackHttp http, SlackTokens tokens)
{
    /// <summary>Calls a method.</summary>
    /// <param name="method">Such as <c>chat.postMessage</c>.</param>
    /// <param name="body">Its arguments; null ones are left out.</param>
    /// <returns>What came of it, within <see cref="SlackHttp.Timeout"/>. Throws only for bugs and when cancelled.</returns>
    public async Task<SlackResult> CallAsync(SlackTenant tenant, string method, JsonObject body, CancellationToken cancellationToken) =>
        await tokens.OfAsync(tenant, cancellationToken) is { } token
            ? await http.PostAsync(method, tenant, new AuthenticationHeaderValue("Bearer", token), body, cancellationToken)
            : new SlackResult.Refused(SlackErrors.NotAuthed);

    /// <summary>Answers a command or a press: good five times within 30 minutes.</summary>
    /// <param name="body">A message with <c>response_type</c>, <c>replace_original</c> and the like.</param>
    public Task<SlackResult> RespondAsync(string responseUrl, JsonObject body, CancellationToken cancellationToken) =>
        http.RespondAsync(responseUrl, body, cancellationToken);
}
