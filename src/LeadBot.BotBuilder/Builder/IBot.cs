using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Something that can be talked to.</summary>
public interface IBot
{
    /// <summary>Takes one activity.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>What a turn is made of: the activity that began it, and the way back.</summary>
public interface ITurnContext
{
    Activity Activity { get; }

    /// <summary>Sends to the conversation the turn belongs to.</summary>
    /// <returns>The channel's id of it; null when the reply waits for the response.</returns>
    Task<ResourceResponse?> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends several, in order.</summary>
    Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);
}

/// <summary>A turn begun by a known type of activity.</summary>
public interface ITurnContext<T> : ITurnContext
    where T : IActivity
{
    new T Activity { get; }
}

/// <summary>What to do in a turn.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>The answer to an invoke.</summary>
public sealed class InvokeResponse
{
    /// <summary>An HTTP status.</summary>
    public int Status { get; set; }

    public object? Body { get; set; }
}
