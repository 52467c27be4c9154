using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>A turn: the activity that began it, and what has been answered so far.</summary>
/// <param name="send">Takes replies to the channel.</param>
/// <param name="connector">Asks the channel; null where only replies go there.</param>
internal sealed class TurnContext(Activity activity, Func<Activity, CancellationToken, Task<ResourceResponse>> send, ConnectorClient? connector = null) : ITurnContext
{
    /// <summary>The type under which the answer to an invoke travels inside a turn.</summary>
    public const string InvokeResponseType = "invokeResponse";

    private readonly List<Activity> buffered = [];

    public Activity Activity => activity;

    public ConnectorClient? Connector => connector;

    /// <summary>The replies that wait for the response, under <see cref="DeliveryModes.ExpectReplies"/>.</summary>
    public IReadOnlyList<Activity> Buffered => buffered;

    /// <summary>The answer to an invoke, once there is one.</summary>
    public InvokeResponse? InvokeResponse { get; private set; }

    public async Task<ResourceResponse?> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return (await SendActivitiesAsync([activity], cancellationToken))[0];
    }

    public async Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("There is nothing to send.", nameof(activities));
        }

        var reference = activity.GetConversationReference();
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var reply = ((Activity)activities[i]).ApplyConversationReference(reference);
            reply.Type ??= ActivityTypes.Message;
            responses[i] = await SendAsync(reply, cancellationToken);
        }

        return responses;
    }

    private async Task<ResourceResponse> SendAsync(Activity reply, CancellationToken cancellationToken)
    {
        if (reply.Type == InvokeResponseType)
        {
            InvokeResponse = (InvokeResponse?)reply.Value;
        }

        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            buffered.Add(reply);
            return new ResourceResponse();
        }

        return reply.Type == InvokeResponseType ? new ResourceResponse() : await send(reply, cancellationToken);
    }
}

/// <summary>The same turn, its activity seen as <typeparamref name="T"/>.</summary>
internal sealed class TurnContext<T>(ITurnContext turn) : ITurnContext<T>
    where T : IActivity
{
    public T Activity => (T)(IActivity)turn.Activity;

    Activity ITurnContext.Activity => turn.Activity;

    public Task<ResourceResponse?> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default) =>
        turn.SendActivityAsync(activity, cancellationToken);

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default) =>
        turn.SendActivitiesAsync(activities, cancellationToken);
}
