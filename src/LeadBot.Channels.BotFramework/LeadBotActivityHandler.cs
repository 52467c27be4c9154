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
    TakeTurn takeTurn, IOptions<BotFrameworkOptions> options, ServiceUrls serviceUrls, HeardTenants tenants, TimeProvider clock, ILogger<LeadBotActivityHandler> log)
    : TeamsActivityHandler
{
    private readonly bool isLocal = options.Value.IsLocal;
    private readonly ActivityReader reader = new(BotFrameworkChannel.ChannelName, options.Value.IsLocal, clock);

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        if (!serviceUrls.Allows(activity.ServiceUrl))
        {
            if (isLocal)
            {
                log.ServiceUrlNotLocal();
                throw new BadHttpRequestException("In local mode the serviceUrl must be on this machine.");
            }

            log.ServiceHostRefused(Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) ? url.Host : "");
            throw new BadHttpRequestException("The serviceUrl is not one that this bot writes to.", StatusCodes.Status403Forbidden);
        }

        if (!tenants.Hear(activity))
        {
            log.TenantRefused(Guid.TryParse(Tenants.Of(activity), out var tenant) ? tenant : null);
            throw new BadHttpRequestException("This bot does not hear that tenant.", StatusCodes.Status403Forbidden);
        }

        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate))
        {
            log.ActivityIgnored(activity.Type);
        }

        await SenderNames.CompleteAsync(turnContext, clock, log, cancellationToken);
        await base.OnTurnAsync(turnContext, cancellationToken);
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

        var invoke = ((ITurnContext)turnContext).Activity;
        if (OwnersView.Read(invoke.Value, invoke.From?.Id) is { } view)
        {
            return CreateInvokeResponse(PressAnswers.Of(view));
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
        var to = Address.Of(activity);
        var replies = response.Replies.Select(card => CardActivities.Of(card, to, isLocal));
        if (response.OnlyForYou is { } line && message.Said is not Said.Pressed { CanRedraw: true })
        {
            // Outside an invoke's answer a person is alone with the bot only in a direct conversation.
            if (message.Place.Kind == PlaceKind.Direct)
            {
                replies = replies.Append(CardActivities.Of(Card.Of(line), to, isLocal));
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
