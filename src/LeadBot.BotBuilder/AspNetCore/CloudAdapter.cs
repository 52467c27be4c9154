using System.Security.Claims;
using System.Text.Json;
using LeadBot.BotBuilder;
using LeadBot.BotBuilder.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Between a bot and the Bot Framework's channels, over HTTP.</summary>
public sealed class CloudAdapter : IBotFrameworkHttpAdapter
{
    private readonly ILogger log;
    private readonly IncomingTokens incoming;
    private readonly ConnectorClient connector;

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null)
    {
        var settings = AuthenticationSettings.From(configuration);
        var http = httpClientFactory?.CreateClient() ?? new HttpClient();
        log = logger ?? NullLogger.Instance;
        incoming = new IncomingTokens(settings, http, TimeProvider.System);
        connector = new ConnectorClient(http, new OutgoingTokens(settings, http).GetAsync);
    }

    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (await ReadAsync(httpRequest, cancellationToken) is not { } activity)
        {
            httpResponse.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        try
        {
            await incoming.CheckAsync(activity, httpRequest.Headers.Authorization, cancellationToken);
        }
        catch (UnauthorizedAccessException refusal)
        {
            log.Unauthorized(refusal.Message);
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var turn = new TurnContext(activity, connector.SendAsync, connector);
        await bot.OnTurnAsync(turn, cancellationToken);
        await WriteAsync(httpResponse, turn, cancellationToken);
    }

    /// <summary>Begins a turn in a conversation nobody has just spoken in.</summary>
    /// <param name="botId">The bot's app id; without one there is only the other overload.</param>
    public Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(botId);
        return ContinueAsync(reference, callback, cancellationToken);
    }

    /// <summary>The same under an identity, which may be anonymous in local mode.</summary>
    public Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        return ContinueAsync(reference, callback, cancellationToken);
    }

    /// <summary>Makes a conversation, or finds the one there is, and begins a turn in it; its id is the turn's conversation's.</summary>
    /// <param name="botAppId">The bot's app id; empty in local mode.</param>
    /// <param name="audience">Whom the bot's token is for; null: the channel.</param>
    /// <exception cref="ErrorResponseException">The channel refused it.</exception>
    public async Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string? audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serviceUrl);
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        var created = await connector.CreateConversationAsync(serviceUrl, conversationParameters, cancellationToken);
        var begun = new Activity
        {
            Type = ActivityTypes.Event,
            Name = "CreateConversation",
            Id = created.ActivityId ?? Guid.NewGuid().ToString("N"),
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            Conversation = new ConversationAccount { Id = created.Id, TenantId = conversationParameters.TenantId },
            ChannelData = conversationParameters.ChannelData,
            Recipient = conversationParameters.Bot,
        };
        await callback(new TurnContext(begun, connector.SendAsync, connector), cancellationToken);
    }

    private Task ContinueAsync(ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(callback);
        return callback(new TurnContext(reference.GetContinuationActivity(), connector.SendAsync, connector), cancellationToken);
    }

    private static async Task<Activity?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var activity = await JsonSerializer.DeserializeAsync(request.BodyReader, ActivityJson.Protocol.Activity, cancellationToken);
            return string.IsNullOrEmpty(activity?.Type) ? null : activity;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpResponse response, TurnContext turn, CancellationToken cancellationToken)
    {
        object? body = null;
        if (turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            body = new ExpectedReplies { Activities = turn.Buffered };
        }
        else if (turn.Activity.Type == ActivityTypes.Invoke)
        {
            response.StatusCode = turn.InvokeResponse?.Status ?? StatusCodes.Status501NotImplemented;
            body = turn.InvokeResponse?.Body;
        }

        if (body is not null)
        {
            response.ContentType = "application/json; charset=utf-8";
            var type = ActivityJson.Protocol.GetTypeInfo(typeof(object))!;
            await JsonSerializer.SerializeAsync(response.BodyWriter, body, type, cancellationToken);
        }
    }
}
