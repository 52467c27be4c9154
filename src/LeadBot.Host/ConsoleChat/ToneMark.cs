using LeadBot.Dialog.Cards;

namespace LeadBot.Host.ConsoleChat;

/// <summary>The sign that says a tone where there is no colour, or nobody to see it.</summary>
internal static class ToneMark
{
    /// <summary>The sign with a blank behind it; nothing for a neutral tone.</summary>
    public static string Of(Tone tone) => tone switch
    {
        Tone.Good => "✔ ",
        Tone.Warning => "▲ ",
        Tone.Bad => "✘ ",
        _ => "",
    };
}
