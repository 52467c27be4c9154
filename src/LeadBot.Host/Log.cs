namespace LeadBot.Host;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "LeadBot listens on {Urls}.")]
    public static partial void Listening(ILogger logger, string urls);

    [LoggerMessage(10, LogLevel.Error, "A turn failed and nothing of it was kept (channel {Channel}, event {EventKey}).")]
    public static partial void TurnFailed(ILogger logger, Exception failure, string channel, string eventKey);

    [LoggerMessage(11, LogLevel.Error, "Message {Message} was given up by channel {Channel}: {Why}.")]
    public static partial void MessageGivenUp(ILogger logger, long message, string channel, string why);

    [LoggerMessage(12, LogLevel.Warning, "Conversation {Conversation} is put off by channel {Channel}: {Why}. It is tried again until it succeeds or its messages are too old.")]
    public static partial void DeliveryPutOff(ILogger logger, long conversation, string channel, string why);

    [LoggerMessage(13, LogLevel.Error, "Channel {Channel} failed in conversation {Conversation}; it is tried again.")]
    public static partial void SendFailed(ILogger logger, Exception failure, long conversation, string channel);

    [LoggerMessage(14, LogLevel.Error, "Conversation {Conversation} could not be delivered; it is tried again.")]
    public static partial void DeliveryFailed(ILogger logger, Exception failure, long conversation);

    [LoggerMessage(15, LogLevel.Error, "What is due could not be claimed; it is tried again.")]
    public static partial void ClaimFailed(ILogger logger, Exception failure);

    [LoggerMessage(17, LogLevel.Warning, "Conversation {Conversation} of channel {Channel} is gone: {Why}. What waited there is given up.")]
    public static partial void ConversationGone(ILogger logger, long conversation, string channel, string why);

    [LoggerMessage(18, LogLevel.Warning, "{Count} messages of channel {Channel} were deleted unsent: no process that delivers to it has run for too long.")]
    public static partial void DeletedUnsent(ILogger logger, int count, string channel);

    [LoggerMessage(19, LogLevel.Error, "An admin could not be told of messages that were given up; it is tried again in an hour.")]
    public static partial void TellingFailed(ILogger logger, Exception failure);

    [LoggerMessage(20, LogLevel.Warning, "Nothing can be said to {Person} of {Workspace}: they were never heard, or their conversation is gone.")]
    public static partial void NobodyToTell(ILogger logger, string workspace, string person);

    [LoggerMessage(21, LogLevel.Warning, "Nothing can be posted to channel {Channel} of {Workspace}: it is not linked, or gone.")]
    public static partial void NowhereToPost(ILogger logger, string workspace, string channel);

    [LoggerMessage(16, LogLevel.Error, "Old events and messages could not be deleted; it is tried again in an hour.")]
    public static partial void ForgettingFailed(ILogger logger, Exception failure);

    [LoggerMessage(30, LogLevel.Information, "{Due} were due to be reminded: {Messages} messages go out, {Failures} failed and are tried again in an hour.")]
    public static partial void Swept(ILogger logger, int due, int messages, int failures);

    [LoggerMessage(31, LogLevel.Error, "Person {Person} of {Workspace} could not be reminded; it is tried again in an hour.")]
    public static partial void RemindingFailed(ILogger logger, Exception failure, string workspace, string person);

    [LoggerMessage(33, LogLevel.Error, "The week of {Workspace} could not be ended; it is tried again in an hour.")]
    public static partial void WeekFailed(ILogger logger, Exception failure, string workspace);

    [LoggerMessage(34, LogLevel.Error, "No silence limit could be learnt for {Workspace}; it is tried again in a week.")]
    public static partial void LearningFailed(ILogger logger, Exception failure, string workspace);

    [LoggerMessage(40, LogLevel.Error, "The token of {Workspace} cannot be read with the keys at hand; LeadBot has to be installed there again.")]
    public static partial void TokenUnreadable(ILogger logger, string workspace);

    [LoggerMessage(60, LogLevel.Critical, "The database's disk is full: nothing can be kept, and what comes is refused, until there is room. Make room; LeadBot goes on by itself.")]
    public static partial void DiskFull(ILogger logger);

    [LoggerMessage(61, LogLevel.Warning, "There is room on the database's disk again.")]
    public static partial void RoomAgain(ILogger logger);

    [LoggerMessage(50, LogLevel.Warning, "How many messages wait could not be seen; it is tried again.")]
    public static partial void QueueNotSeen(ILogger logger, Exception failure);

    [LoggerMessage(32, LogLevel.Error, "Nobody could be reminded; it is tried again in a minute.")]
    public static partial void SweepFailed(ILogger logger, Exception failure);
}
