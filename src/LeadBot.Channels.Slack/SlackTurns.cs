using LeadBot.Channels.Slack.Incoming;
using LeadBot.Channels.Slack.Lookups;
using LeadBot.Channels.Slack.Sending;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.Slack;

/// <summary>Takes what was heard through its turn: looks up who and where, and does after the commit what belongs to it.</summary>
internal sealed class SlackTurns(
    TakeTurn takeTurn, IsLive isLive, SlackPeople people, SlackMembership membership, DirectChannels directs, SlackTokens tokens, Afterwards afterwards, AfterCommit afterCommit, TimeProvider clock, ILogger<SlackTurns> log)
{
    /// <summary>What has not begun by then is dropped, and leaves no trace.</summary>
    public static readonly TimeSpan BeginsWithin = TimeSpan.FromMilliseconds(2500);

    /// <summary>Never throws. What is done after the commit goes on when this is done.</summary>
    public async Task<Taken> TakeAsync(Heard heard, DateTimeOffset received)
    {
        var left = BeginsWithin - (clock.GetUtcNow() - received);
        using var late = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        try
        {
            if (await IsStrangersAsync(heard))
            {
                if (heard is { Unbidden: false, IsForm: false })
                {
                    afterwards.Do(() => afterCommit.RefuseAsync(heard));
                }

                return Taken.Ignored;
            }

            if (heard.Unbidden && !await isLive(SlackChannel.ChannelName, Places.Workspace(heard.Address.Tenant), Places.Of(heard.Address).Conversation, new PersonId(heard.Address.User!), late.Token))
            {
                return Taken.Ignored;
            }

            if (await MessageAsync(heard, received, late.Token) is { } message)
            {
                var response = await takeTurn(message, late.Token);
                if (message.Said is Said.Removed)
                {
                    tokens.Forget();
                }

                if (!response.IsRepeat)
                {
                    afterwards.Do(() => afterCommit.DoAsync(heard, message, response));
                }

                return new Taken.Kept(response);
            }

            log.NowhereToAnswer(heard.Address.Team);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            log.TooLate(heard.Address.Team);
        }
        catch (Exception failure)
        {
            // A turn that failed said why.
            log.NotTaken(heard.Address.Team, failure.GetType().Name);
        }

        return Taken.Nothing;
    }

    /// <summary>Whether somebody of another company said it, in a channel that both share; an organisation's own people may be of any of its workspaces.</summary>
    private async ValueTask<bool> IsStrangersAsync(Heard heard) =>
        heard.From is { } home && home != heard.Organisation
        && (heard.Organisation is null || (await people.OfAsync(heard.Address.Tenant, heard.Address.User!))?.Organisation != heard.Organisation);

    /// <summary>Null: there is no place to answer at.</summary>
    private async Task<IncomingMessage?> MessageAsync(Heard heard, DateTimeOffset received, CancellationToken late)
    {
        if (heard.IsNobodys)
        {
            return new IncomingMessage(heard.EventKey, Places.Of(heard.Address), new Sender(new PersonId(""), ""), heard.Says(""), received);
        }

        var (sender, address, text, canPost) = (SenderAsync(heard.Address), AddressAsync(heard, late), TextAsync(heard, late), CanPostAsync(heard.Address, late));
        await Task.WhenAll(sender, address, text, canPost);
        if (await address is not { } to)
        {
            return null;
        }

        var place = Places.Of(to);
        place = await canPost ? place : place with { TeamAddress = null };
        return new IncomingMessage(heard.EventKey, place, await sender, heard.Says(await text), received)
        {
            CanOpenForm = heard.Trigger is not null || heard.IsForm,
            CanWhisper = place.Kind == PlaceKind.Thread,
        };
    }

    /// <summary>A command can be typed where the bot is not; where Slack does not say, it is taken to be there.</summary>
    private async Task<bool> CanPostAsync(SlackAddress address, CancellationToken late) =>
        address is not { View: SlackView.Ephemeral, Channel: { } channel } || Places.IsDirect(channel) || await membership.IsInAsync(address.Tenant, channel, late) is not false;

    private async Task<Sender> SenderAsync(SlackAddress address)
    {
        var who = await people.OfAsync(address.Tenant, address.User!);
        return new Sender(new PersonId(address.User!), who?.Name ?? "", who?.TimeZone, who?.Locale);
    }

    private async Task<SlackAddress?> AddressAsync(Heard heard, CancellationToken late)
    {
        var address = heard.Address;
        if (heard.Answered == Answered.Here || (heard.Answered == Answered.HereOrDirectly && await membership.IsInAsync(address.Tenant, address.Channel!, late) == true))
        {
            return address;
        }

        return (await directs.OpenAsync(address.Tenant, address.User!, late)).Channel is { } channel ? Places.DirectOf(address, channel) : null;
    }

    private async Task<string?> BotAsync(SlackTenant tenant, CancellationToken late)
    {
        try
        {
            return await tokens.BotUserAsync(tenant, late).AsTask().WaitAsync(SlackPeople.Patience, clock, late);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task<string> TextAsync(Heard heard, CancellationToken late)
    {
        var tenant = heard.Address.Tenant;
        if (Texts.People(heard.Text, heard.Bot) is not { Count: > 0 } mentioned)
        {
            return Texts.Plain(heard.Text, heard.Bot, new Dictionary<string, string>());
        }

        var bot = heard.Bot ?? await BotAsync(tenant, late);
        var profiles = await Task.WhenAll(mentioned.Where(user => user != bot).Select(async user => (User: user, Profile: await people.OfAsync(tenant, user))));
        return Texts.Plain(heard.Text, bot, profiles.Where(known => known.Profile is { Name.Length: > 0 }).ToDictionary(known => known.User, known => known.Profile!.Name));
    }
}

/// <summary>What became of what was heard.</summary>
internal abstract record Taken
{
    public static readonly Taken Ignored = new NotForUs();
    public static readonly Taken Nothing = new NotKept();

    private Taken()
    {
    }

    /// <summary>Nothing in it for the bot.</summary>
    public sealed record NotForUs : Taken;

    /// <summary>Its turn was taken, now or when it came before.</summary>
    public sealed record Kept(TurnResponse Response) : Taken;

    /// <summary>Nothing of it was kept.</summary>
    public sealed record NotKept : Taken;
}
