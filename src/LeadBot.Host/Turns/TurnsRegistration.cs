using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Qualification;
using LeadBot.Host.Delivery;
using LeadBot.Host.Telemetry;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadBot.Host.Turns;

/// <summary>Registers the database, the turns and the delivery of what they say.</summary>
public static class TurnsRegistration
{
    /// <summary>How many tables of question orders are kept; one takes a few megabytes at most.</summary>
    private const int KeptOrders = 16;

    /// <summary>
    /// Registers <see cref="TakeTurn"/> and starts delivering through every registered <see cref="IChannel"/>, and no
    /// other. Needs a <see cref="PlaybookLibrary"/>. The database is opened when the host starts, which throws
    /// <see cref="StorageRefusedException"/> when it cannot be used.
    /// </summary>
    /// <param name="isShared">Other instances work on the same database.</param>
    public static void AddTurnsAndDelivery(this IServiceCollection services, bool isShared = false)
    {
        services.AddOptions<DeliveryOptions>()
            .BindConfiguration(DeliveryOptions.Section)
            .Validate(o => o.GiveUpAfterHours is >= 1 and <= 168, "LeadBot:Delivery:GiveUpAfterHours must be from 1 to 168.")
            .Validate(o => o.KeepMessagesDays is >= 7 and <= 3650, "LeadBot:Delivery:KeepMessagesDays must be from 7 to 3650.")
            .Validate(o => o.KeepEventsDays is >= 1 and <= 3650, "LeadBot:Delivery:KeepEventsDays must be from 1 to 3650.")
            .ValidateOnStart();
        services.AddOptions<RetentionOptions>()
            .BindConfiguration(RetentionOptions.Section)
            .Validate(o => o.FinishedDealsDays is 0 or (>= 90 and <= 36500), "LeadBot:Retention:FinishedDealsDays must be from 90 to 36500, or 0 to keep them for good.")
            .Validate(o => o.UninstalledDays is >= 1 and <= 3650, "LeadBot:Retention:UninstalledDays must be from 1 to 3650.")
            .Validate(o => o.AuditDays is >= 30 and <= 36500, "LeadBot:Retention:AuditDays must be from 30 to 36500.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Store.Open(provider.GetRequiredService<DatabasePlace>()));
        if (isShared)
        {
            services.AddSingleton<KeepPace>(provider => (workspace, into, each, burst, patience, stop) => provider.GetRequiredService<Store>().Gate.BackgroundAsync(
                Scope.Delivery, session => Paces.Keep(session, workspace, into, each, burst, patience, provider.GetRequiredService<TimeProvider>().GetUtcNow()), stop));
        }

        services.AddSingleton(_ => new Decisions(Talk.Needs, new Talk(new QuestionOrder(KeptOrders, madeElsewhere: true)).Decide));
        services.AddSingleton<StoredPlaybooks>();
        services.AddSingleton<AnswerCountBook>();
        services.AddSingleton<TeamRecords>();
        services.TryAddSingleton(HolidayShelf.Empty);
        services.AddSingleton<TurnLoader>();
        services.AddSingleton<TurnKeeper>();
        services.AddSingleton<TurnTaker>();
        services.AddSingleton<ConversationDelivery>();
        services.AddSingleton<OneByOne>();
        services.AddSingleton<OutboxDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDelivery>());
        services.AddHostedService<Retention>();
        services.AddHostedService<GivenUpReport>();
        // Looked up when called: a channel may itself need TakeTurn, and delivery needs every channel.
        services.AddSingleton<TakeTurn>(provider => (message, stop) =>
            Measured.TurnAsync(message.Place.Channel, () => provider.GetRequiredService<TurnTaker>().TakeAsync(message, stop)));
        // Among the turns, so that what was just said there is seen.
        services.AddSingleton<IsLive>(provider => (channel, workspace, conversation, person, stop) =>
            provider.GetRequiredService<Store>().Gate.TurnAsync(Scope.Of(workspace), session => Conversations.Find(session, channel, workspace, conversation)?.IsHeldBy(person) == true, stop));
    }
}
