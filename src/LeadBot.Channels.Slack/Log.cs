using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.Slack;

/// <summary>1 to 29: what comes in; 30 to 59: what goes out; from 60: installing.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A request to {Path} was refused: it is not signed by Slack, or more than five minutes old")]
    public static partial void NotSlacks(this ILogger log, string path);

    [LoggerMessage(2, LogLevel.Warning, "Slack sends fewer events of {Team} than there are: it counts more than it allows")]
    public static partial void EventsLimited(this ILogger log, string? team);

    [LoggerMessage(3, LogLevel.Warning, "Something from {Team} could not be kept in time; Slack or the person is asked to try it again")]
    public static partial void TooLate(this ILogger log, string team);

    [LoggerMessage(4, LogLevel.Warning, "Something from {Team} was not kept: {Failure}. Slack or the person is asked to try it again")]
    public static partial void NotTaken(this ILogger log, string team, string failure);

    [LoggerMessage(5, LogLevel.Warning, "Somebody in {Team} cannot be answered: Slack opens no direct conversation with them")]
    public static partial void NowhereToAnswer(this ILogger log, string team);

    [LoggerMessage(6, LogLevel.Warning, "After a turn in {Team}, {What} failed: {Error}")]
    public static partial void AfterCommitFailed(this ILogger log, string what, string team, string error);

    [LoggerMessage(7, LogLevel.Error, "What follows a turn failed")]
    public static partial void AfterwardsFailed(this ILogger log, Exception failure);

    [LoggerMessage(8, LogLevel.Information, "Hearing Slack over a socket")]
    public static partial void SocketOpen(this ILogger log);

    [LoggerMessage(9, LogLevel.Warning, "The socket to Slack failed: {Failure}. It is tried again")]
    public static partial void SocketFailed(this ILogger log, string failure);

    [LoggerMessage(10, LogLevel.Warning, "Slack opens no socket: {Error}. Check Slack:AppToken, and that Socket Mode is switched on; it is tried again")]
    public static partial void SocketRefused(this ILogger log, string error);

    [LoggerMessage(11, LogLevel.Information, "Slack ends the socket: {Reason}")]
    public static partial void SocketEnds(this ILogger log, string? reason);

    [LoggerMessage(12, LogLevel.Warning, "Something came over the socket that is not Slack's")]
    public static partial void SocketNonsense(this ILogger log);

    [LoggerMessage(13, LogLevel.Information, "The next socket to Slack is tried in {Seconds:0.0} s")]
    public static partial void SocketWaits(this ILogger log, double seconds);

    [LoggerMessage(60, LogLevel.Information, "Installed in {Workspace}")]
    public static partial void SlackInstalled(this ILogger log, string workspace);

    [LoggerMessage(61, LogLevel.Warning, "Slack refused an installation: {Error}")]
    public static partial void SlackInstallRefused(this ILogger log, string error);

    [LoggerMessage(30, LogLevel.Information, "Slack asks to wait with {Method} in {Team} for {Seconds} s")]
    public static partial void SlackSlowsDown(this ILogger log, string method, string team, double seconds);

    [LoggerMessage(31, LogLevel.Warning, "Slack refused {Method} in {Team}: {Error}. An admin has to act; \"status\" says more")]
    public static partial void SlackNeedsAdmin(this ILogger log, string method, string team, string error);
}
