namespace LeadBot.Dialog.Understanding;

/// <summary>Reads on and off.</summary>
public static class OnOff
{
    private static readonly PhraseList<bool> Known = new PhraseList<bool>()
        .Add(true, "on|yes|y|true|enable|enabled|turn on|turn it on|switch on|always|for good|forever|until further notice|until i say so|until i unmute|everything|ja|an")
        .Add(false, "off|no|n|false|disable|disabled|turn off|turn it off|switch off|never|none|not|end|stop|nothing|no more|nein|aus");

    /// <summary>True or false, or null: something else was said.</summary>
    public static bool? Read(string text) => Known.Find(Spoken.Plain(text));
}
