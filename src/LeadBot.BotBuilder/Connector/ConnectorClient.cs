using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LeadBot.BotBuilder.Json;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>Sends activities to the channel they are addressed to.</summary>
/// <param name="token">The bot's own token; null in local mode.</param>
internal sealed class ConnectorClient(HttpClient http, Func<CancellationToken, Task<string?>> token)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <exception cref="ErrorResponseException">The channel refused it.</exception>
    public async Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken) =>
        Read(await PostAsync(Url(activity), activity, ActivityJson.Protocol.Activity, cancellationToken), ActivityJson.Protocol.ResourceResponse) ?? new ResourceResponse();

    /// <exception cref="ErrorResponseException">The channel refused it.</exception>
    public async Task<ConversationResourceResponse> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(new Uri($"{serviceUrl.TrimEnd('/')}/v3/conversations"), parameters, ActivityJson.Protocol.ConversationParameters, cancellationToken);
        return Read(answer, ActivityJson.Protocol.ConversationResourceResponse) ?? new ConversationResourceResponse();
    }

    /// <exception cref="ErrorResponseException">The channel refused it.</exception>
    public async Task<TeamsChannelAccount> GetMemberAsync(string serviceUrl, string conversation, string user, CancellationToken cancellationToken)
    {
        var url = new Uri($"{serviceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/members/{Uri.EscapeDataString(user)}");
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return Read(await AskAsync(request, cancellationToken), ActivityJson.Protocol.TeamsChannelAccount) ?? new TeamsChannelAccount();
    }

    private async Task<byte[]> PostAsync<T>(Uri url, T content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(content, type));
        request.Content.Headers.ContentType = Json;
        return await AskAsync(request, cancellationToken);
    }

    private async Task<byte[]> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await token(cancellationToken) is { } bearer)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted)
        {
            return body;
        }

        var headers = response.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
        throw new ErrorResponseException(
            new HttpResponseMessageWrapper(response.StatusCode, headers, Encoding.UTF8.GetString(body)),
            Read(body, ActivityJson.Protocol.ErrorResponse));
    }

    private static Uri Url(Activity activity)
    {
        var conversation = $"{activity.ServiceUrl?.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(activity.Conversation?.Id ?? "")}/activities";
        return new Uri(string.IsNullOrEmpty(activity.ReplyToId) ? conversation : $"{conversation}/{Uri.EscapeDataString(activity.ReplyToId)}");
    }

    private static T? Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
