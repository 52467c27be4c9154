using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>What a payload says, before anything was looked up.</summary>
/// <param name="Address">Where it was said, or would be answered; its user is who said it.</param>
/// <param name="Says">What was said, once the names in <paramref name="Text"/> are known.</param>
internal sealed record Heard(string EventKey, SlackAddress Address, Func<string, Said> Says)
{
    /// <summary>What was typed, as Slack writes it.</summary>
    public string Text { get; init; } = "";

    public Answered Answered { get; init; }

    /// <summary>Typed among others without naming the bot: heard only where the bot waits for it.</summary>
    public bool Unbidden { get; init; }

    /// <summary>The bot's own user id, where the payload says it.</summary>
    public string? Bot { get; init; }

    /// <summary>The workspace or organisation of who said it, where the payload names another than the one it came to.</summary>
    public string? From { get; init; }

    /// <summary>The organisation the workspace belongs to, where the payload says it; its people may be of another of its workspaces.</summary>
    public string? Organisation { get; init; }

    /// <summary>Opens one form, within three seconds.</summary>
    public string? Trigger { get; init; }

    /// <summary>Takes up to five answers within half an hour.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>The pressed message.</summary>
    public string? Message { get; init; }

    /// <summary>A form was filled in.</summary>
    public bool IsForm { get; init; }

    /// <summary>Nothing was chosen or filled in.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>A block of the form that can show what is wrong with it.</summary>
    public string? Block { get; init; }

    /// <summary>Nobody said it: the bot's place in the workspace changed.</summary>
    public bool IsNobodys => Address.User is null;
}

/// <summary>Where it is answered.</summary>
internal enum Answered
{
    /// <summary>Where it was said.</summary>
    Here,

    /// <summary>In the direct conversation with the bot.</summary>
    Directly,

    /// <summary>In the thread when the bot is in that channel; else directly.</summary>
    HereOrDirectly,
}
