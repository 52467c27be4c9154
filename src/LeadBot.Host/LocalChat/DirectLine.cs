using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace LeadBot.Host.LocalChat;

/// <summary>
/// As much of Direct Line 3.0 as Web Chat speaks: tokens, conversations, activities by polling or over a socket. A token
/// that is bad or expired is answered 403, a conversation that is no longer kept 404.
/// </summary>
public static class DirectLine
{
    private const string Root = "/v3/directline";

    /// <summary>Maps it under <c>/v3/directline</c>.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder app)
    {
        var line = app.MapGroup(Root).WithMetadata(new RequestSizeLimitAttribute(PostedActivity.MaximumSize));
        line.MapPost("/tokens/generate", (DirectLineTokens tokens) => Granted(tokens, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))));
        line.MapPost("/tokens/refresh", (HttpRequest request, DirectLineTokens tokens) =>
            tokens.Read(Bearer(request)) is { } conversation ? Granted(tokens, conversation) : Forbidden());
        line.MapPost("/conversations", StartAsync);
        line.MapGet("/conversations/{conversation}", Resume);
        line.MapGet("/conversations/{conversation}/activities", Poll);
        line.MapPost("/conversations/{conversation}/activities", PostAsync);
        line.MapGet("/conversations/{conversation}/stream", StreamAsync);
    }

    private static async Task<IResult> StartAsync(HttpRequest request, DirectLineTokens tokens, ChatTranscripts transcripts, DirectLineTurns turns)
    {
        if (tokens.Read(Bearer(request)) is not { } conversation)
        {
            return Forbidden();
        }

        await turns.ArriveAsync(transcripts.Start(conversation));
        return Results.Json(Opened(request, tokens, conversation, 0), statusCode: StatusCodes.Status201Created);
    }

    private static IResult Resume(string conversation, string? watermark, HttpRequest request, DirectLineTokens tokens, ChatTranscripts transcripts) =>
        Admit(conversation, Bearer(request), tokens, transcripts, out _)
        ?? Results.Json(Opened(request, tokens, conversation, Number(watermark)));

    private static IResult Poll(string conversation, string? watermark, HttpRequest request, DirectLineTokens tokens, ChatTranscripts transcripts) =>
        Admit(conversation, Bearer(request), tokens, transcripts, out var transcript)
        ?? Results.Text(transcript.After(Number(watermark)).Json, "application/json");

    private static async Task<IResult> PostAsync(
        string conversation, HttpRequest request, DirectLineTokens tokens, ChatTranscripts transcripts, DirectLineTurns turns)
    {
        if (Admit(conversation, Bearer(request), tokens, transcripts, out var transcript) is { } refused)
        {
            return refused;
        }

        try
        {
            return await PostedActivity.ReadAsync(request) is { } posted
                ? Results.Json(new { id = await turns.HearAsync(transcript, posted) })
                : Fault(StatusCodes.Status400BadRequest, "BadArgument", "The body is not an activity.");
        }
        catch (BadHttpRequestException tooLarge)
        {
            return Fault(tooLarge.StatusCode, "BadArgument", tooLarge.Message);
        }
    }

    private static async Task<IResult> StreamAsync(
        string conversation, string? watermark, string? t, HttpContext http, DirectLineTokens tokens, ChatTranscripts transcripts, IHostApplicationLifetime host)
    {
        if (Admit(conversation, t, tokens, transcripts, out var transcript) is { } refused)
        {
            return refused;
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            return Fault(StatusCodes.Status400BadRequest, "BadArgument", "This address is for sockets.");
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await DirectLineSocket.PumpAsync(socket, transcript, Number(watermark), host.ApplicationStopping);
        return Results.Empty;
    }

    /// <summary>Null when the bearer may read the conversation, else what to answer.</summary>
    private static IResult? Admit(string conversation, string? token, DirectLineTokens tokens, ChatTranscripts transcripts, out ChatTranscript transcript)
    {
        transcript = transcripts.Find(conversation)!;
        return tokens.Read(token) != conversation ? Forbidden()
            : transcript is null ? Fault(StatusCodes.Status404NotFound, "ConversationNotFound", "The conversation is no longer kept: start a new one.")
            : null;
    }

    private static object Opened(HttpRequest request, DirectLineTokens tokens, string conversation, long watermark)
    {
        var token = tokens.For(conversation);
        var scheme = request.IsHttps ? "wss" : "ws";
        return new
        {
            conversationId = conversation,
            token,
            expires_in = (int)DirectLineTokens.Lifetime.TotalSeconds,
            streamUrl = string.Create(
                CultureInfo.InvariantCulture, $"{scheme}://{request.Host}{Root}/conversations/{conversation}/stream?watermark={watermark}&t={token}"),
        };
    }

    private static IResult Granted(DirectLineTokens tokens, string conversation) => Results.Json(new
    {
        conversationId = conversation,
        token = tokens.For(conversation),
        expires_in = (int)DirectLineTokens.Lifetime.TotalSeconds,
    });

    private static IResult Forbidden() => Fault(StatusCodes.Status403Forbidden, "BadToken", "The token is missing, not ours, or has expired.");

    private static IResult Fault(int status, string code, string message) => Results.Json(new { error = new { code, message } }, statusCode: status);

    private static string? Bearer(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..] : null;
    }

    /// <summary>A watermark; one that is missing or odd means from the start.</summary>
    private static long Number(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
