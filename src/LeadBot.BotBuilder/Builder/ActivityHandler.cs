using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>A bot as one method per type of activity; a type it has no method for is answered with nothing.</summary>
public class ActivityHandler : IBot
{
    public virtual async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity?.Type is not { } type)
        {
            throw new ArgumentException("The turn has no activity with a type.", nameof(turnContext));
        }

        switch (type)
        {
            case ActivityTypes.Message:
                await OnMessageActivityAsync(new TurnContext<IMessageActivity>(turnContext), cancellationToken);
                break;
            case ActivityTypes.ConversationUpdate:
                await OnConversationUpdateActivityAsync(new TurnContext<IConversationUpdateActivity>(turnContext), cancellationToken);
                break;
            case ActivityTypes.InstallationUpdate:
                await OnInstallationUpdateActivityAsync(new TurnContext<IInstallationUpdateActivity>(turnContext), cancellationToken);
                break;
            case ActivityTypes.Invoke:
                var response = await OnInvokeActivityAsync(new TurnContext<IInvokeActivity>(turnContext), cancellationToken);
                await turnContext.SendActivityAsync(new Activity { Type = TurnContext.InvokeResponseType, Value = response }, cancellationToken);
                break;
        }
    }

    protected virtual Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Answers a request; 501 unless overridden.</summary>
    protected virtual Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        Task.FromResult(new InvokeResponse { Status = 501 });

    /// <summary>An answer of status 200.</summary>
    protected static InvokeResponse CreateInvokeResponse(object? body = null) => new() { Status = 200, Body = body };
}
