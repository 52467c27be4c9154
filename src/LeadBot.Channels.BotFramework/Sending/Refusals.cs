using System.Net;
using System.Net.Http.Headers;
using LeadBot.Dialog.Channels;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Sending;

/// <summary>What a channel's refusal means for the message.</summary>
internal static class Refusals
{
    // Teams says a blocked chat in a form of its own, without a code where the protocol has it.
    private const string WritesBlocked = "MessageWritesBlocked";

    /// <summary>The person blocked or uninstalled the bot, or left; the bot was removed; the chat was deleted. A tenant that switched the bot off may switch it on again.</summary>
    private static readonly HashSet<(HttpStatusCode, string)> Departures =
    [
        (HttpStatusCode.Forbidden, "BotNotInConversationRoster"),
        (HttpStatusCode.Forbidden, "ConversationBlockedByUser"),
        (HttpStatusCode.Forbidden, "ForbiddenOperationException"),
        (HttpStatusCode.Forbidden, "BotDisabledByUser"),
        (HttpStatusCode.Forbidden, WritesBlocked),
        (HttpStatusCode.NotFound, "BotNotInConversationRoster"),
        (HttpStatusCode.NotFound, "ConversationNotFound"),
    ];

    public static Sent Read(ErrorResponseException refused, DateTimeOffset now)
    {
        var status = refused.Response.StatusCode;
        var code = refused.Body?.Error?.Code
            ?? (refused.Response.Content?.Contains(WritesBlocked, StringComparison.Ordinal) == true ? WritesBlocked : null);
        var why = $"The channel answered {(int)status} {code}".TrimEnd() + ".";
        return IsPassing(status) ? new Sent.TryAgain(why, RetryAfter(refused, now))
            : code is not null && Departures.Contains((status, code)) ? new Sent.Gone(why)
            : new Sent.GiveUp(why);
    }

    // 401 is the bot's own token, which a new secret mends; Teams asks to repeat 412. What is left stays refused
    // however often it is sent.
    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or HttpStatusCode.Unauthorized
        || (int)status >= 500;

    private static TimeSpan? RetryAfter(ErrorResponseException refused, DateTimeOffset now)
    {
        if (!refused.Response.Headers.TryGetValue("Retry-After", out var values)
            || !RetryConditionHeaderValue.TryParse(values.FirstOrDefault(), out var after))
        {
            return null;
        }

        var wait = after.Delta ?? after.Date - now;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
