namespace LeadBot.Dialog.Wording;

/// <summary>Everything that is not about a deal: welcome, courtesies, who is heard, what was not understood.</summary>
internal static class SmallTalk
{
    public const string WelcomeTitle = "I help you lose sales quickly.";
    public const string Welcome = "An hour a week for three months on somebody who was never going to buy is worse than a lost sale. Tell me about a deal: I ask a few awkward questions, stop as soon as the answer is clear, and say walk away, park, ask first or pursue, and why.";
    public const string WelcomeTry = "Try it: type \"qualify\" and a prospect's name, for example \"qualify Acme\".";
    public const string WelcomeThread = "Try it: mention me in a new post with \"qualify\" and a prospect's name. It runs in that thread, and only you are heard there.";
    public const string WelcomeGroup = "Try it: mention me with \"qualify\" and a prospect's name. There are no threads here, so I take one conversation at a time.";

    public const string WelcomeCommand = "Try it: type \"/lead qualify\" and a prospect's name, here or anywhere. Only you see what I answer here, and it is gone when you reload; in a direct message it stays.";

    /// <summary>What words begin with that reach the bot where only their writer sees its answer.</summary>
    public const string Command = "/lead ";

    public const string UnknownButton = "I don't know that button any more. \"help\" says what I can do now.";

    public static string OneAtATime(string starter) =>
        $"{starter} is in the middle of a deal with me. This chat has no threads, so I take one conversation at a time; write to me directly, or when that one is done.";

    public static string OnlyStarter(string starter) =>
        $"{starter} started this one, so only {starter} is heard here. Mention me in a new post with \"qualify NAME\" to start your own.";

    public static string Hello(string name) => $"Hello {name}.";

    public const string YouAreWelcome = "You're welcome.";
    public const string Bye = "Bye. Your deals stay as they are.";
    public const string ToAbuse = "Fair enough. Let's get you an answer.";
    public const string NothingSaid = "I'm here.";
    public const string WhatNow = "Type \"qualify\" and a prospect's name, or \"help\".";
    public const string AllRight = "All right, left as it is.";
    public const string StillHere = "Back to the question:";

    public static string NotUnderstood(int misses, string name) => misses % 2 == 0 ? $"I didn't get that. Is \"{name}\" a deal to qualify?" : $"If {name} is a prospect, type \"qualify {name}\"; \"help\" says what else there is.";

    /// <param name="deal">The deal talked about; null: there is none.</param>
    public static string NotUnderstoodAtAll(int misses, string? deal) => (misses % 3) switch
    {
        0 when deal is not null => $"I didn't get that. \"log {deal} they called back\" notes a contact, \"deals\" shows all of yours, \"help\" says what else there is.",
        2 when deal is not null => "Still nothing I know. \"deals\" shows your deals, each with its buttons.",
        0 => "I didn't get that. \"qualify NAME\" starts a deal, \"help\" says what else there is.",
        1 => "That one is beyond me, too. Type \"help\" to see what works now.",
        _ => "Still nothing I know. A good start is \"qualify\" and a prospect's name.",
    };

    public static string QualifyIt(string name) => $"Qualify {name}";
}
