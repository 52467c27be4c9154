#pragma warning disable CA1032 // Only the connector makes it, and always with the response.
using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>The channel answered with something other than success.</summary>
public sealed class ErrorResponseException : Exception
{
    internal ErrorResponseException(HttpResponseMessageWrapper response, ErrorResponse? body)
        : base($"The channel answered {(int)response.StatusCode} {body?.Error?.Code}".TrimEnd())
    {
        Response = response;
        Body = body;
    }

    public HttpResponseMessageWrapper Response { get; }

    /// <summary>Null when the answer was not the protocol's.</summary>
    public ErrorResponse? Body { get; }
}

/// <summary>The body of an unsuccessful answer.</summary>
public sealed class ErrorResponse
{
    public Error? Error { get; set; }
}

/// <summary>Why the channel did not take it.</summary>
public sealed class Error
{
    public string? Code { get; set; }

    public string? Message { get; set; }
}
