using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace LeadBot.Channels.Slack;

/// <summary>What Slack is answered at once.</summary>
/// <param name="Status">As over HTTP; a socket acknowledges 2xx alone, and Slack sends all else again.</param>
internal sealed record SlackReply(int Status, JsonObject? Body = null)
{
    /// <summary>Heard; nothing to say at once.</summary>
    public static readonly SlackReply Heard = new(StatusCodes.Status200OK);

    /// <summary>Not kept: send it again.</summary>
    public static readonly SlackReply SendAgain = new(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Nothing Slack sends looks like that.</summary>
    public static readonly SlackReply Malformed = new(StatusCodes.Status400BadRequest);

    public bool IsTaken => Status is >= 200 and < 300;
}
