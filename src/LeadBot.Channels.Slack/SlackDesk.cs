using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Channels.Slack.Incoming;
using LeadBot.Dialog.Wording;
using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.Slack;

/// <summary>
/// Hears everything Slack brings, over HTTP or a socket, and answers inside the three seconds Slack gives: what could not
/// be kept by then is asked for again, of Slack where it repeats things, of the person where it does not.
/// </summary>
internal sealed class SlackDesk(SlackTurns turns, Afterwards afterwards, AfterCommit afterCommit, TimeProvider clock, ILogger<SlackDesk> log)
{
    /// <summary>By then Slack is answered, come what may.</summary>
    public static readonly TimeSpan AnswersWithin = TimeSpan.FromMilliseconds(2750);

    /// <summary>What the Events API sends.</summary>
    /// <param name="received">When its first byte came.</param>
    public async Task<SlackReply> HearEventAsync(JsonElement payload, DateTimeOffset received)
    {
        switch (payload.Text("type"))
        {
            case null:
                return SlackReply.Malformed;
            case "url_verification":
                return payload.Text("challenge") is { } challenge ? new SlackReply(200, new JsonObject { ["challenge"] = challenge }) : SlackReply.Malformed;
            case "app_rate_limited":
                log.EventsLimited(payload.Team("team_id"));
                return SlackReply.Heard;
            default:
                using (var time = TimeLeft(received))
                {
                    foreach (var heard in EventReader.Read(payload))
                    {
                        if (await InTimeAsync(turns.TakeAsync(heard, received), time.Token) is not (Taken.Kept or Taken.NotForUs))
                        {
                            return SlackReply.SendAgain;
                        }
                    }

                    return SlackReply.Heard;
                }
        }
    }

    /// <summary>A press, a filled-in form, a shortcut.</summary>
    public async Task<SlackReply> HearInteractionAsync(JsonElement payload, DateTimeOffset received)
    {
        if (payload.Text("type") is null)
        {
            return SlackReply.Malformed;
        }

        if (InteractionReader.Read(payload, received) is not { } heard)
        {
            return SlackReply.Heard;
        }

        if (heard.IsEmpty)
        {
            return new SlackReply(200, Modals.NothingChosen());
        }

        using var time = TimeLeft(received);
        var taking = turns.TakeAsync(heard, received);
        var taken = await InTimeAsync(taking, time.Token);
        if (!heard.IsForm)
        {
            afterwards.Do(() => AskAgainAsync(heard, taking));
            return SlackReply.Heard;
        }

        return taken switch
        {
            Taken.Kept { Response.Form: { } form } when Modals.Of(form, heard.Address.ToString()) is { } view =>
                new SlackReply(200, new JsonObject { ["response_action"] = "update", ["view"] = view }),
            Taken.Kept or Taken.NotForUs => SlackReply.Heard,
            _ when heard.Block is { } block => new SlackReply(200, new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject { [block] = BusyWords.TryAgain } }),
            _ => SlackReply.SendAgain,
        };
    }

    /// <summary>A slash command.</summary>
    /// <param name="fields">As Slack names them.</param>
    public async Task<SlackReply> HearCommandAsync(IReadOnlyDictionary<string, string> fields, DateTimeOffset received)
    {
        if (CommandReader.Read(fields, received) is not { } heard)
        {
            return SlackReply.Malformed;
        }

        using var time = TimeLeft(received);
        var taking = turns.TakeAsync(heard, received);
        switch (await InTimeAsync(taking, time.Token))
        {
            case Taken.NotKept:
                return new SlackReply(200, new JsonObject { ["response_type"] = "ephemeral", ["text"] = BusyWords.TryAgain });
            case null:
                afterwards.Do(() => AskAgainAsync(heard, taking));
                return SlackReply.Heard;
            default:
                return SlackReply.Heard;
        }
    }

    /// <summary>Runs before the turn begins, whatever the turn does.</summary>
    private CancellationTokenSource TimeLeft(DateTimeOffset received)
    {
        var left = AnswersWithin - (clock.GetUtcNow() - received);
        return new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
    }

    /// <summary>Null: not known yet, and time is up.</summary>
    private static async Task<Taken?> InTimeAsync(Task<Taken> taking, CancellationToken timeIsUp)
    {
        try
        {
            return await taking.WaitAsync(timeIsUp);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Slack was answered: what came of it is for the person alone.</summary>
    private async Task AskAgainAsync(Heard heard, Task<Taken> taking)
    {
        if (await taking is Taken.NotKept)
        {
            await afterCommit.AskAgainAsync(heard);
        }
    }
}
