using System.Net;
using System.Net.Http.Headers;
using LeadBot.Dialog.Channels;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Sending;

/// <summary>What a channel's refusal means for the message.</summary>
internal static class Refusals
{
    public static Sent Read(ErrorResponseException refused, DateTimeOffset now)
    {
        var status = refused.Response.StatusCode;
        var why = $"The channel answered {(int)status} {refused.Body?.Error?.Code}".TrimEnd() + ".";
        return IsPassing(status) ? new Sent.TryAgain(why, RetryAfter(refused, now)) : new Sent.GiveUp(why);
    }

    // 401 is the bot's own token, which a new secret mends; Teams asks to repeat 412. What is left (400, 403
    // BotNotInConversationRoster, 404 ConversationNotFound, …) stays refused however often it is sent.
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
