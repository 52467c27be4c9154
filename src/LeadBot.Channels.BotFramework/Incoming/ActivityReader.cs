using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using Microsoft.Bot.Schema;
// Microsoft.Bot.Schema has a Place of its own, which the stand-in leaves out.
using Place = LeadBot.Dialog.Incoming.Place;

namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>Reads an activity as what was said, where and by whom.</summary>
/// <param name="channel">The <see cref="Place.Channel"/> of what is read.</param>
/// <param name="isLocal">Local mode: who has no tenant belongs to the workspace <c>local</c>.</param>
public sealed class ActivityReader(string channel, bool isLocal, TimeProvider clock)
{
    /// <summary>What was said; null when there is nothing in it for the bot, or nobody to answer.</summary>
    public IncomingMessage? Read(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (Said(activity) is not { } said
            || activity is not { ChannelId.Length: > 0, ServiceUrl.Length: > 0, From.Id.Length: > 0, Conversation.Id.Length: > 0 })
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return new IncomingMessage(
            EventKeys.Of(activity),
            Place(activity),
            Sender(activity),
            said,
            now,
            activity.DeliveryMode == DeliveryModes.ExpectReplies);
    }

    private static Said? Said(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => string.IsNullOrWhiteSpace(activity.Text) && activity.Value is not null
            ? Presses.ReadSubmit(activity.Value) ?? NotUnderstood
            : new Said.Typed(Texts.Of(activity)),
        ActivityTypes.Invoke when activity.Name == Presses.ExecuteInvoke => Presses.ReadExecute(activity.Value) ?? NotUnderstood,
        ActivityTypes.InstallationUpdate when activity.Action is "add" or "add-upgrade" => new Said.Arrived(Installed: activity.Action is "add"),
        ActivityTypes.InstallationUpdate when activity.Action is "remove" => new Said.Removed(),
        ActivityTypes.ConversationUpdate when Has(activity.MembersAdded, activity.Recipient) => new Said.Arrived(),
        ActivityTypes.ConversationUpdate when Has(activity.MembersRemoved, activity.Recipient) => new Said.Removed(),
        _ => null,
    };

    private static bool Has(IList<ChannelAccount>? members, ChannelAccount? bot) => members?.Any(m => m.Id == bot?.Id) == true;

    private static Said NotUnderstood => new Said.Typed("");

    private Place Place(Activity activity)
    {
        var conversation = activity.Conversation!;
        var kind = conversation.ConversationType switch
        {
            "channel" => PlaceKind.Thread,
            "groupChat" => PlaceKind.GroupChat,
            _ => conversation.IsGroup == true ? PlaceKind.GroupChat : PlaceKind.Direct,
        };
        var tenant = Tenants.Of(activity);
        var address = Address.Of(activity);
        var teamChannel = kind == PlaceKind.Thread ? Tenants.TeamChannelOf(activity) : null;
        return new Place(
            channel,
            new WorkspaceId(tenant is not null ? $"msteams:{tenant}" : isLocal ? "local" : activity.ChannelId!),
            conversation.Id!,
            kind,
            teamChannel,
            address.ToString(),
            teamChannel is null ? null : address.Channel(teamChannel).ToString());
    }

    private static Sender Sender(Activity activity)
    {
        var from = activity.From!;
        var client = ClientInfo.Of(activity);
        return new Sender(
            new PersonId(from.AadObjectId is { Length: > 0 } entra ? entra : from.Id!),
            from.Name ?? "",
            TimeZones.Iana(activity.LocalTimezone) ?? TimeZones.Iana(client?.Timezone),
            activity.Locale ?? client?.Locale);
    }
}
