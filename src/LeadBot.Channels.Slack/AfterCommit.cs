using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Channels.Slack.Incoming;
using LeadBot.Channels.Slack.Lookups;
using LeadBot.Channels.Slack.Sending;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Wording;
using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.Slack;

/// <summary>
/// What a turn answers at once and Slack takes by calls of their own: a form, the pressed message as it looks now, a line
/// for one person. Each is tried once and logged when it fails; what must arrive goes by the outbox.
/// </summary>
internal sealed class AfterCommit(SlackWebApi api, Saying saying, TakeTurn takeTurn, IsLive isLive, TimeProvider clock, ILogger<AfterCommit> log)
{
    /// <summary>For so long somebody without a page is not looked for again, unless they open one here meanwhile.</summary>
    public static readonly TimeSpan Pageless = TimeSpan.FromMinutes(1);

    private const int Most = 10_000;

    // By the page's conversation.
    private readonly Recent<string, DateTimeOffset> pageless = new(Most);

    /// <param name="message">As the turn took it.</param>
    public async Task DoAsync(Heard heard, IncomingMessage message, TurnResponse response)
    {
        // What was pressed on a page, or chosen from a menu of Slack's own, is answered elsewhere.
        heard = heard with { Address = SlackAddress.Read(message.Place.Address) ?? heard.Address };

        // The form first: what opens it lives three seconds.
        if (response.Form is { } form && !heard.IsForm && !await OpenAsync(heard, form))
        {
            await WhisperAsync(heard, form);
        }

        if (response.Redrawn is { } redrawn)
        {
            await RedrawAsync(heard, redrawn);
        }

        if (response.OnlyForYou is { } line)
        {
            await WhisperAsync(heard, Card.Of(line));
        }

        if (message.Said is Said.HomeOpened)
        {
            pageless.Keep(message.Place.Conversation, DateTimeOffset.MinValue);
        }
        else if (response.Changed)
        {
            await RefreshHomeAsync(heard, message);
        }
    }

    /// <summary>Nothing was kept of what Slack does not send again.</summary>
    public Task AskAgainAsync(Heard heard) => WhisperAsync(heard, Card.Of(BusyWords.TryAgain));

    /// <summary>Somebody of another company asked for something.</summary>
    public Task RefuseAsync(Heard heard) => WhisperAsync(heard, Card.Of(StrangerWords.MembersOnly));

    /// <summary>False: it did not open, or a form cannot hold it.</summary>
    private async Task<bool> OpenAsync(Heard heard, Card form) =>
        Modals.Of(form, heard.Address.ToString()) is { } view
        && Log("views.open", heard, await api.CallAsync(heard.Address.Tenant, "views.open", new JsonObject { ["trigger_id"] = heard.Trigger, ["view"] = view }, CancellationToken.None));

    private async Task RedrawAsync(Heard heard, Card card)
    {
        var message = SlackMessages.Of(card);
        message["replace_original"] = true;
        if (heard.ResponseUrl is { } url && Log("response_url", heard, await api.RespondAsync(url, message, CancellationToken.None)))
        {
            return;
        }

        if (heard.Message is { } ts)
        {
            var update = SlackMessages.Of(card);
            (update["channel"], update["ts"]) = (heard.Address.Channel, ts);
            Log("chat.update", heard, await api.CallAsync(heard.Address.Tenant, "chat.update", update, CancellationToken.None));
        }
    }

    /// <summary>To them alone.</summary>
    private async Task WhisperAsync(Heard heard, Card card) =>
        Log("whispering", heard, await saying.ToOneAsync(heard.Address with { ResponseUrl = heard.ResponseUrl, RespondBefore = DateTimeOffset.MaxValue }, card, CancellationToken.None));

    /// <summary>What changed shows on their page, if they ever opened it.</summary>
    private async Task RefreshHomeAsync(Heard heard, IncomingMessage message)
    {
        var (home, now) = (Places.Of(Places.HomeOf(heard.Address)), clock.GetUtcNow());
        if (pageless.TryGet(home.Conversation, out var seen) && now < seen + Pageless)
        {
            return;
        }

        if (await isLive(SlackChannel.ChannelName, home.Workspace, home.Conversation, message.From.Id, CancellationToken.None))
        {
            await takeTurn(new IncomingMessage(Payload.Key($"home|{message.EventKey}"), home, message.From, new Said.HomeOpened(), now), CancellationToken.None);
        }
        else
        {
            pageless.Keep(home.Conversation, now);
        }
    }

    private bool Log(string what, Heard heard, SlackResult done)
    {
        if (done is SlackResult.Ok)
        {
            return true;
        }

        log.AfterCommitFailed(what, heard.Address.Team, done is SlackResult.Refused refused ? refused.Error : "no answer");
        return false;
    }
}
