namespace LeadBot.Dialog.Wording;

/// <summary>Said by what surrounds a card where a channel has forms, menus and dialogs of its own.</summary>
public static class FormWords
{
    /// <summary>Above a form; at most 24 characters.</summary>
    public const string Title = "LeadBot";

    /// <summary>Sends a form; at most 24 characters.</summary>
    public const string Send = "Send";

    /// <summary>Closes a form or a dialog and does nothing; at most 24 characters.</summary>
    public const string Cancel = "Cancel";

    /// <summary>On a menu.</summary>
    public const string Choose = "Choose…";

    /// <summary>Above choices and days that no question stands above.</summary>
    public const string WhichOne = "Which one?";
    public const string WhichDay = "Which day?";

    /// <summary>On a calendar beside suggested days.</summary>
    public const string AnotherDay = "Another day…";

    /// <summary>Above a calendar below suggested days.</summary>
    public const string OrAnotherDay = "Or another day";

    /// <summary>Under choices when a form was sent without any.</summary>
    public const string ChooseOne = "Choose one of these.";

    /// <summary>Asked before something is ended for good.</summary>
    public const string Sure = "Are you sure?";
}
