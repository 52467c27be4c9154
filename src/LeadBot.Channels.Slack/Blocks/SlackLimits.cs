namespace LeadBot.Channels.Slack.Blocks;

/// <summary>What Slack takes at most, in characters or pieces, by the reference of Block Kit; what has more is refused whole.</summary>
internal static class SlackLimits
{
    public const int BlocksInMessage = 50;
    public const int BlocksInView = 100;
    public const int Header = 150;
    public const int Section = 3000;

    /// <summary>A small line; the reference allows more, but not every client shows it.</summary>
    public const int Context = 2000;
    public const int Elements = 25;
    public const int Label = 75;

    /// <summary>What a phone shows of a button's label.</summary>
    public const int LabelInSight = 30;
    public const int Value = 2000;
    public const int ActionId = 255;
    public const int Options = 100;
    public const int RadioOptions = 10;
    public const int OptionValue = 150;
    public const int InputLabel = 2000;
    public const int Typed = 2000;
    public const int DialogText = 300;
    public const int DialogButton = 30;
    public const int ViewButton = 24;
    public const int Metadata = 3000;
    public const int Url = 3000;

    /// <summary>The words of all blocks of a message together: the reference names no number, about 13,000 were seen to be taken.</summary>
    public const int Letters = 10_000;

    /// <summary>The text for notifications; an update takes 4000 bytes.</summary>
    public const int Summary = 600;
}
