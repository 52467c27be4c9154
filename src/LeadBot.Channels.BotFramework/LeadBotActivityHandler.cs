using LeadBot.Channels.BotFramework.Cards;
using LeadBot.Channels.BotFramework.Incoming;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.BotFramework;

/// <summary>Takes what the Bot Framework brings through a turn, and answers what wants an answer at once.</summary>
public sealed class LeadBotActivityHandler(
    TakeTurn takeTurn, IOptions<BotFrameworkOptions> options, TimeProvider clock, ILogger<LeadBotActivityHandler> log) : TeamsActivityHandler
{
    private readonly bool isLocal = options.Value.IsLocal;
    private readonly ActivityReader reader = new(BotFrameworkChannel.ChannelName, options.Value.IsLocal, clock);

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        if (isLocal && !LocalOnly.Allows(activity.ServiceUrl))
        {
            log.ServiceUrlRefused();
            throw new BadHttpRequestException("In local mode the serviceUrl must be on this machine.");
        }

        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate))
        {
            log.ActivityIgnored(activity.Type);
        }

        return base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        HearAsync(turnContext, cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HearAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HearAsync(turnContext, cancellationToken);

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Name != Presses.ExecuteInvoke)
        {
            return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        }

        var response = await HearAsync(turnContext, cancellationToken);
        return CreateInvokeResponse(PressAnswers.Of(response));
    }

    private async Task<TurnResponse> HearAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (reader.Read(activity) is not { } message)
        {
            log.ActivityIgnored(activity.Type);
            return TurnResponse.None;
        }

        var response = await takeTurn(message, cancellationToken);
        var replies = response.Replies.Select(card => CardActivities.Of(card, activity.ChannelId!));
        if (response.OnlyForYou is { } line && message.Said is not Said.Pressed { CanRedraw: true })
        {
            // Outside an invoke's answer a person is alone with the bot only in a direct conversation.
            if (message.Place.Kind == PlaceKind.Direct)
            {
                replies = replies.Append(CardActivities.Of(Card.Of(line), activity.ChannelId!));
            }
            else
            {
                log.LineForOneLeftUnsaid();
            }
        }

        IActivity[] answers = [.. replies];
        if (answers.Length > 0)
        {
            await turnContext.SendActivitiesAsync(answers, cancellationToken);
        }

        return response;
    }
}
